#include "connect/measure/reading.hpp"

#include <fmt/format.h>

#include <cmath>

#include "connect/measure/context.hpp"
#include "connect/measure/numeral.hpp"
#include "connect/measure/words.hpp"
#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

using okr::Direction;
using okr::Kind;
using Tokens = std::vector<Token>;

bool wants_less(Context const& c) {
  return c.verb == Verb::down || (c.bound == Bound::at_most && c.verb != Verb::keep);
}

// "20% more", "5% month over month".
bool change_follows(Tokens const& tokens, std::size_t i, Context const& c) {
  return words::in(words::change_nouns, c.next) || (i + 2 < tokens.size() && tokens[i + 2].folded == "over");
}

// "increase leads 20%", "MAU increases 5%", "reduce 5% of the CSS".
bool is_bare_change(Token const& number, Context const& c) {
  if (number.kind != Kind::percent || c.bound != Bound::none) return false;
  if (c.lead_verb == Verb::up || c.lead_verb == Verb::down) return true;
  bool const changes = c.verb == Verb::up || c.verb == Verb::down;
  return changes && c.next != "of" && c.next != "der" && c.lead_verb == Verb::none && c.lead != "of" &&
         c.lead != "auf" && !words::in(words::place_prepositions, c.lead);
}

// "By 20 %" of what is not stated: the target follows from the first value.
Candidate change_in_percent(std::size_t i, Token const& number, bool falls) {
  auto measure = measure_to(number, falls ? Direction::fall : Direction::rise);
  measure.kind = Kind::number;
  measure.unit.clear();
  measure.target = 0;
  measure.change_percent = falls ? -number.value : number.value;
  measure.explanation = fmt::format("by {} of the first value", number.text);
  return Candidate{i, std::move(measure), true};
}

std::optional<Candidate> relative_change(Tokens const& tokens, std::size_t i, Context const& c) {
  auto const& number = tokens[i];
  bool const noun = change_follows(tokens, i, c);
  auto const verb = noun && verb_of(c.next) != Verb::none ? verb_of(c.next) : c.verb;
  bool const changes = noun || verb == Verb::up || verb == Verb::down || verb == Verb::improve;
  bool const by = changes && words::in(" by um ", c.lead);
  bool const is_change = by || is_bare_change(number, c) || (noun && number.kind == Kind::percent);
  if (!is_change || number.value <= 0) return {};
  bool const falls = verb == Verb::down;
  if (number.kind == Kind::percent) return change_in_percent(i, number, falls);
  auto measure = measure_to(number, falls ? Direction::fall : Direction::rise);
  measure.of_change = true;
  measure.baseline = 0;
  if (falls) measure.target = -number.value;
  if (measure.unit.empty() && !noun) measure.unit = counted_noun(tokens, i);
  measure.unit = base::letters(measure.unit) > 23 || measure.unit.empty() ? "change" : measure.unit + " change";
  measure.explanation =
      fmt::format("by {}: measured as the change against the start, which is not stated", number.text);
  return Candidate{i, std::move(measure), true};
}

Direction level_direction(Context const& c) {
  if (c.verb == Verb::keep) return c.bound == Bound::at_most ? Direction::stay_below : Direction::stay_above;
  bool const told_to_get_there = words::in(" to auf bis ", c.lead) || c.verb == Verb::up || c.verb == Verb::down ||
                                 c.verb == Verb::improve || c.verb == Verb::reach;
  if (c.bound != Bound::none && !told_to_get_there) {
    return c.bound == Bound::at_most ? Direction::stay_below : Direction::stay_above;
  }
  return wants_less(c) ? Direction::fall : Direction::rise;
}

void move_beside(Measure& measure, Tokens const& tokens, std::size_t i, Context const& c) {
  measure.beside = beside(tokens, i, c);
  if (measure.beside == 0) return;
  measure.target += measure.beside;
  measure.explanation +=
      fmt::format(", which is {} {}", c.bound == Bound::at_most ? "at most" : "at least", measure.target);
}

Candidate level(Tokens const& tokens, std::size_t i, Context const& c) {
  auto measure = measure_to(tokens[i], level_direction(c));
  if (measure.unit.empty()) measure.unit = counted_noun(tokens, i);
  measure.explanation = fmt::format("{} {}", okr::is_limit(measure.direction) ? "limit" : "level", tokens[i].text);
  move_beside(measure, tokens, i, c);
  return Candidate{i, std::move(measure)};
}

Candidate count(Tokens const& tokens, std::size_t i, bool from_zero) {
  auto measure = measure_to(tokens[i], Direction::rise);
  if (from_zero) measure.baseline = 0;
  if (measure.unit.empty()) measure.unit = counted_noun(tokens, i);
  measure.explanation = fmt::format("count {}{}", tokens[i].text, from_zero ? ", from 0" : "");
  move_beside(measure, tokens, i, context_of(tokens, i));
  return Candidate{i, std::move(measure)};
}

