#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::http {

// Percent-decoded once; nothing when an escape is broken or the result is no UTF-8. `plus_is_space` as in a query.
std::optional<std::string> decoded(std::string_view text, bool plus_is_space);

// The fields of a query, decoded, in order. Throws Problem (malformed) for a broken escape or more than 100 fields.
std::vector<std::pair<std::string, std::string>> query_fields(std::string_view query);

}  // namespace waymark::http
