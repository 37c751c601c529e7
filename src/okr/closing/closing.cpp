#include "okr/closing/closing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/problem.hpp"
#include "core/json/write.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/closing/closing_store.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/objective/key_result_store.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/retro/retro_store.hpp"

namespace waymark::okr {
namespace {

KeyResultClosure suggested_for(store::KeyResultRow const& row, Ambition ambition) {
  auto const measure = store::measure_of(row);
  auto const grade = row.progress ? std::optional{suggested_grade(*row.progress)} : std::nullopt;
  auto const result = grade && row.current ? std::optional{outcome(measure, *row.current)} : std::nullopt;
  auto const called = grade ? std::optional{verdict(*grade, ambition, false)} : std::nullopt;
  return {row.id, result, grade, {}, "", {}, called};
}

// What was never measured says nothing about the whole. [OKR-31]
std::optional<double> suggested_for(std::vector<store::KeyResultRow> const& rows) {
  std::vector<Weighted> measured;
  for (auto const& row : rows) {
    if (row.progress) measured.push_back({*row.progress, row.weight});
  }
  return suggested_grade(measured);
}

// What was wanted for each key result of the objective, in their order.
std::vector<KeyResultClosure> parts_of(std::vector<store::KeyResultRow> const& rows, Ambition ambition,
                                       NewClosure const& wanted) {
  std::vector<KeyResultClosure> parts;
  for (auto const& row : rows) parts.push_back(suggested_for(row, ambition));
  for (std::size_t i = 0; i < wanted.key_results.size(); ++i) {
    auto const& given = wanted.key_results[i];
    auto const part =
        std::find_if(parts.begin(), parts.end(), [&](auto const& p) { return p.key_result_id == given.key_result_id; });
    if (part == parts.end())
      throw base::invalid(fmt::format("key_results[{}].key_result_id", i), "This objective has no such key result.");
    if (given.outcome && part->grade) part->outcome = given.outcome;
    part->cause = given.cause;
    part->note = given.note.value_or("");
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].outcome == Outcome::missed && !parts[i].cause) {
      throw base::invalid(fmt::format("key_results[{}].cause", i),
                          fmt::format("\"{}\" was missed: name the cause.", rows[i].title));
    }
  }
  return parts;
}

void check(NewClosure const& wanted, std::optional<double> suggested) {
  if (!is_grade(wanted.grade)) throw base::invalid("grade", "A grade is 0.0 to 1.0 in tenths.");
  if (needs_reason(suggested, wanted.grade) && wanted.reason.value_or("").empty()) {
    throw base::invalid("reason", fmt::format("The figures suggest {:.1f}: say in a few words why it is {:.1f}.",
                                              *suggested, wanted.grade.value));
  }
}

// A key result for the next cycle: from the last value to the same target. What has reached its target asks for a new
// one and is left out.
std::optional<NewKeyResult> next_of(store::KeyResultRow const& row) {
  auto const measure = store::measure_of(row);
  if (row.current && reaches_target(measure, *row.current) && !is_limit(row.direction)) return std::nullopt;
  NewKeyResult next{};
  next.title = row.title;
  next.kind = row.kind;
  next.unit = row.unit;
  next.weight = row.weight;
  next.owner_id = row.owner_id;
  next.indicator = row.indicator;
  next.counter = row.counter;
  next.kpi_id = row.kpi_id;
  if (row.kind == Kind::yes_no || row.kind == Kind::milestones) return next;
  next.direction = row.direction;
  if (auto const start = is_limit(row.direction) || !row.current ? row.baseline : row.current) next.baseline = *start;
  if (awaits_target(measure)) next.change_percent = *row.change_percent;
  if (!awaits_target(measure) && row.direction != Direction::stay_within) next.target = row.target;
  if (row.low) next.low = *row.low;
  if (row.high) next.high = *row.high;
  if (row.stretch && !is_limit(row.direction)) next.stretch = *row.stretch;
  return next;
}

// What goes on somewhere already is not copied again. [OKR-58]
bool is_carried(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, CycleId to) {
  auto const carried = store::carried_to(tx, id);
  if (!carried) return false;
  if (carried->cycle.id != to && may_see(tx, viewer.person, carried->id))
    throw base::invalid("carry_to", fmt::format("This was carried forward into {} already.", carried->cycle.name));
  return true;
}

