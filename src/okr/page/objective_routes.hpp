#pragma once

#include "core/rest/route.hpp"
#include "okr/draft/writing.hpp"
#include "okr/objective/objectives.hpp"
#include "okr/page/objective_page.hpp"

namespace waymark::okr {

// Objectives from their first draft to their cancellation. Whoever does something with one gets its page.
std::vector<rest::Route> objective_routes(Objectives const& objectives, Writing const& writing,
                                          ObjectivePages const& pages);

}  // namespace waymark::okr
