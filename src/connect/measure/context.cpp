#include "connect/measure/context.hpp"

#include <array>
#include <optional>

#include "connect/measure/words.hpp"
#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

using Tokens = std::vector<Token>;

constexpr std::size_t longest_unit = 30;

struct Phrase {
  std::string_view first;  // empty when `last` is enough
  std::string_view last;
  Bound bound;
  bool beyond;  // the number itself is no longer meant
};

// What stands before a number: the limit that it is given.
struct Limit {
  Bound bound = Bound::none;
  bool beyond = false;
  bool counted = false;
};

constexpr std::array<Phrase, 38> phrases = {
    {{"at", "least", Bound::at_least, false},    {"at", "most", Bound::at_most, false},
     {"no", "less", Bound::at_least, false},     {"more", "than", Bound::at_least, true},
     {"greater", "than", Bound::at_least, true}, {"higher", "than", Bound::at_least, true},
     {"better", "than", Bound::at_least, true},  {"less", "than", Bound::at_most, true},
     {"fewer", "than", Bound::at_most, true},    {"lower", "than", Bound::at_most, true},
     {"up", "to", Bound::at_most, false},        {"minimum", "of", Bound::at_least, false},
     {"maximum", "of", Bound::at_most, false},   {"mehr", "als", Bound::at_least, true},
     {"weniger", "als", Bound::at_most, true},   {"", "≥", Bound::at_least, false},
     {"", ">=", Bound::at_least, false},         {"", "=>", Bound::at_least, false},
     {"", ">", Bound::at_least, false},          {"", "≤", Bound::at_most, false},
     {"", "<=", Bound::at_most, false},          {"", "<", Bound::at_most, false},
     {"", "above", Bound::at_least, true},       {"", "over", Bound::at_least, true},
     {"", "exceeding", Bound::at_least, true},   {"", "minimum", Bound::at_least, false},
     {"", "min", Bound::at_least, false},        {"", "under", Bound::at_most, true},
     {"", "below", Bound::at_most, true},        {"", "maximum", Bound::at_most, false},
     {"", "max", Bound::at_most, false},         {"", "mindestens", Bound::at_least, false},
     {"", "minimal", Bound::at_least, false},    {"", "über", Bound::at_least, true},
     {"", "höchstens", Bound::at_most, false},   {"", "maximal", Bound::at_most, false},
     {"", "unter", Bound::at_most, true},        {"", "no more than", Bound::at_most, false}}};

bool same_clause(Token const& a, Token const& b) {
  return a.clause == b.clause && a.depth == b.depth;
}

// Steps back over "at least", "about", "the" and the like; says which limit was passed.
Limit step_over_bound(Tokens const& tokens, std::size_t index, std::size_t& start) {
  Limit limit;
  auto const reachable = [&](std::size_t i) { return same_clause(tokens[i], tokens[index]); };
  while (start > 0 && reachable(start - 1)) {
    auto const& last = tokens[start - 1].folded;
    auto const first =
        start > 1 && reachable(start - 2) ? std::string_view(tokens[start - 2].folded) : std::string_view{};
    std::optional<Phrase> found;
    for (auto const& phrase : phrases) {
      if (phrase.last == last && (phrase.first.empty() || phrase.first == first)) found = found ? found : phrase;
    }
    if (found) {
      limit = {found->bound, found->beyond, found->first == "fewer"};
      start -= found->first.empty() ? 1 : 2;
      bool const denied = start > 0 && words::in(" no not nicht ", tokens[start - 1].folded);
      if (denied && words::in(" than als ", found->last)) {
        limit = {limit.bound == Bound::at_least ? Bound::at_most : Bound::at_least};
        --start;
      }
    } else if (last == "of" && words::in(" total average sum ", first)) {
      start -= 2;
    } else if (words::in(words::fillers, last) || last == "~" || last == "=" || last == "≈") {
      --start;
    } else {
      break;
    }
  }
  return limit;
}

