#pragma once

#include "core/rest/route.hpp"

namespace waymark::okr {

class Okr;

// Dashboards, and the lists behind their figures.
std::vector<rest::Route> dashboard_routes(Okr const& okr);

}  // namespace waymark::okr
