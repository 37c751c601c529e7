#include "okr/rules/likeness.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "core/base/text.hpp"

namespace waymark::okr {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t short_word = 4;
constexpr std::size_t beginning = 6;

// Long enough to count, and in every OKR.
constexpr std::array everywhere{"that"sv,   "with"sv,  "from"sv,   "into"sv,    "their"sv,    "more"sv,   "every"sv,
                                "than"sv,   "have"sv,  "raise"sv,  "reduce"sv,  "increase"sv, "become"sv, "nicht"sv,
                                "eine"sv,   "einen"sv, "unser"sv,  "unsere"sv,  "mehr"sv,     "jeder"sv,  "alle"sv,
                                "werden"sv, "haben"sv, "senken"sv, "quarter"sv, "quartal"sv};

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::set<std::string> longer_words(std::string_view text) {
  auto const folded = base::folded(text);
  std::set<std::string> all;
  for (auto at = folded.begin(); at != folded.end();) {
    auto const from = std::find_if(at, folded.end(), in_word);
    at = std::find_if_not(from, folded.end(), in_word);
    std::string const word(from, at);
    if (base::letters(word) < short_word || std::ranges::find(everywhere, word) != everywhere.end()) continue;
    all.emplace(base::shortened(word, beginning));
  }
  return all;
}

double likeness(std::string_view a, std::string_view b) {
  auto const words = longer_words(a);
  auto const others = longer_words(b);
  if (words.empty() || others.empty()) return 0;
  auto const shared = std::ranges::count_if(words, [&](auto const& word) { return others.contains(word); });
  return 2.0 * static_cast<double>(shared) / static_cast<double>(words.size() + others.size());
}

}  // namespace waymark::okr
