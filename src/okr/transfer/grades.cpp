#include "okr/transfer/grades.hpp"

#include <fmt/format.h>

#include "okr/check_in/check_in_store.hpp"
#include "okr/closing/closing_store.hpp"
#include "okr/key_result/measured_start.hpp"
#include "okr/objective/key_result_store.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr {
namespace {

// The share of the milestones that are reached; nothing where none is.
std::optional<double> set_milestones(db::Tx& tx, KeyResultId id, std::vector<PlannedMilestone> const& planned) {
  std::int64_t position = 0;
  std::vector<Milestone> steps;
  for (auto const& [title, weight, reached] : planned) {
    NewMilestone milestone;
    milestone.title = title;
    milestone.weight = weight;
    store::insert_milestone(tx, id, milestone, position++);
    steps.push_back({weight, reached});
  }
  auto const made = store::milestones_of(tx, id);
  bool any = false;
  for (std::size_t i = 0; i < made.size() && i < planned.size(); ++i) {
    if (!planned[i].reached) continue;
    store::set_reached(tx, made[i].id, tx.now());
    any = true;
  }
  return any ? milestone_share(steps) : std::nullopt;
}

// A final score says how far the key result came, and not at which value.
std::optional<double> progress_of(PlannedKeyResult const& planned, Measure const& measure,
                                  std::optional<double> value) {
  if (value) return progress(measure, *value);
  return planned.score;
}

// As bring_value leaves it: a way that has no start yet begins at the file's value.
Measure begun_measure(PlannedKeyResult const& planned) {
  auto const measure = kept(planned.measure);
  return planned.current ? started_from(measure, *planned.current) : measure;
}

}  // namespace

bool bring_value(db::Tx& tx, policy::PersonId author, KeyResultId id, Measure const& measure,
                 PlannedKeyResult const& planned) {
  auto const reached = set_milestones(tx, id, planned.milestones);
  auto const value = planned.current ? planned.current : reached;
  if (!value && !planned.confidence && !planned.score) return false;
  store::FreshCheckIn news{};
  news.id = tx.new_id<CheckInId>();
  news.key_result_id = id;
  news.author_id = author;
  news.value = value;
  if (planned.confidence) news.confidence = *planned.confidence;
  auto const begun = value ? begin(tx, id, measure, *value, tx.today()) : measure;
  news.progress = progress_of(planned, begun, value);
  if (planned.score) news.what_happened = fmt::format("Final score {}", *planned.score);
  news.source = Source::imported;
  store::insert(tx, news);
  store::set_news(tx, id, value, news.confidence, news.progress, news.id);
  return true;
}

std::optional<double> grade_of(PlannedObjective const& planned) {
  if (planned.score) return planned.score;
  if (planned.key_results.empty()) return {};
  double sum = 0;
  for (auto const& result : planned.key_results) {
    if (!result.score) return {};
    sum += *result.score;
  }
  return suggested_grade(sum / static_cast<double>(planned.key_results.size()));
}

void close_imported(db::Tx& tx, policy::PersonId by, ObjectiveId id, PlannedObjective const& planned, double grade,
                    std::map<std::string, KeyResultId> const& key_results) {
  NewClosure closure{};
  closure.grade = grade;
  closure.reason = planned.score ? "Imported with this score." : "The mean of the imported scores.";
  closure.execution = Execution::fair;
  store::insert_closure(tx, id, closure, {}, by);
  for (auto const& result : planned.key_results) {
    // A grade that the file gives stands, also where no way was measured.
    auto const final = result.score ? result.score : progress_of(result, begun_measure(result), result.current);
    if (!final) continue;
    auto const outcome = *final >= 1 ? Outcome::hit : Outcome::missed;
    store::insert_key_result_closure(tx, id, {key_results.at(result.key), outcome, *final, {}, "", {}, {}});
  }
  store::set_state(tx, id, State::closed);
}

}  // namespace waymark::okr
