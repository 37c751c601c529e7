#pragma once

#include "core/rest/route.hpp"
#include "okr/cycle/cycles.hpp"

namespace waymark::okr {

// Cycles: planned, run and closed.
std::vector<rest::Route> cycle_routes(Cycles const& cycles);

}  // namespace waymark::okr
