#include "okr/cycle/conventions.hpp"

#include "core/base/problem.hpp"
#include "people/conventions.hpp"

namespace waymark::okr {
namespace {

Limits limits(std::int64_t least, std::int64_t most) {
  return {static_cast<int>(least), static_cast<int>(most)};
}

}  // namespace

Limits objective_limits(db::Tx& tx, ObjectiveLevel level) {
  auto const agreed = people::conventions(tx);
  switch (level) {
    case ObjectiveLevel::company: return limits(agreed.company_objectives_least, agreed.company_objectives_most);
    case ObjectiveLevel::person: return limits(agreed.person_objectives_least, agreed.person_objectives_most);
    case ObjectiveLevel::team: break;
  }
  return limits(agreed.objectives_least, agreed.objectives_most);
}

Limits key_result_limits(db::Tx& tx, ObjectiveLevel level) {
  auto const agreed = people::conventions(tx);
  switch (level) {
    case ObjectiveLevel::company: return limits(agreed.company_key_results_least, agreed.company_key_results_most);
    case ObjectiveLevel::person: return limits(agreed.person_key_results_least, agreed.person_key_results_most);
    case ObjectiveLevel::team: break;
  }
  return limits(agreed.key_results_least, agreed.key_results_most);
}

Depth depth(db::Tx& tx) {
  auto const agreed = people::conventions(tx);
  return {agreed.levels_most, agreed.levels_stop};
}

Cadence usual_cadence(db::Tx& tx) {
  switch (people::conventions(tx).cadence) {
    case people::TeamCadence::two_weekly: return Cadence::two_weekly;
    case people::TeamCadence::monthly: return Cadence::monthly;
    case people::TeamCadence::weekly: break;
  }
  return Cadence::weekly;
}

ChangeRules change_rules(db::Tx& tx) {
  auto const agreed = people::conventions(tx);
  return {agreed.change_words, agreed.change_measure,     agreed.change_hands,
          agreed.change_due,   agreed.change_key_results, agreed.change_cycle};
}

bool has_individual_okrs(db::Tx& tx) {
  return people::conventions(tx).individual_okrs;
}

bool makes_suggestions(db::Tx& tx) {
  return people::conventions(tx).suggestions;
}

void check_individual_okrs(db::Tx& tx) {
  if (has_individual_okrs(tx)) return;
  throw base::conflict("no_individual_okrs", "In this organisation OKRs are for teams; people contribute to them.");
}

}  // namespace waymark::okr
