#pragma once

#include "core/rest/route.hpp"
#include "okr/check_in/check_ins.hpp"

namespace waymark::okr {

// Check-ins, and what stops a key result.
std::vector<rest::Route> check_in_routes(CheckIns const& check_ins, Blockers const& blockers);

}  // namespace waymark::okr