// A learning stands in the retro of its team and is found again from there.
void keep_learning(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::string const& learning) {
  if (learning.empty()) return;
  auto const row = *store::objective(tx, id);
  store::insert_card(tx, {tx.new_id<RetroCardId>(),
                          row.team_id,
                          row.cycle_id,
                          RetroPart::learn,
                          learning,
                          id,
                          {},
                          viewer.person,
                          "",
                          0,
                          1});
}

}  // namespace

ClosureSuggestion Closing::suggest(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const {
  check_open(to_end(tx, viewer, id, ""));
  ClosureSuggestion suggestion{};
  auto const ambition = store::objective(tx, id)->ambition;
  auto const rows = store::of_objective(tx, id);
  suggestion.suggested_grade = suggested_for(rows);
  std::vector<Ending> endings;
  for (auto const& row : rows) {
    auto& part = suggestion.key_results.emplace_back(suggested_for(row, ambition));
    part.first_target = store::first_target(tx, id, row.id);
    if (!part.grade) ++suggestion.unmeasured;
    part.first_confidence = store::first_confidence(tx, row.id);
    part.last_confidence = row.confidence;
    endings.push_back({part.grade, part.first_confidence});
  }
  suggestion.easy_signs = easy_signs(endings, store::earlier_grades(tx, id), ambition);
  suggestion.changes = store::changes(tx, id);
  return suggestion;
}

void Closing::close(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, NewClosure const& wanted) const {
  auto const relation = to_end(tx, viewer, id, "objective.closed");
  check_open(relation);
  if (relation.state == State::draft) throw base::conflict("still_draft", "This is a draft: publish or delete it.");
  auto const rows = store::of_objective(tx, id);
  auto const suggested = suggested_for(rows);
  check(wanted, suggested);
  auto const parts = parts_of(rows, store::objective(tx, id)->ambition, wanted);
  store::insert_closure(tx, id, wanted, suggested, viewer.person);
  for (auto const& part : parts) store::insert_key_result_closure(tx, id, part);
  keep_learning(tx, viewer, id, wanted.learning.value_or(""));
  if (wanted.carry_to && !is_carried(tx, viewer, id, *wanted.carry_to)) carry(tx, viewer, id, *wanted.carry_to);
  store::set_state(tx, id, State::closed);
  announce(events_, tx, happened.objective_closed, id, id, relation, viewer);
}

void Closing::reopen(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::string const& reason) const {
  auto const relation = to_end(tx, viewer, id, "objective.reopened");
  if (relation.open()) return;
  store::keep_open(tx, relation.cycle_id);
  if (relation_to(tx, viewer, id).phase == Phase::closed)
    throw base::conflict("cycle_closed", "This cycle is closed: what ended in it stays as it is.");
  if (reason.empty()) throw base::invalid("reason", "Say in a few words why it goes on; both stay in its history.");
  store::insert_change(tx, id, {}, "state", json::name_of(relation.state), "published", reason, viewer.person);
  store::put_closure_by(tx, id, viewer.person);
  store::set_state(tx, id, State::published);
  key_results_.take_kpi_values(tx, viewer, id);
  announce(events_, tx, happened.objective_reopened, id, id, relation, viewer);
}

ObjectiveId Closing::carry(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId from, CycleId to) const {
  store::keep_open(tx, to);
  auto const cycle = store::cycle(tx, to);
  auto const row = *store::objective(tx, from);
  if (!cycle || cycle->phase == Phase::closed || to == row.cycle_id)
    throw base::invalid("carry_to", "Name another cycle that is not closed.");
  auto const id = tx.new_id<ObjectiveId>();
  auto const position = store::count_open(tx, to, row.team_id, row.person_id);
  store::insert(tx, {id,
                     to,
                     row.level,
                     row.team_id,
                     row.person_id,
                     row.accountable_id,
                     row.title,
                     row.why,
                     row.ambition,
                     position,
                     "",
                     from,
                     {},
                     viewer.person});
  std::int64_t place = 0;
  for (auto const& key_result : store::of_objective(tx, from)) {
    auto next = next_of(key_result);
    if (!next) continue;
    for (auto const& step : store::milestones_of(tx, key_result.id)) {
      if (!step.reached_at) next->milestones.push_back({step.title, json::Figure{step.weight}, {}});
    }
    key_results_.write(tx, id, *next, place++, "");
  }
  for (auto const& person : store::contributors(tx, from)) store::add_contributor(tx, id, person.id);
  refresh_progress(tx, id);
  announce(events_, tx, happened.objective_created, id, id, relation_to(tx, viewer, id), viewer);
  return id;
}

}  // namespace waymark::okr
