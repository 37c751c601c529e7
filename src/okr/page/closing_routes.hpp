#pragma once

#include "core/rest/route.hpp"
#include "okr/closing/closing.hpp"
#include "okr/page/objective_page.hpp"

namespace waymark::okr {

// The end of an objective, and its way back.
std::vector<rest::Route> closing_routes(Closing const& closing, ObjectivePages const& pages);

}  // namespace waymark::okr
