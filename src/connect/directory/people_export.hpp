#pragma once

#include <string>

#include "core/db/db.hpp"

namespace waymark::connect {

/// Everybody who is here, as CSV with a header, for `import people`. Of several teams, one is named.
std::string export_people(db::Tx& tx);

}  // namespace waymark::connect