bool is_scored(Token const& number) {
  return !number.unit.empty() && number.unit.front() == '/';
}
bool is_time(Token const& number) {
  return seconds_in(number.unit) > 0;
}

bool is_level_lead(Context const& c) {
  return words::in(" of at is = auf goal score rating scores ", c.lead) || words::in(words::metrics, c.lead);
}

// "within 5 % of plan": the distance stays below 5 %.
std::optional<Candidate> distance(Tokens const& tokens, std::size_t i, Context const& c) {
  if (c.lead != "within" || tokens[i].kind != Kind::percent) return {};
  auto measure = measure_to(tokens[i], Direction::stay_below);
  measure.explanation = fmt::format("within {}", tokens[i].text);
  return Candidate{i, std::move(measure)};
}

std::optional<Candidate> level_to(Tokens const& tokens, std::size_t i, Context const& c) {
  bool const moves = c.verb == Verb::up || c.verb == Verb::down || c.verb == Verb::improve || c.verb == Verb::reach;
  if (!words::in(" to auf bis ", c.lead)) return {};
  bool const kept = c.verb == Verb::keep && c.bound != Bound::none;  // "keep incidents to fewer than 3"
  if (moves || kept || (!tokens[i].unit.empty() && !is_time(tokens[i]))) return level(tokens, i, c);
  return {};
}

std::optional<Candidate> plain_count(Tokens const& tokens, std::size_t i, Context const& c) {
  if (tokens[i].value <= 0 || c.bound == Bound::at_most) return {};
  bool const opens = c.lead.empty();
  bool const has_noun = !counted_noun(tokens, i).empty();
  if (c.lead_verb == Verb::make || (opens && c.verb == Verb::make && has_noun)) return count(tokens, i, true);
  if (c.lead_verb == Verb::reach || (c.lead_verb == Verb::improve && has_noun)) return count(tokens, i, false);
  bool const first_words =
      c.start == 0 || tokens[c.start - 1].sentence != tokens[i].sentence || tokens[c.start - 1].folded == ":";
  if (opens && first_words && has_noun) return count(tokens, i, false);
  bool const ends = i + 1 == tokens.size() || tokens[i + 1].folded == "/" || tokens[i + 1].folded == ".";
  bool const big = tokens[i].factor > 1 || tokens[i].text.find(',') != std::string::npos;
  if (ends && big && c.verb == Verb::none && !words::in(words::place_prepositions, c.lead))
    return count(tokens, i, false);
  return {};
}

// "a score of 4.4", "NPS 50", "target: 20".
bool names_a_level(Tokens const& tokens, Context const& c) {
  constexpr std::string_view scores = " score rating scores nps target goal ziel level ";
  if (words::in(words::metrics, c.lead) || words::in(" score rating scores = ", c.lead)) return c.verb != Verb::make;
  if (c.start < 2 || !words::in(" of : is ", tokens[c.start - 1].folded)) return false;
  auto const& word = tokens[c.start - 2].folded;
  return words::in(scores, word) || words::in(words::metrics, word);
}

}  // namespace

double beside(Tokens const& tokens, std::size_t i, Context const& c) {
  auto const& number = tokens[i];
  bool const plain = number.kind == Kind::number && number.unit.empty() && number.factor == 1;
  if (!c.beyond || !plain || number.value != std::floor(number.value)) return 0;
  auto const noun = base::folded(counted_noun(tokens, i));
  auto const last = noun.substr(noun.find_last_of(' ') + 1);
  if (!c.counted && (noun.empty() || words::in(words::measures, last))) return 0;
  return c.bound == Bound::at_most ? -1 : 1;
}

std::optional<Candidate> reading_of(Tokens const& tokens, std::size_t i) {
  auto const& number = tokens[i];
  auto const c = context_of(tokens, i);
  if (auto found = distance(tokens, i, c)) return found;
  if (auto found = relative_change(tokens, i, c)) return found;
  if (words::in(" by um from von ", c.lead) || number.kind == Kind::ratio) return {};
  if (auto found = level_to(tokens, i, c)) return found;
  if (words::in(" to auf ", c.lead)) return {};
  if (number.kind == Kind::percent) return level(tokens, i, c);
  if (number.kind == Kind::currency)
    return c.bound == Bound::none && c.lead_verb == Verb::make ? count(tokens, i, true) : level(tokens, i, c);
  if (is_scored(number))
    return c.bound != Bound::none || is_level_lead(c) ? std::optional(level(tokens, i, c)) : std::nullopt;
  if (c.bound == Bound::at_least && number.unit.empty() && c.verb != Verb::keep) {
    if (auto found = plain_count(tokens, i, c)) return found;
    if (!counted_noun(tokens, i).empty()) return count(tokens, i, false);
  }
  if (c.bound != Bound::none) return level(tokens, i, c);
  if (is_time(number)) return {};
  if (names_a_level(tokens, c)) return level(tokens, i, c);
  return plain_count(tokens, i, c);
}

}  // namespace waymark::connect
