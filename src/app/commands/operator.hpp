#pragma once

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::app {

// Who acts when the command line does: the administrator who has been here longest, with every right. Throws
// base::Problem (conflict) when there is none.
policy::Viewer command_line_viewer(db::Tx& tx);

}  // namespace waymark::app
