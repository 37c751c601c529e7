#pragma once

#include <boost/describe.hpp>

#include <span>
#include <string>
#include <string_view>

namespace waymark::okr {

enum class Language { en, de };
BOOST_DESCRIBE_ENUM(Language, en, de)

// "We will <objective> as measured by <a>, <b> and <c>." The first letter of each part becomes small where that is
// safe: abbreviations, names in mixed case and German nouns keep theirs. Without key results the sentence ends after
// the objective.
std::string sentence(std::string_view objective, std::span<std::string const> key_results, Language language);

}  // namespace waymark::okr
