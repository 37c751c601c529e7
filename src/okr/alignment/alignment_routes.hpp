#pragma once

#include "core/rest/route.hpp"
#include "okr/alignment/alignment.hpp"

namespace waymark::okr {

// Links upward and sideways.
std::vector<rest::Route> alignment_routes(Alignment const& alignment);

}  // namespace waymark::okr
