#pragma once

#include "core/rest/route.hpp"
#include "okr/objectives.hpp"

namespace waymark::okr {

// Objectives from their first draft to their cancellation.
std::vector<rest::Route> objective_routes(Objectives const& objectives);

}  // namespace waymark::okr
