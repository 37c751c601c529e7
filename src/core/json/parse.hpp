#pragma once

#include <boost/json/value.hpp>
#include <string_view>

namespace waymark::json {

// Strict JSON: UTF-8, at most 32 levels, no repeated key, no number that does not fit. Throws Problem (malformed) with
// the place.
boost::json::value parse(std::string_view text);

}  // namespace waymark::json
