#pragma once

#include "core/rest/route.hpp"
#include "okr/dashboard/dashboards.hpp"

namespace waymark::okr {

// Dashboards, and the lists behind their figures.
std::vector<rest::Route> dashboard_routes(Dashboards const& dashboards);

}  // namespace waymark::okr
