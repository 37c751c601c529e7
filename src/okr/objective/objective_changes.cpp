#include <algorithm>

#include "core/base/problem.hpp"
#include "core/json/write.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/objective/changes.hpp"
#include "okr/objective/key_result_store.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/objective/objectives.hpp"
#include "okr/objective/publication_store.hpp"
#include "okr/objective/writers.hpp"

// Changing an objective, and taking a publication back.
namespace waymark::okr {
namespace {

using store::ObjectiveRow;

std::string owner_name(db::Tx& tx, ObjectiveRow const& row) {
  auto const names = store::extras(tx, row.id);
  return row.team_id ? names.team_name.value_or("") : names.person_name.value_or("");
}

// Once it is published, what its end depends on is for those who may end it. [OKR-100]
void check_hands(policy::Viewer const& viewer, Relation const& relation, ObjectiveRow const& before,
                 ObjectiveRow const& after) {
  if (relation.state == State::draft || relation.may_end(viewer)) return;
  bool const same = before.team_id == after.team_id && before.person_id == after.person_id &&
                    before.accountable_id == after.accountable_id && before.cycle_id == after.cycle_id &&
                    before.ambition == after.ambition;
  if (same) return;
  throw base::forbidden(
      "Whose a published objective is, who answers for it, its cycle and its ambition are changed by whoever answers "
      "for it, the lead of its team or the manager of its person, executives for the company, and HR.");
}

// To another team or person, or into another cycle: as whoever may write there. [WRITE-4]
void move(db::Tx& tx, policy::Viewer const& viewer, ObjectiveRow& row, ObjectiveChange const& change) {
  Owner const owner =
      change.team_id || change.person_id ? Owner{change.team_id, change.person_id} : Owner{row.team_id, row.person_id};
  auto const same_owner = owner.team_id == row.team_id && owner.person_id == row.person_id;
  auto const cycle = change.cycle_id.value_or(row.cycle_id);
  if (same_owner && cycle == row.cycle_id) return;
  if (!same_owner) check_writer(tx, viewer, owner);
  auto const into = open_cycle(tx, cycle);
  row.level = level_of(tx, owner);
  row.team_id = owner.team_id;
  row.person_id = owner.person_id;
  row.cycle_id = into.id;
  row.starts_on = into.starts_on;
  row.ends_on = into.ends_on;
  row.position = store::count_open(tx, row.cycle_id, row.team_id, row.person_id);
}

// What was due outside the days of its new cycle is due when that ends.
void keep_days_within(db::Tx& tx, ObjectiveRow const& row, ChangeKeeper const& keep) {
  for (auto& key_result : store::of_objective(tx, row.id)) {
    if (!key_result.due_on || (*key_result.due_on >= row.starts_on && *key_result.due_on <= row.ends_on)) continue;
    keep.follows(key_result.id, "due_on", key_result.due_on->to_string(), row.ends_on.to_string());
    key_result.due_on.reset();
    store::update(tx, key_result);
  }
}

// The others make room. The place is one among those that the viewer sees. [WRITE-6]
void put_at(db::Tx& tx, policy::Viewer const& viewer, ObjectiveRow const& row, std::int64_t wanted) {
  auto all = store::siblings(tx, row);
  auto seen = store::siblings_seen_by(tx, viewer.person, row);
  std::erase(all, row.id);
  std::erase(seen, row.id);
  auto place = all.end();
  if (wanted < std::ssize(seen)) {
    place = std::ranges::find(all, seen[static_cast<std::size_t>(wanted)]);
  } else if (!seen.empty()) {
    place = std::next(std::ranges::find(all, seen.back()));
  }
  all.insert(place, row.id);
  std::int64_t position = 0;
  for (auto const id : all) store::set_position(tx, id, position++);
}

std::string cycle_name(db::Tx& tx, CycleId id) {
  auto const cycle = store::cycle(tx, id);
  return cycle ? cycle->name : "";
}

void keep_changes(db::Tx& tx, ChangeKeeper const& keep, ObjectiveRow const& before, ObjectiveRow const& after) {
  keep.of("title", before.title, after.title);
  keep.of("why", before.why, after.why);
  keep.of("ambition", std::string{json::name_of(before.ambition)}, std::string{json::name_of(after.ambition)});
  if (before.accountable_id != after.accountable_id)
    keep.of("accountable", before.accountable_name, store::person(tx, after.accountable_id).name);
  if (before.cycle_id != after.cycle_id)
    keep.of("cycle", cycle_name(tx, before.cycle_id), cycle_name(tx, after.cycle_id));
}

}  // namespace

void Objectives::change(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::int64_t seen,
                        ObjectiveChange const& change) const {
  auto const relation = open_to(tx, viewer, id);
  if (relation.version != seen)
    throw base::conflict("version_conflict", "This objective was changed by somebody else meanwhile.");
  auto const before = *store::objective(tx, id);
  auto row = before;
  if (change.accountable_id) check_active(tx, *change.accountable_id, "accountable_id");
  row.title = change.title.value_or(row.title);
  row.why = change.why.value_or(row.why);
  row.accountable_id = change.accountable_id.value_or(row.accountable_id);
  row.ambition = change.ambition.value_or(row.ambition);
  move(tx, viewer, row, change);
  check_hands(viewer, relation, before, row);
  ChangeKeeper const keep{tx, viewer, id, relation.state, change.reason.value_or("")};
  keep_changes(tx, keep, before, row);
  auto const owner_before = owner_name(tx, before);
  store::touch(tx, id, viewer.person);
  store::update(tx, row, change.limit_reason.value_or(store::extras(tx, id).limit_reason));
  if (change.position) put_at(tx, viewer, row, *change.position);
  keep.of("owner", owner_before, owner_name(tx, row));
  if (before.cycle_id != row.cycle_id) keep_days_within(tx, row, keep);
  announce(events_, tx, happened.objective_changed, id, id, relation, viewer);
  if (row.title != before.title && keep.settled())
    announce(events_, tx, happened.objective_retitled, id, id, relation, viewer);
  if (before.accountable_id != row.accountable_id)
    announce_handover(events_, tx, id, before.accountable_id, relation, viewer);
}

void Objectives::take_back(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const {
  auto const relation = open_to(tx, viewer, id);
  if (relation.state == State::draft) return;
  auto const untold = is_untold(store::extras(tx, id).published_at.value_or(0), tx.now());
  if (!untold) check_withdraws(viewer, relation);  // whoever published it a moment ago takes it back
  if (!may_be_taken_back(relation.state, store::traces_of_others(tx, id, viewer.person)))
    throw base::conflict("others_took_part",
                         "Others have checked in, commented or linked since it was published: cancel it instead.");
  if (!untold) store::insert_change(tx, id, {}, "state", "published", "draft", "", viewer.person);
  store::take_back(tx, id, untold);
  announce(events_, tx, happened.objective_taken_back, id, id, relation, viewer);
}

}  // namespace waymark::okr
