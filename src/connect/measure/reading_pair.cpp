#include "connect/measure/reading.hpp"

#include <fmt/format.h>

#include "connect/measure/context.hpp"
#include "connect/measure/numeral.hpp"
#include "connect/measure/words.hpp"

namespace waymark::connect {
namespace {

using okr::Direction;
using okr::Kind;
using Tokens = std::vector<Token>;

bool leads_to(Token const& token) {
  return words::in(" to auf → -> bis ", token.folded);
}

bool is_quantity(Token const& t) {
  return t.is_number() && t.usable;
}

// A plain four-digit number that only looks like a year is a quantity when its partner is one ("from 2500 to 2000").
bool may_pair(Token const& a, Token const& b) {
  if (a.usable && b.usable) return true;
  auto const is_plain = [](Token const& t) { return t.text.size() == 4 && t.unit.empty() && t.value >= 1000; };
  return (a.usable && is_plain(b) && a.value >= 1000) || (b.usable && is_plain(a) && b.value >= 1000);
}

// The number before the connector at `connector`, over at most four words that are its unit or a rate ("47/week to
// 18").
std::optional<std::size_t> start_of_pair(Tokens const& tokens, std::size_t connector) {
  for (std::size_t i = connector, steps = 0; i-- > 0 && steps < 5; ++steps) {
    if (tokens[i].depth != tokens[connector].depth || tokens[i].clause != tokens[connector].clause) return {};
    bool const is_year = tokens[i].is_number() && !tokens[i].usable && i > 0 && tokens[i - 1].folded == "in";
    if (is_year) {
      --i;  // "from 12 in 2019 to 30"
    } else if (tokens[i].is_number()) {
      return i;
    } else if (words::in(words::place_prepositions, tokens[i].folded) && tokens[i].folded != "per") {
      return {};
    }
  }
  return {};
}

bool starts_with_from(Tokens const& tokens, std::size_t a) {
  return words::in(" from von ", context_of(tokens, a).lead);
}

bool is_pair(Tokens const& tokens, std::size_t a, std::size_t connector, std::size_t b) {
  auto const& from = tokens[a];
  auto const& to = tokens[b];
  if (!may_pair(from, to)) return false;
  if (starts_with_from(tokens, a) || words::in(" → -> ", tokens[connector].folded)) return true;
  if (!from.unit.empty() && from.unit == to.unit) return true;
  auto const verb = context_of(tokens, a).verb;
  bool const plain = from.unit.empty() && to.unit.empty() && from.usable && a + 1 == connector;
  return plain && ((verb == Verb::up && to.value > from.value) || (verb == Verb::down && to.value < from.value));
}

// Where the two ends are told in different units of time, the start in the unit of the end: "4 hours to 30 minutes".
std::optional<double> start_in_unit_of_end(Token const& from, Token const& to) {
  if (from.factor == 1 && to.factor > 1 && from.value < 1000) return from.value * to.factor;  // "from 2 to 4M"
  if (from.unit.empty() || to.unit.empty() || from.unit == to.unit) return from.value;
  auto const from_seconds = seconds_in(from.unit);
  auto const to_seconds = seconds_in(to.unit);
  if (from_seconds == 0 || to_seconds == 0) return {};
  return from.value * from_seconds / to_seconds;
}

}  // namespace

Measure measure_to(Token const& number, Direction direction) {
  Measure measure;
  measure.has_measure = true;
  measure.kind = number.kind;
  measure.direction = direction;
  measure.target = number.value;
  measure.unit = number.unit;
  return measure;
}

std::optional<Candidate> pair_ending_at(Tokens const& tokens, std::size_t b) {
  auto const start = context_of(tokens, b).start;
  if (start == 0 || !leads_to(tokens[start - 1])) return {};
  auto const a = start_of_pair(tokens, start - 1);
  if (!a || !is_pair(tokens, *a, start - 1, b)) return {};
  auto const& from = tokens[*a];
  auto const& to = tokens[b];
  auto const baseline = start_in_unit_of_end(from, to);
  if (!baseline) return {};
  auto measure = measure_to(to, to.value > *baseline ? Direction::rise : Direction::fall);
  measure.baseline = baseline;
  measure.beside = beside(tokens, b, context_of(tokens, b));
  measure.target += measure.beside;
  if (measure.unit.empty()) measure.unit = from.unit, measure.kind = from.kind;
  if (measure.unit.empty()) measure.unit = counted_noun(tokens, b);
  measure.explanation = fmt::format("from {} to {}", from.text, to.text);
  return Candidate{b, std::move(measure)};
}

std::optional<Candidate> range_ending_at(Tokens const& tokens, std::size_t b) {
  if (b < 3 || !words::in(" and und to ", tokens[b - 1].folded)) return {};
  if (!is_quantity(tokens[b - 2]) || !words::in(" between zwischen ", tokens[b - 3].folded)) return {};
  auto const& low = tokens[b - 2];
  auto const& high = tokens[b];
  if (low.value >= high.value) return {};
  auto measure = measure_to(high, Direction::stay_within);
  measure.low = low.value;
  measure.high = high.value;
  if (measure.unit.empty()) measure.unit = counted_noun(tokens, b);
  measure.explanation = fmt::format("between {} and {}", low.text, high.text);
  return Candidate{b, std::move(measure)};
}

}  // namespace waymark::connect
