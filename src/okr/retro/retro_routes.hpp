#pragma once

#include "core/rest/route.hpp"
#include "okr/retro/retros.hpp"

namespace waymark::okr {

// Retros, and what was learned.
std::vector<rest::Route> retro_routes(Retros const& retros);

}  // namespace waymark::okr
