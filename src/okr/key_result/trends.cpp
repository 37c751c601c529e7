#include "okr/key_result/trends.hpp"

#include "okr/cycle/cycle_store.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr {

std::vector<Advice> trends(db::Tx& tx, KeyResults const& key_results, ObjectiveId id) {
  std::vector<Advice> all;
  auto const ends_on = frame_of(*store::objective(tx, id)).ends_on;
  for (auto const& row : store::of_objective(tx, id)) {
    if (row.kind == Kind::yes_no || row.kind == Kind::milestones) continue;
    auto advice = about_trend(store::measure_of(row), key_results.history(tx, row), row.due_on.value_or(ends_on));
    if (!advice) continue;
    advice->words = row.title;
    all.push_back(*std::move(advice));
  }
  return all;
}

std::optional<Advice> trend_of_kpi(db::Tx& tx, KeyResults const& key_results, NewKeyResult const& wanted,
                                   std::optional<CycleId> in_cycle) {
  auto const cycle = in_cycle ? store::cycle(tx, *in_cycle) : std::nullopt;
  if (!wanted.kpi_id || !wanted.target || !cycle) return std::nullopt;
  auto const history = key_results.history(tx, *wanted.kpi_id);
  if (history.empty()) return std::nullopt;
  double const start = wanted.baseline ? wanted.baseline->value : history.back().value;
  Measure const measure{
      .kind = Kind::number,
      .direction = wanted.direction.value_or(start <= wanted.target->value ? Direction::rise : Direction::fall),
      .baseline = start,
      .target = wanted.target->value};
  auto advice = about_trend(measure, history, wanted.due_on.value_or(cycle->ends_on));
  if (advice) advice->words = wanted.title;
  return advice;
}

}  // namespace waymark::okr
