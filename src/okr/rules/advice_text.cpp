#include <algorithm>

#include "core/base/text.hpp"
#include "okr/rules/advice.hpp"
#include "okr/rules/advice_words.hpp"

namespace waymark::okr {
namespace {

constexpr std::size_t long_objective = 100;
constexpr std::size_t long_key_result = 140;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Letters, digits and everything outside ASCII; "–" and quotes of other alphabets are rare enough inside words.
bool in_word(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Words {
  std::vector<std::string> plain;
  std::vector<std::string> folded;
  std::string padded = " ";
};

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t i = 0; i < text.size();) {
    auto const start = i;
    while (i < text.size() && in_word(text[i])) ++i;
    if (i == start) {
      ++i;
      continue;
    }
    words.plain.emplace_back(text.substr(start, i - start));
    words.folded.push_back(base::folded(words.plain.back()));
    words.padded += words.folded.back() + ' ';
  }
  return words;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::ranges::all_of(word, is_digit) && (word.starts_with("19") || word.starts_with("20"));
}

bool is_number(std::string_view word, Language language) {
  return (is_digit(word.front()) && !is_year(word)) || words::is_number_word(word, language);
}

std::string first_number(Words const& words, Language language) {
  auto const found = std::ranges::find_if(words.folded, [&](auto const& word) { return is_number(word, language); });
  return found == words.folded.end() ? std::string() : words.plain[found - words.folded.begin()];
}

// "75 %", "to 90 percent", "from 48 hours to 24 hours": the change of a measure, not a count of things to make.
bool states_change(std::string_view text, Words const& words, Language language) {
  auto const has = [&](std::string_view word) { return words.padded.find(word) != std::string::npos; };
  if (text.find('%') != text.npos || has(" percent ") || has(" prozent ")) return true;
  bool const from_to = language == Language::de ? has(" von ") && has(" auf ") : has(" from ") && has(" to ");
  return from_to && std::ranges::any_of(words.folded, [](auto const& word) { return is_digit(word.front()); });
}

// German puts the verb of such a phrase last: "Drei Schulungen einführen".
std::string task_verb(Words const& words, Language language) {
  if (words.folded.empty()) return {};
  if (words::is_task_verb(words.folded.front(), language)) return words.plain.front();
  bool const at_end = language == Language::de && words::is_task_verb(words.folded.back(), language);
  return at_end ? words.plain.back() : std::string();
}

bool is_small(std::string_view word) {
  return !(word.front() >= 'A' && word.front() <= 'Z');
}

bool has_verb(Words const& words, Language language) {
  auto const& folded = words.folded;
  if (folded.front() == "we" || folded.front() == "wir" || words::is_verb(folded.front(), language)) return true;
  return language == Language::de && is_small(words.plain.back()) && words::is_verb(folded.back(), language);
}

Advice saying(Hint hint, Strength strength, std::string words) {
  return {hint, strength, false, 0, 0, std::move(words)};
}

void check_length(std::string_view text, Words const& words, std::size_t most, std::vector<Advice>& found) {
  auto const letters = base::letters(text);
  if (letters > most) {
    found.push_back({Hint::too_long, Strength::soft, false, double(letters), double(most), {}});
  } else if (words.plain.size() < 2) {
    found.push_back({Hint::too_short, Strength::soft, false, double(words.plain.size()), 2, {}});
  }
}

std::string task_in(std::string_view text, Words const& words, Language language) {
  return states_change(text, words, language) ? std::string() : task_verb(words, language);
}

bool speaks_of_money(std::string_view text, Language language) {
  if (text.find('$') != text.npos || text.find("€") != text.npos) return true;
  return std::ranges::any_of(words_of(text).folded, [&](auto const& word) { return words::is_money(word, language); });
}

}  // namespace

std::vector<Advice> about_objective_text(std::string_view text, Language language) {
  std::vector<Advice> found;
  auto const words = words_of(text);
  check_length(text, words, long_objective, found);
  if (words.plain.empty()) return found;
  auto number = first_number(words, language);
  if (number.empty() && text.find('%') != text.npos) number = "%";
  if (!number.empty()) found.push_back(saying(Hint::number_in_objective, Strength::warn, std::move(number)));
  auto const vague = words::vague_in(words.padded, language);
  if (!vague.empty()) found.push_back(saying(Hint::vague_words, Strength::warn, std::string(vague)));
  if (!has_verb(words, language)) found.push_back(saying(Hint::no_verb, Strength::soft, words.plain.front()));
  return found;
}

std::vector<Advice> about_key_result_text(std::string_view text, bool measured, Language language) {
  std::vector<Advice> found;
  auto const words = words_of(text);
  check_length(text, words, long_key_result, found);
  auto const vague = words::vague_in(words.padded, language);
  if (!vague.empty()) {
    found.push_back(saying(Hint::vague_words, Strength::warn, std::string(vague)));
  } else if (!measured && first_number(words, language).empty()) {
    auto const change =
        std::ranges::find_if(words.folded, [&](auto const& w) { return words::is_change(w, language); });
    if (change != words.folded.end()) found.push_back(saying(Hint::vague_words, Strength::warn, *change));
  }
  auto task = task_in(text, words, language);
  if (!task.empty()) found.push_back(saying(Hint::task_not_outcome, Strength::warn, std::move(task)));
  return found;
}

std::vector<Advice> about_key_results(std::string_view objective, std::span<DraftKeyResult const> key_results,
                                      Language language) {
  std::vector<Advice> found;
  auto const all = [&](auto is) { return !key_results.empty() && std::ranges::all_of(key_results, is); };
  auto const add = [&](Hint hint, Strength strength) { found.push_back(saying(hint, strength, {})); };
  auto const of_sort = [](Indicator sort) { return [sort](DraftKeyResult const& kr) { return kr.indicator == sort; }; };

  if (all([&](auto const& kr) { return !task_in(kr.text, words_of(kr.text), language).empty(); })) {
    add(Hint::only_tasks, Strength::warn);
  }
  bool const money =
      all([&](auto const& kr) { return kr.kind == Kind::currency || speaks_of_money(kr.text, language); });
  if (money && speaks_of_money(objective, language)) add(Hint::only_money, Strength::soft);
  if (key_results.size() > 1 && all(of_sort(Indicator::leading))) add(Hint::only_leading, Strength::soft);
  if (key_results.size() > 1 && all(of_sort(Indicator::lagging))) add(Hint::only_lagging, Strength::soft);
  return found;
}

}  // namespace waymark::okr
