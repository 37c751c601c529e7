#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark::base {

bool is_utf8(std::string_view text);  // empty text is

// How many code points `text` has. Expects valid UTF-8.
std::size_t letters(std::string_view text);

// Without the white space at both ends.
std::string_view trimmed(std::string_view text);

// Lower case for comparing and searching, after Unicode's rules (ICU): "Straße" and "STRASSE" fold to the same text.
std::string folded(std::string_view text);

// True when `text` holds a control character other than tab and line feed.
bool has_control(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);  // views of `text`; one part at least

// The first `most` code points, as a view of `text`. Expects valid UTF-8.
std::string_view shortened(std::string_view text, std::size_t most);

}  // namespace waymark::base
