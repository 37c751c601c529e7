#pragma once

#include "core/rest/route.hpp"
#include "okr/cycle/cycles.hpp"

namespace waymark::okr {

// What waits for the caller.
std::vector<rest::Route> home_routes(Cycles const& cycles);

}  // namespace waymark::okr
