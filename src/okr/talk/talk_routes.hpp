#pragma once

#include "core/rest/route.hpp"
#include "okr/talk/talk.hpp"

namespace waymark::okr {

// Comments and initiatives.
std::vector<rest::Route> talk_routes(Comments const& comments, Initiatives const& initiatives);

}  // namespace waymark::okr
