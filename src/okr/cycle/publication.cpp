#include "okr/cycle/publication.hpp"

#include <array>
#include <span>

namespace waymark::okr {
namespace {

constexpr base::Millis settling_ms = 60 * 60'000;

constexpr std::array<std::string_view, 2> words{"title", "why"};
constexpr std::array<std::string_view, 12> measure{"ambition", "baseline", "change_percent", "commit",  "high",
                                                   "kpi",      "low",      "milestones",     "stretch", "target",
                                                   "unit",     "weight"};
constexpr std::array<std::string_view, 2> hands{"accountable", "owner"};
constexpr std::array<std::string_view, 1> due{"due_on"};
constexpr std::array<std::string_view, 1> key_results{"key_result"};
constexpr std::array<std::string_view, 1> cycle{"cycle"};

void add(FieldRules& to, std::span<std::string_view const> fields, people::ChangeRule rule) {
  if (rule == people::ChangeRule::free) return;
  auto& list = rule == people::ChangeRule::fixed ? to.fixed : to.asking;
  list.insert(list.end(), fields.begin(), fields.end());
}

}  // namespace

bool may_be_taken_back(State state, Traces const& others) {
  return state == State::published && !others.checked_in && !others.talked && !others.linked;
}

bool is_untold(base::Millis published_at, base::Millis now) {
  return now < published_at + untold_ms;
}

bool are_words_settled(State state, std::optional<base::Millis> published_at, base::Millis now) {
  return state == State::published && now >= published_at.value_or(0) + settling_ms;
}

FieldRules field_rules(State state, std::optional<base::Millis> published_at, base::Millis now,
                       ChangeRules const& rules) {
  FieldRules fields;
  if (state != State::published) return fields;
  add(fields, hands, rules.hands);
  add(fields, cycle, rules.cycle);
  add(fields, measure, rules.measure);
  add(fields, due, rules.due);
  add(fields, key_results, rules.key_results);
  if (are_words_settled(state, published_at, now)) add(fields, words, rules.words);
  return fields;
}

}  // namespace waymark::okr
