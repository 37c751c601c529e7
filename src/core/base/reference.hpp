#pragma once

#include <string>

namespace waymark::base {

// A short word under which something is found again in the log of the server.
std::string new_reference();

}  // namespace waymark::base