// "or less", "oder mehr", "500+".
Bound bound_after(Tokens const& tokens, std::size_t index) {
  if (tokens[index].or_more) return Bound::at_least;
  for (std::size_t i = index + 1; i + 1 < tokens.size() && i <= index + 3; ++i) {
    if (tokens[i].folded != "or" && tokens[i].folded != "oder") continue;
    auto const& word = tokens[i + 1].folded;
    if (words::in(" less fewer lower below under faster weniger sooner ", word)) return Bound::at_most;
    if (words::in(" more higher above greater better mehr ", word)) return Bound::at_least;
  }
  return Bound::none;
}

// The nearest verb before the number; one that changes or keeps something goes before one that makes something.
Verb verb_before(Tokens const& tokens, std::size_t index, std::size_t start) {
  auto made = Verb::none;
  for (std::size_t i = start; i-- > 0 && tokens[i].sentence == tokens[index].sentence;) {
    auto const verb = verb_of(tokens[i].folded);
    if (verb == Verb::make)
      made = verb;
    else if (verb != Verb::none)
      return verb;
  }
  return made;
}

// German puts the verb at the end: "um 20 % senken".
Verb verb_after(Tokens const& tokens, std::size_t index) {
  for (std::size_t i = index + 1; i < tokens.size() && tokens[i].sentence == tokens[index].sentence; ++i) {
    auto const verb = verb_of(tokens[i].folded);
    bool const ends = i + 1 == tokens.size() || !same_clause(tokens[i], tokens[i + 1]);
    if (ends && verb != Verb::none && verb != Verb::make) return verb;
  }
  return Verb::none;
}

}  // namespace

Verb verb_of(std::string_view word) {
  if (words::in(words::up, word)) return Verb::up;
  if (words::in(words::down, word)) return Verb::down;
  if (words::in(words::keep, word)) return Verb::keep;
  if (words::in(words::improve, word)) return Verb::improve;
  if (words::in(words::reach, word)) return Verb::reach;
  if (words::in(words::make, word)) return Verb::make;
  return Verb::none;
}

Context context_of(Tokens const& tokens, std::size_t index) {
  Context context;
  context.start = index;
  auto limit = step_over_bound(tokens, index, context.start);
  if (auto const after = bound_after(tokens, index); after != Bound::none) limit = {after};
  context.bound = limit.bound;
  context.beyond = limit.beyond;
  context.counted = limit.counted;
  if (context.start > 0 && same_clause(tokens[context.start - 1], tokens[index])) {
    context.lead = tokens[context.start - 1].folded;
    context.lead_verb = verb_of(context.lead);
  }
  context.verb = context.lead_verb;
  if (context.verb == Verb::none) context.verb = verb_before(tokens, index, context.start);
  if (context.verb == Verb::none) context.verb = verb_after(tokens, index);
  if (index + 1 < tokens.size()) context.next = tokens[index + 1].folded;
  return context;
}

std::string counted_noun(Tokens const& tokens, std::size_t index) {
  std::string noun;
  for (std::size_t i = index + 1; i < tokens.size() && i <= index + 4; ++i) {
    auto const& token = tokens[i];
    bool const last = i + 1 == tokens.size() || !same_clause(tokens[i + 1], token);
    if (token.type != Token::Type::word || !same_clause(token, tokens[index])) break;
    if (words::in(words::unit_stops, token.folded) || (verb_of(token.folded) != Verb::none && (last || !noun.empty())))
      break;
    noun += (noun.empty() ? "" : " ") + token.text;
  }
  // A unit is short; what stands nearest to the end names the thing.
  while (base::letters(noun) > longest_unit && noun.find(' ') != std::string::npos) noun.erase(0, noun.find(' ') + 1);
  return base::letters(noun) > longest_unit ? "" : noun;
}

}  // namespace waymark::connect
