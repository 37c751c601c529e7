#pragma once

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"
#include "notify/digest/digest_shapes.hpp"

namespace waymark::notify {

// The last seven days in the teams of the viewer.
Digest digest(db::Tx& tx, policy::Viewer const& viewer);

}  // namespace waymark::notify
