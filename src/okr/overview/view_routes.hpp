#pragma once

#include "core/rest/route.hpp"
#include "okr/overview/views.hpp"

namespace waymark::okr {

// Many objectives at once, and the views that people save of them.
std::vector<rest::Route> view_routes(Views const& views);

}  // namespace waymark::okr
