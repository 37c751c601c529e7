#include "okr/key_result/key_results.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "core/base/problem.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"
#include "okr/key_result/measured_start.hpp"
#include "okr/key_result/milestones.hpp"
#include "okr/key_result/new_measure.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/named.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/relation.hpp"

namespace waymark::okr {
namespace {

using store::KeyResultRow;

KeyResultRow row_of(db::Tx& tx, KeyResultId id) {
  auto row = store::key_result(tx, id);
  if (!row) throw base::not_found("There is no such key result.");
  return std::move(*row);
}

// For somebody who sees it.
KeyResultRow row_of(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id) {
  auto row = store::key_result(tx, id);
  relation_through(tx, viewer, row ? std::optional{row->objective_id} : std::nullopt,
                   base::not_found("There is no such key result."));
  return std::move(*row);
}

std::optional<double> plain(std::optional<json::Figure> const& figure) {
  if (!figure) return std::nullopt;
  return figure->value;
}

// Baseline and target; a rise becomes a fall where they say so. A target that is written takes the place of a change in
// percent, and so does the one that follows from a baseline that is written.
void apply_way(KeyResultRow& row, KeyResultChange const& change) {
  if (change.baseline.given) {
    row.baseline = plain(change.baseline.value);
    row.baseline_on.reset();
  }
  if (change.change_percent) {
    row.change_percent = plain(change.change_percent);
    row.direction = *row.change_percent < 0 ? Direction::fall : Direction::rise;
  }
  if (row.change_percent && row.baseline && !row.baseline_on) {
    row.target = relative_target(*row.baseline, std::abs(*row.change_percent), row.direction);
    row.change_percent.reset();
  }
  if (change.target) {
    row.target = *change.target;
    row.change_percent.reset();
  }
  bool const moved = change.baseline.given || change.target;
  if (moved && row.baseline && !is_limit(row.direction) && !row.change_percent)
    row.direction = row.target < *row.baseline ? Direction::fall : Direction::rise;
}

void apply(KeyResultRow& row, KeyResultChange const& change) {
  auto const figure = [](std::optional<double>& field, json::Change<json::Figure> const& given) {
    if (given.given) field = plain(given.value);
  };
  row.title = change.title.value_or(row.title);
  apply_way(row, change);
  figure(row.low, change.low);
  figure(row.high, change.high);
  figure(row.commit, change.commit);
  figure(row.stretch, change.stretch);
  row.unit = change.unit.value_or(row.unit);
  row.weight = change.weight.value_or(row.weight);
  row.counter = change.counter.value_or(row.counter);
  change.owner_id.apply_to(row.owner_id);
  change.due_on.apply_to(row.due_on);
  change.indicator.apply_to(row.indicator);
  change.kpi_id.apply_to(row.kpi_id);
}

// A value as the history keeps it: a number with its digits, never as a power of ten.
std::string said(std::string const& text) {
  return text;
}

std::string said(double value) {
  std::array<char, 400> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

std::string said(base::Day day) {
  return day.to_string();
}

std::string said(Indicator indicator) {
  return std::string{json::name_of(indicator)};
}

template <class T>
std::string said(std::optional<T> const& value) {
  return value ? said(*value) : "";
}

std::string name_of(db::Tx& tx, std::optional<PersonId> person) {
  return person ? store::person(tx, *person).name : "";
}

// Who checks it in.
PersonId owner_of(db::Tx& tx, KeyResultRow const& row) {
  return row.owner_id ? *row.owner_id : store::objective(tx, row.objective_id)->accountable_id;
}

void check_weight(double weight, std::string const& path) {
  if (weight < 0 || weight > 1000)
    throw base::invalid(path.empty() ? "weight" : path + ".weight", "A weight is between 0 and 1000.");
}

// A measure that stays as it was is not asked again: its baseline may have been measured beside its levels.
void check_change(KeyResultRow const& before, KeyResultRow const& after) {
  auto const measure = store::measure_of(after);
  if (measure != store::measure_of(before)) check(measure, "");
}

// A day outside its cycle is late from the start, or never. [OKR-45]
void check_day(std::optional<base::Day> day, store::CycleDays const& cycle, std::string const& path) {
  if (!day || (cycle.starts_on <= *day && *day <= cycle.ends_on)) return;
  throw base::invalid(path, fmt::format("This day lies outside the cycle, which runs from {} to {}.",
                                        cycle.starts_on.to_string(), cycle.ends_on.to_string()));
}

template <class Step>
void check_days(db::Tx& tx, ObjectiveId objective, std::optional<base::Day> due, std::vector<Step> const& milestones,
                std::string const& path) {
  auto const cycle = store::cycle_days_of(tx, objective);
  check_day(due, cycle, json::joined(path, "due_on"));
  for (std::size_t i = 0; i < milestones.size(); ++i)
    check_day(milestones[i].due_on, cycle, json::joined(path, fmt::format("milestones[{}].due_on", i)));
}

void check_owner(db::Tx& tx, std::optional<PersonId> owner, std::string const& path) {
  if (owner && !store::is_active(tx, *owner))
    throw base::invalid(path.empty() ? "owner_id" : path + ".owner_id", "There is no such person.");
}

}  // namespace

std::optional<double> refresh_progress(db::Tx& tx, ObjectiveId objective) {
  store::hold(tx, objective);
  return add_up_progress(tx, objective);
}

std::optional<double> add_up_progress(db::Tx& tx, ObjectiveId objective) {
  auto const progress = objective_progress(store::weights(tx, objective));
  store::set_progress(tx, objective, progress);
  return progress;
}

void KeyResults::check_kpi(db::Tx& tx, std::optional<KpiId> kpi, std::string const& path) const {
  if (!kpi || kpis_.look_up(tx, *kpi)) return;
  throw base::invalid(json::joined(path, "kpi_id"), "There is no such KPI.");
}

std::string KeyResults::kpi_name(db::Tx& tx, std::optional<KpiId> kpi) const {
  auto const now = kpi ? kpis_.look_up(tx, *kpi) : std::nullopt;
  return now ? now->name : "";
}

// One line of history for each field that differs.
void KeyResults::keep_changes(db::Tx& tx, ChangeKeeper const& keep, KeyResultRow const& before,
                              KeyResultRow const& after) const {
  auto const of = [&](std::string_view field, auto const& was, auto const& is) {
    keep.of(before.id, field, said(was), said(is));
  };
  of("title", before.title, after.title);
  of("baseline", before.baseline, after.baseline);
  of("target", stated_target(store::measure_of(before)), stated_target(store::measure_of(after)));
  of("change_percent", before.change_percent, after.change_percent);
  of("low", before.low, after.low);
  of("high", before.high, after.high);
  of("commit", before.commit, after.commit);
  of("stretch", before.stretch, after.stretch);
  of("unit", before.unit, after.unit);
  of("weight", before.weight, after.weight);
  of("due_on", before.due_on, after.due_on);
  of("counter", before.counter, after.counter);
  of("indicator", before.indicator, after.indicator);
  if (before.owner_id != after.owner_id)
    keep.of(before.id, "owner", name_of(tx, before.owner_id), name_of(tx, after.owner_id));
  if (before.kpi_id != after.kpi_id) keep.of(before.id, "kpi", kpi_name(tx, before.kpi_id), kpi_name(tx, after.kpi_id));
}

std::vector<Sample> KeyResults::history(db::Tx& tx, KpiId kpi) const {
  auto const now = kpis_.look_up(tx, kpi);
  return now ? now->history : std::vector<Sample>{};
}

std::vector<Sample> KeyResults::history(db::Tx& tx, store::KeyResultRow const& row) const {
  return row.kpi_id ? history(tx, *row.kpi_id) : store::measured_before(tx, row.id);
}

void KeyResults::take_kpi_value(db::Tx& tx, policy::Viewer const& viewer, KeyResultRow const& row) const {
  if (!row.kpi_id) return;
  auto const now = kpis_.look_up(tx, *row.kpi_id);
  if (!now || !now->value) return;
  auto const day = now->history.empty() ? tx.today() : now->history.back().day;
  kpis_.give(tx, row.id, {day, *now->value}, viewer.person);
}

void KeyResults::take_kpi_values(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) const {
  for (auto const& row : store::of_objective(tx, objective)) take_kpi_value(tx, viewer, row);
}

KeyResult KeyResults::get(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id) const {
  auto const row = row_of(tx, viewer, id);
  return key_result_of(row, frame_of(*store::objective(tx, row.objective_id)), tx.today());
}

KeyResultId KeyResults::write(db::Tx& tx, ObjectiveId objective, NewKeyResult const& wanted, std::int64_t position,
                              std::string const& path, bool measured,
                              std::optional<std::string> const& import_key) const {
  auto const weight = wanted.weight.value_or(1).value;
  check_weight(weight, path);
  check_owner(tx, wanted.owner_id, path);
  check_kpi(tx, wanted.kpi_id, path);
  check_days(tx, objective, wanted.due_on, wanted.milestones, path);
  store::FreshKeyResult const fresh{tx.new_id<KeyResultId>(),
                                    objective,
                                    wanted.title,
                                    measure_of(wanted, path),
                                    {},
                                    wanted.unit.value_or(""),
                                    weight,
                                    wanted.owner_id,
                                    wanted.due_on,
                                    wanted.indicator,
                                    wanted.counter.value_or(""),
                                    wanted.kpi_id,
                                    measured,
                                    position,
                                    import_key,
                                    {}};
  store::insert(tx, fresh);
  std::int64_t step = 0;
  for (auto const& milestone : wanted.milestones) store::insert_milestone(tx, fresh.id, milestone, step++);
  return fresh.id;
}

KeyResult KeyResults::create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective,
                             NewKeyResult const& wanted, std::string const& reason) const {
  auto const relation = open_to(tx, viewer, objective);
  auto const id = write(tx, objective, wanted, store::count(tx, objective), "");
  add_up_progress(tx, objective);
  store::touch(tx, objective, viewer.person);
  ChangeKeeper const keep{tx, viewer, objective, relation.state, reason};
  keep.of(id, "key_result", "", wanted.title);
  if (relation.state == State::published) take_kpi_value(tx, viewer, row_of(tx, id));
  announce(events_, tx, happened.key_result_added, id, objective, relation, viewer);
  if (wanted.owner_id) announce_handover(events_, tx, id, {}, objective, relation, viewer);
  return get(tx, viewer, id);
}

KeyResult KeyResults::change(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id, std::int64_t seen,
                             KeyResultChange const& change) const {
  store::hold_objective_of(tx, id);
  auto const before = row_of(tx, viewer, id);
  auto const relation = still_open(tx, viewer, before.objective_id);
  if (before.version != seen) {
    auto problem = base::conflict("version_conflict", "This key result was changed by somebody else meanwhile.");
    problem.current = json::text_of(get(tx, viewer, id));
    throw problem;
  }
  auto after = before;
  check_fits(before.kind, before.direction, change);
  apply(after, change);
  check_change(before, after);
  check_weight(after.weight, "");
  check_owner(tx, after.owner_id, "");
  check_days(tx, before.objective_id, after.due_on == before.due_on ? std::nullopt : after.due_on,
             change.milestones.value_or(std::vector<MilestoneChange>{}), "");
  auto const follows_anew = after.kpi_id != before.kpi_id;
  if (follows_anew) check_kpi(tx, after.kpi_id, "");
  ChangeKeeper const keep{tx, viewer, before.objective_id, relation.state, change.reason.value_or("")};
  if (change.milestones) after.current = renew_milestones(tx, keep, before, *change.milestones);
  begin_again(tx, after);
  if (after.current) after.progress = progress(store::measure_of(after), *after.current);
  keep_changes(tx, keep, before, after);
  store::touch(tx, before.objective_id, viewer.person);
  store::update(tx, after);
  add_up_progress(tx, before.objective_id);
  if (follows_anew && relation.state == State::published) take_kpi_value(tx, viewer, after);
  announce(events_, tx, happened.key_result_changed, id, before.objective_id, relation, viewer);
  auto const owner_before = owner_of(tx, before);
  if (owner_before != owner_of(tx, after))
    announce_handover(events_, tx, id, owner_before, before.objective_id, relation, viewer);
  return get(tx, viewer, id);
}

void KeyResults::drop(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id, std::string const& reason) const {
  store::hold_objective_of(tx, id);
  auto const row = row_of(tx, viewer, id);
  auto const relation = still_open(tx, viewer, row.objective_id);
  ChangeKeeper const keep{tx, viewer, row.objective_id, relation.state, reason};
  keep.of(id, "key_result", row.title, "");
  if (relation.state == State::published && store::count(tx, row.objective_id) == 1) {
    throw base::conflict("last_key_result",
                         "A published objective keeps at least one key result. Cancel the objective instead.");
  }
  store::touch(tx, row.objective_id, viewer.person);
  store::drop(tx, id);
  add_up_progress(tx, row.objective_id);
  announce(events_, tx, happened.key_result_dropped, id, row.objective_id, relation, viewer);
}

}  // namespace waymark::okr
