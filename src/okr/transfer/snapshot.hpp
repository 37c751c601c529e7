#pragma once

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"
#include "okr/transfer/plan.hpp"

namespace waymark::okr {

// The OKRs that the viewer may see, as a plan that would make them again.
Plan snapshot(db::Tx& tx, policy::Viewer const& viewer);

}  // namespace waymark::okr
