#include "okr/retro/retros.hpp"

#include <algorithm>
#include <limits>

#include "core/base/problem.hpp"
#include "core/json/write.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/midcycle/midcycle_store.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/objective/relations.hpp"
#include "okr/retro/retro_store.hpp"
#include "okr/rules/happened.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

RetroCard shape_of(store::CardRow const& row, bool may_write) {
  RetroCard card{row.id, row.part, row.text, {}, {row.author_id, row.author}, row.created_at, {}, row.version};
  if (row.objective_id) card.objective = ObjectiveName{*row.objective_id, row.objective.value_or("")};
  if (may_write && !row.objective_id) card.may = {"edit"};
  return card;
}

std::vector<std::string> may_still(policy::Viewer const& viewer, Relation const& relation) {
  std::vector<std::string> may;
  if (relation.state != State::published || relation.phase == Phase::closed) return may;
  if (relation.concerned(viewer)) may.push_back("change");
  if (relation.may_end(viewer)) may.push_back("end");
  return may;
}

std::vector<RetroObjective> objectives_of(db::Tx& tx, policy::Viewer const& viewer, TeamId team, CycleId cycle,
                                          std::vector<store::CardRow> const& cards) {
  auto rows = store::of_team(tx, viewer.person, team, cycle);
  std::erase_if(rows, [](auto const& row) { return row.state == State::draft; });
  std::vector<ObjectiveId> ids, closed;
  for (auto const& row : rows) {
    ids.push_back(row.id);
    if (row.state == State::closed) closed.push_back(row.id);
  }
  auto const relations = relations_to(tx, viewer, ids);
  auto const moves = store::confidence_moves(tx, closed);
  std::vector<RetroObjective> objectives;
  for (auto const& row : rows) {
    RetroObjective objective{row.id,
                             row.title,
                             row.state,
                             row.grade,
                             {},
                             row.grade && celebrates(*row.grade),
                             may_still(viewer, relation_in(relations, row.id)),
                             {}};
    auto const own = std::ranges::equal_range(moves, row.id, {}, &store::MoveOf::objective_id);
    objective.confidence.assign(own.begin(), own.end());
    bool const learned =
        std::any_of(cards.begin(), cards.end(), [&](auto const& card) { return card.objective_id == row.id; });
    if (row.grade) objective.verdict = verdict(*row.grade, row.ambition, learned);
    objectives.push_back(std::move(objective));
  }
  return objectives;
}

void check_writer(db::Tx& tx, policy::Viewer const& viewer, TeamId team) {
  if (!may_write_for_team(tx, viewer, team)) throw base::forbidden("Members and leads of a team write its retro.");
}

// The line, for somebody who may change it.
store::CardRow open_card(db::Tx& tx, policy::Viewer const& viewer, RetroCardId id) {
  auto row = store::card(tx, id);
  if (!row || !row->team_id) throw base::not_found("This line is not there any more.");
  check_writer(tx, viewer, *row->team_id);
  if (row->objective_id)
    throw base::conflict("learning_of_closed", "This was written when the objective was closed; it stays as it is.");
  return *row;
}

}  // namespace

Retro Retros::get(db::Tx& tx, policy::Viewer const& viewer, TeamId team, CycleId cycle) const {
  auto const name = people::team_name(tx, team);
  auto const at = store::cycle(tx, cycle);
  if (!name || !at) throw base::not_found("There is no such retro.");
  bool const may = may_write_for_team(tx, viewer, team);
  auto const cards = store::cards(tx, team, cycle);
  Retro retro{*name, {at->id, at->name}, {}, {}, {}, {}, {}, {}, {}};
  if (may) retro.may = {"edit"};
  for (auto const& card : cards) retro.cards.push_back(shape_of(card, may));
  retro.objectives = objectives_of(tx, viewer, team, cycle, cards);
  retro.shifts = store::shifts(tx, team, cycle);
  retro.decisions = store::decisions_of_team(tx, team, cycle);
  if (auto const held = store::held(tx, team, cycle)) {
    retro.updated_by = PersonName{held->by, held->name};
    retro.updated_at = held->at;
  }
  return retro;
}

RetroCard Retros::add(db::Tx& tx, policy::Viewer const& viewer, TeamId team, CycleId cycle,
                      NewRetroCard const& wanted) const {
  if (!people::team_name(tx, team) || !store::cycle(tx, cycle)) throw base::not_found("There is no such retro.");
  check_writer(tx, viewer, team);
  auto const id = tx.new_id<RetroCardId>();
  store::insert_card(tx, {id, team, cycle, wanted.part, wanted.text, {}, {}, viewer.person, "", 0, 1});
  store::hold_retro(tx, team, cycle, viewer.person);
  tell(tx, viewer, team, id);
  return shape_of(*store::card(tx, id), true);
}

RetroCard Retros::change(db::Tx& tx, policy::Viewer const& viewer, RetroCardId id, std::int64_t seen,
                         RetroCardChange const& change) const {
  auto row = open_card(tx, viewer, id);
  auto const before = row;
  row.part = change.part.value_or(row.part);
  if (change.text) row.text = *change.text;
  if (row.version != seen || !store::update_card(tx, row, seen)) {
    auto problem = base::conflict("version_conflict", "This line was changed by somebody else meanwhile.");
    problem.current = json::text_of(shape_of(before, true));
    throw problem;
  }
  store::hold_retro(tx, *row.team_id, row.cycle_id, viewer.person);
  tell(tx, viewer, *row.team_id, id);
  return shape_of(*store::card(tx, id), true);
}

void Retros::remove(db::Tx& tx, policy::Viewer const& viewer, RetroCardId id) const {
  auto const row = open_card(tx, viewer, id);
  store::delete_card(tx, id);
  tell(tx, viewer, *row.team_id, id);
}

LearningPage Retros::learnings(db::Tx& tx, policy::Viewer const&, LearningFilter const& filter) const {
  RetroCardId before{std::numeric_limits<std::int64_t>::max()};
  if (filter.after) {
    auto const id = base::id_of(*filter.after);
    if (!id) throw base::invalid("after", "This is no cursor of this list.");
    before = {*id};
  }
  if (filter.from) before = {filter.from->value + 1};
  auto const most = filter.limit.value_or(50).value;
  LearningPage page{store::learnings(tx, filter, before, most + 1), {}};
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

void Retros::tell(db::Tx& tx, policy::Viewer const& viewer, TeamId team, RetroCardId card) const {
  events_.announce(tx, happened.retro_changed, card,
                   {.parent_id = team.value, .team_id = team.value, .actor_id = viewer.person});
}

}  // namespace waymark::okr
