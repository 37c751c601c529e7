#pragma once

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::identity {

// Throws Problem (forbidden) for a token: it changes nothing that opens an account. [IDN-12]
void require_session(policy::Viewer const& viewer);

// Throws Problem (forbidden, "password_wanted") too where the password was not given in this session within ten
// minutes. [IDN-23]
void require_fresh_session(db::Tx& tx, policy::Viewer const& viewer);

}  // namespace waymark::identity
