#pragma once

#include "core/rest/route.hpp"

namespace waymark::okr {

class Okr;

// Many objectives at once, and the views that people save of them.
std::vector<rest::Route> view_routes(Okr const& okr);

}  // namespace waymark::okr
