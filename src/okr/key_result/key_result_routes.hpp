#pragma once

#include "core/rest/route.hpp"
#include "okr/key_result/key_results.hpp"

namespace waymark::okr {

// Key results.
std::vector<rest::Route> key_result_routes(KeyResults const& key_results);

}  // namespace waymark::okr
