#pragma once

#include <string_view>

// What text may hide. Both expect valid UTF-8.
namespace waymark::base {

// True when `text` holds a sign that turns the direction of what follows (U+202A to U+202E): names lie with it.
bool turns_direction(std::string_view text);

// True when nothing of `text` can be seen: white space, joiners, marks of direction, fillers.
bool is_invisible(std::string_view text);

// What is wrong with a name or a title as it stands, whichever way it came in: "holds a control character", nothing
// where nothing is. All names and titles are asked here, those of requests and those of files.
std::string_view fault_of_name(std::string_view text);

}  // namespace waymark::base
