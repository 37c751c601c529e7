#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace waymark::okr {

// Texts of several owners, and which of them are alike, found by the words that few of them have. [PAIR-1]
class AlikeTexts {
 public:
  struct Shared {
    std::size_t other = 0;  // which text
    std::int64_t words = 0;
    std::int64_t of = 0;  // words of the one, and of the other
    std::int64_t of_other = 0;
  };

  void add(std::string_view text, std::int64_t owner, std::string_view owner_name);

  // Of other owners, nearest first. None for a text that three other owners have the like of.
  std::vector<Shared> alike(std::size_t text) const;

 private:
  using Words = std::vector<std::size_t>;  // sorted

  struct Text {
    Words words;
    Words naming;  // those of them that its owner's name has
    std::int64_t owner;
  };

  std::vector<Shared> all_alike(std::size_t text) const;
  bool is_plan_of_many(std::vector<Shared> const& alike) const;
  std::size_t number(std::string const& word);
  std::set<std::string> const& names_of(std::int64_t owner, std::string_view name);

  std::vector<Text> texts_;
  std::unordered_map<std::string, std::size_t> numbers_;
  std::unordered_map<std::int64_t, std::set<std::string>> names_;
  std::vector<std::vector<std::size_t>> with_word_;
};

// The longer words of a text without those that only say which way it goes: what is measured.
std::vector<std::string> measured_words(std::string_view text);

}  // namespace waymark::okr
