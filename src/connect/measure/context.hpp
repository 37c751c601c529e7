#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "connect/measure/sentence.hpp"

namespace waymark::connect {

enum class Bound { none, at_least, at_most };
enum class Verb { none, up, down, improve, reach, keep, make };

Verb verb_of(std::string_view folded_word);

/// What stands around a number: the limit it is given ("at least", "<", "or more"), the word that leads to it ("to",
/// "by", "of", a verb), and the verb that governs it.
struct Context {
  Bound bound = Bound::none;
  bool beyond = false;    // the number itself is no longer meant: "fewer than 3", "> 5"
  bool counted = false;   // "fewer": things that are counted one by one
  std::string_view lead;  // folded; empty at the beginning of a clause
  std::size_t start = 0;  // index of the first token that belongs to the number, "at" in "at least 3"
  Verb lead_verb = Verb::none;
  Verb verb = Verb::none;  // nearest before it in its sentence, or the one after it in German ("um 20 % senken")
  std::string_view next;   // folded word after the number
};

Context context_of(std::vector<Token> const& tokens, std::size_t index);

/// The words after a number that name what is counted: "sales reps" in "hire 5 sales reps by May".
std::string counted_noun(std::vector<Token> const& tokens, std::size_t index);

}  // namespace waymark::connect
