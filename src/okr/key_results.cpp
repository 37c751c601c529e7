#include "okr/key_results.hpp"

#include <fmt/format.h>

#include "core/base/problem.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"
#include "okr/cards.hpp"
#include "okr/check_in_store.hpp"
#include "okr/milestones.hpp"
#include "okr/new_measure.hpp"
#include "okr/news.hpp"
#include "okr/relation.hpp"

namespace waymark::okr {
namespace {

using store::KeyResultRow;

KeyResultRow row_of(db::Tx& tx, KeyResultId id) {
  auto row = store::key_result(tx, id);
  if (!row) throw base::not_found("There is no such key result.");
  return std::move(*row);
}

std::optional<double> plain(std::optional<json::Figure> const& figure) {
  if (!figure) return std::nullopt;
  return figure->value;
}

void apply(KeyResultRow& row, KeyResultChange const& change) {
  auto const figure = [](std::optional<double>& field, json::Change<json::Figure> const& given) {
    if (given.given) field = plain(given.value);
  };
  row.title = change.title.value_or(row.title);
  row.baseline = change.baseline.value_or(row.baseline);
  row.target = change.target.value_or(row.target);
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
  auto const turned = row.direction == Direction::rise || row.direction == Direction::fall;
  if (turned && (change.baseline || change.target))
    row.direction = row.target < row.baseline ? Direction::fall : Direction::rise;
}

template <class T>
std::string said(T const& value) {
  auto text = json::text_of(value);
  if (text == "null") return "";
  if (text.size() >= 2 && text.front() == '"') return text.substr(1, text.size() - 2);
  return text;
}

// One line of history for each field that differs. [OKR-46]
void keep_changes(db::Tx& tx, policy::Viewer const& viewer, KeyResultRow const& before, KeyResultRow const& after,
                  std::string const& reason) {
  auto const keep = [&](std::string_view field, auto const& was, auto const& is) {
    if (said(was) != said(is))
      store::insert_change(tx, before.objective_id, before.id, field, said(was), said(is), reason, viewer.person);
  };
  keep("title", before.title, after.title);
  keep("baseline", before.baseline, after.baseline);
  keep("target", before.target, after.target);
  keep("low", before.low, after.low);
  keep("high", before.high, after.high);
  keep("commit", before.commit, after.commit);
  keep("stretch", before.stretch, after.stretch);
  keep("unit", before.unit, after.unit);
  keep("weight", before.weight, after.weight);
  keep("owner", before.owner_id, after.owner_id);
  keep("due_on", before.due_on, after.due_on);
  keep("counter", before.counter, after.counter);
  keep("indicator", before.indicator, after.indicator);
  keep("kpi", before.kpi_id, after.kpi_id);
}

void check_weight(double weight, std::string const& path) {
  if (weight < 0 || weight > 1000)
    throw base::invalid(path.empty() ? "weight" : path + ".weight", "A weight is between 0 and 1000.");
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

void keep_kpi_value(db::Tx& tx, events::Events const& events, KeyResultId key_result, double value, PersonId author) {
  auto const row = row_of(tx, key_result);
  policy::Viewer const by{.person = author, .roles = {}, .scopes = {}};
  auto const reached = progress(store::measure_of(row), value);
  auto const id = tx.new_id<CheckInId>();
  store::insert(tx, {id, key_result, author, value, {}, reached, "", "", "", "", Source::kpi});
  store::set_news(tx, key_result, value, row.confidence, reached, id);
  add_up_progress(tx, row.objective_id);
  announce(events, tx, happened.check_in_made, id, row.objective_id, relation_to(tx, by, row.objective_id), by);
}

void KeyResults::check_kpi(db::Tx& tx, std::optional<KpiId> kpi, std::string const& path) const {
  if (!kpi || look_up_kpi_(tx, *kpi)) return;
  throw base::invalid(json::joined(path, "kpi_id"), "There is no such KPI.");
}

std::vector<Sample> KeyResults::history(db::Tx& tx, KpiId kpi) const {
  auto const now = look_up_kpi_(tx, kpi);
  return now ? now->history : std::vector<Sample>{};
}

std::vector<Sample> KeyResults::history(db::Tx& tx, store::KeyResultRow const& row) const {
  return row.kpi_id ? history(tx, *row.kpi_id) : store::measured_before(tx, row.id);
}

void KeyResults::take_kpi_value(db::Tx& tx, policy::Viewer const& viewer, KeyResultRow const& row) const {
  if (!row.kpi_id) return;
  auto const now = look_up_kpi_(tx, *row.kpi_id);
  if (now && now->value) keep_kpi_value(tx, events_, row.id, *now->value, viewer.person);
}

void KeyResults::take_kpi_values(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) const {
  for (auto const& row : store::of_objective(tx, objective)) take_kpi_value(tx, viewer, row);
}

KeyResult KeyResults::get(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id) const {
  auto const row = row_of(tx, id);
  relation_to(tx, viewer, row.objective_id);
  return key_result_of(row, frame_of(*store::objective(tx, row.objective_id)), tx.today());
}

KeyResultId KeyResults::write(db::Tx& tx, ObjectiveId objective, NewKeyResult const& wanted, std::int64_t position,
                              std::string const& path, bool measured,
                              std::optional<std::string> const& import_key) const {
  auto const weight = wanted.weight.value_or(1).value;
  check_weight(weight, path);
  check_owner(tx, wanted.owner_id, path);
  check_kpi(tx, wanted.kpi_id, path);
  store::FreshKeyResult const fresh{tx.new_id<KeyResultId>(),
                                    objective,
                                    wanted.title,
                                    measure_of(wanted, path),
                                    wanted.unit.value_or(""),
                                    weight,
                                    wanted.owner_id,
                                    wanted.due_on,
                                    wanted.indicator,
                                    wanted.counter.value_or(""),
                                    wanted.kpi_id,
                                    measured,
                                    position,
                                    import_key};
  store::insert(tx, fresh);
  std::int64_t step = 0;
  for (auto const& milestone : wanted.milestones) store::insert_milestone(tx, fresh.id, milestone, step++);
  return fresh.id;
}

KeyResult KeyResults::create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective,
                             NewKeyResult const& wanted, std::string const& path) const {
  auto const relation = open_to(tx, viewer, objective);
  auto const id = write(tx, objective, wanted, store::count(tx, objective), path);
  add_up_progress(tx, objective);
  store::touch(tx, objective, viewer.person);
  if (relation.state == State::published) {
    store::insert_change(tx, objective, id, "key_result", "", wanted.title, "", viewer.person);
    take_kpi_value(tx, viewer, row_of(tx, id));
  }
  announce(events_, tx, happened.key_result_added, id, objective, relation, viewer);
  return get(tx, viewer, id);
}

KeyResult KeyResults::change(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id, std::int64_t seen,
                             KeyResultChange const& change) const {
  store::hold_objective_of(tx, id);
  auto const before = row_of(tx, id);
  auto const relation = still_open(tx, viewer, before.objective_id);
  if (before.version != seen) {
    auto problem = base::conflict("version_conflict", "This key result was changed by somebody else meanwhile.");
    problem.current = json::text_of(get(tx, viewer, id));
    throw problem;
  }
  auto after = before;
  apply(after, change);
  check(store::measure_of(after), "");
  check_weight(after.weight, "");
  check_owner(tx, after.owner_id, "");
  auto const follows_anew = after.kpi_id != before.kpi_id;
  if (follows_anew) check_kpi(tx, after.kpi_id, "");
  if (change.milestones) after.current = renew_milestones(tx, viewer, before, relation.state, change);
  if (after.current) after.progress = progress(store::measure_of(after), *after.current);
  if (relation.state == State::published) {
    auto const reason = change.reason.value_or("");
    if (reason.empty()) throw base::invalid("reason", "This is published: say in a few words why it changes.");
    keep_changes(tx, viewer, before, after, reason);
  }
  store::touch(tx, before.objective_id, viewer.person);
  store::update(tx, after);
  add_up_progress(tx, before.objective_id);
  if (follows_anew && relation.state == State::published) take_kpi_value(tx, viewer, after);
  announce(events_, tx, happened.key_result_changed, id, before.objective_id, relation, viewer);
  return get(tx, viewer, id);
}

void KeyResults::drop(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id, std::string const& reason) const {
  store::hold_objective_of(tx, id);
  auto const row = row_of(tx, id);
  auto const relation = still_open(tx, viewer, row.objective_id);
  if (relation.state == State::published) {
    if (reason.empty()) throw base::invalid("reason", "This is published: say in a few words why it goes.");
    if (store::count(tx, row.objective_id) == 1) {
      throw base::conflict("last_key_result",
                           "A published objective keeps at least one key result. Cancel the objective instead.");
    }
    store::insert_change(tx, row.objective_id, id, "key_result", row.title, "", reason, viewer.person);
  }
  store::touch(tx, row.objective_id, viewer.person);
  store::drop(tx, id);
  add_up_progress(tx, row.objective_id);
  announce(events_, tx, happened.key_result_dropped, id, row.objective_id, relation, viewer);
}

}  // namespace waymark::okr
