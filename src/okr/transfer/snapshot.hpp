#pragma once

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"
#include "okr/transfer/plan.hpp"

namespace waymark::connect {

/// The OKRs that the viewer may see, as a plan that would make them again.
okr::Plan okr_snapshot(db::Tx& tx, policy::Viewer const& viewer);

}  // namespace waymark::connect
