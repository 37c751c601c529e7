#pragma once

#include <optional>
#include <string_view>

namespace waymark::http {

// What is wrong with the head of a request (request line and headers, up to and with the empty line) that a lenient
// parser lets pass and a proxy in front may read in another way: no second opinion on where a message ends, no line
// folding, one Host, known methods, origin-form targets. Nothing when it is in order; otherwise a sentence for the 400.
std::optional<std::string_view> framing_fault(std::string_view head);

// What is wrong with a path: hidden slashes, dots, NUL and the like.
std::optional<std::string_view> path_fault(std::string_view path);

}  // namespace waymark::http
