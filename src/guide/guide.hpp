#pragma once

#include "core/rest/route.hpp"
#include "guide/templates.hpp"

namespace waymark::guide {

std::vector<rest::Route> routes();

}  // namespace waymark::guide
