#pragma once

#include "core/rest/route.hpp"

namespace waymark::okr {

// The alignment of a cycle.
std::vector<rest::Route> graph_routes();

}  // namespace waymark::okr
