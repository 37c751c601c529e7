#pragma once

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::connect {

/// The OKRs that the viewer may see as CSV, with a header, for `import okrs`.
std::string export_okrs(db::Tx& tx, policy::Viewer const& viewer);

}  // namespace waymark::connect
