#pragma once

#include "core/db/db.hpp"
#include "okr/objective/key_result_shapes.hpp"

namespace waymark::okr {

// Published and closed key results whose value is that of a KPI.
FollowerPage followers(db::Tx& tx, FollowerFilter const& filter);

}  // namespace waymark::okr
