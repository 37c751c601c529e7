#include "connect/measure/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "connect/measure/context.hpp"
#include "connect/measure/reading.hpp"
#include "connect/measure/words.hpp"
#include "okr/transfer/plan.hpp"

namespace waymark::connect {
namespace {

using okr::Direction;
using Tokens = std::vector<Token>;
using Candidates = std::vector<Candidate>;

Measure no_measure(std::string explanation) {
  Measure measure;
  measure.explanation = std::move(explanation);
  return measure;
}

// The number that the sentence calls the present one: "(currently 32)", "current state is 3,315", "(from 10 today)".
std::optional<std::size_t> current_number(Tokens const& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    bool const named = words::in(" current currently today's baseline aktuell derzeit ", tokens[i].folded);
    bool const from = i > 0 && words::in(" from von ", tokens[i].folded);
    bool const remark = from && (tokens[i - 1].text == "(" || words::in(" up down ", tokens[i - 1].folded));
    if (!named && !remark) continue;
    for (std::size_t j = i + 1; j < tokens.size() && j <= i + 4 && tokens[j].depth == tokens[i].depth; ++j) {
      bool const begins_pair = j + 1 < tokens.size() && words::in(" to auf → -> bis ", tokens[j + 1].folded);
      if (tokens[j].is_number() && tokens[j].usable && !begins_pair) return j;
      if (tokens[j].type == Token::Type::sign && !words::in(" : = ~ < > ", tokens[j].text)) break;
    }
  }
  return {};
}

Candidates all_of(Tokens const& tokens, std::optional<Candidate> (*find)(Tokens const&, std::size_t)) {
  Candidates found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_number() || tokens[i].depth > 0) continue;
    if (auto candidate = find(tokens, i)) found.push_back(std::move(*candidate));
  }
  return found;
}

// "5 deals > $100K": a limit behind a first number tells more about that number.
bool qualifies_earlier(Tokens const& tokens, Context const& context, std::size_t index, Candidates const& before) {
  return context.bound != Bound::none && context.lead_verb == Verb::none && !context.lead.empty() && !before.empty() &&
         tokens[before.back().index].clause == tokens[index].clause;
}

Candidates single_readings(Tokens const& tokens, std::optional<std::size_t> current) {
  Candidates found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_number() || !tokens[i].usable || tokens[i].depth > 0 || i == current) continue;
    auto const context = context_of(tokens, i);
    auto candidate = reading_of(tokens, i);
    if (!candidate || qualifies_earlier(tokens, context, i, found)) continue;
    candidate->weak = words::in(words::place_prepositions, context.lead) && context.lead != "to";
    found.push_back(std::move(*candidate));
  }
  return found;
}

// What follows a colon is a note on the result when there is a number before it: "hire 3: 2 hired".
void drop_notes(Tokens const& tokens, Candidates& candidates) {
  bool number_before = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].depth > 0) continue;
    number_before |= tokens[i].is_number() && tokens[i].usable;
    bool const names = i > 0 && words::in(" target goal ziel current baseline ", tokens[i - 1].folded);
    if (tokens[i].text != ":" || names || !number_before) continue;
    std::erase_if(candidates, [&](Candidate const& c) { return c.index > i; });
    return;
  }
}

// Puts the present number under a measure that was found without one.
void start_from(Measure& measure, bool relative, Token const& current) {
  if (relative) {
    if (!measure.change_percent || current.kind == okr::Kind::percent || current.value == 0) return;
    auto const share = *measure.change_percent / 100;
    measure.change_percent.reset();
    measure.kind = current.kind;
    measure.unit = current.unit;
    measure.target = current.value + std::abs(current.value) * share;
    measure.baseline = current.value;
  } else if (current.kind == measure.kind && current.value != measure.target) {
    if (measure.baseline && current.value > measure.target) return;  // "hire 5 (currently 12)" counts the new ones
    measure.baseline = current.value;
    bool const above = current.value > measure.target;
    if (measure.direction == Direction::stay_above && !above) measure.direction = Direction::rise;
    if (measure.direction == Direction::stay_below && above) measure.direction = Direction::fall;
    if (measure.direction == Direction::rise && above) measure.direction = Direction::stay_above;
    if (measure.direction == Direction::fall && !above) measure.direction = Direction::stay_below;
  }
  measure.explanation += fmt::format(", from {} at present", current.text);
}

Measure chosen(Tokens const& tokens, Candidates candidates, std::optional<std::size_t> current) {
  drop_notes(tokens, candidates);
  bool const any_strong = std::any_of(candidates.begin(), candidates.end(), [](auto const& c) { return !c.weak; });
  if (any_strong) std::erase_if(candidates, [](auto const& c) { return c.weak; });
  bool const any_level = std::any_of(candidates.begin(), candidates.end(), [](auto const& c) { return !c.relative; });
  if (current && any_level) std::erase_if(candidates, [](auto const& c) { return c.relative; });
  if (candidates.empty()) return no_measure("no number that could be measured");
  if (candidates.size() > 1) return no_measure("several measures in one sentence");
  auto measure = std::move(candidates.front().measure);
  if (current) start_from(measure, candidates.front().relative, tokens[*current]);
  return measure;
}

Measure checked(Measure measure) {
  if (measure.baseline == measure.target) return no_measure("the start is the same as the target");
  if (!okr::faults(kept_measure(measure)).empty()) return no_measure("no measure that could be kept");
  return measure;
}

}  // namespace

Measure measure_of(std::string_view sentence) {
  auto const tokens = tokens_of(sentence);
  for (auto const find : {pair_ending_at, range_ending_at}) {
    auto found = all_of(tokens, find);
    if (found.size() > 1) return no_measure("several measures in one sentence");
    if (found.size() == 1) return checked(std::move(found.front().measure));
  }
  auto const current = current_number(tokens);
  return checked(chosen(tokens, single_readings(tokens, current), current));
}

okr::Measure stated_measure(Measure const& found) {
  return {.kind = found.kind,
          .direction = found.direction,
          .baseline = found.baseline,
          .target = found.target,
          .low = found.low,
          .high = found.high,
          .change_percent = found.change_percent};
}

okr::Measure kept_measure(Measure const& found) {
  return okr::kept(stated_measure(found));
}

}  // namespace waymark::connect
