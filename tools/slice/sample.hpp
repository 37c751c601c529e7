#pragma once

#include "core/rest/route.hpp"

namespace waymark::sample {

// The front door: what this slice answers.
std::vector<rest::Route> routes();

}  // namespace waymark::sample
