#pragma once

#include "core/rest/route.hpp"
#include "okr/midcycle/midcycles.hpp"

namespace waymark::okr {

// The look at objectives in the middle of a cycle.
std::vector<rest::Route> midcycle_routes(Midcycles const& midcycles);

}  // namespace waymark::okr
