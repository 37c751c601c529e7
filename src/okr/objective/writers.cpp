#include "okr/objective/writers.hpp"

#include "core/base/problem.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr {

void check_writer(db::Tx& tx, policy::Viewer const& viewer, Owner const& owner) {
  if (owner.team_id.has_value() == owner.person_id.has_value()) {
    throw base::invalid("team_id", "An objective belongs to a team or to a person: name one of the two.");
  }
  if (owner.person_id) check_individual_okrs(tx);
  auto const may = owner.team_id ? may_write_for_team(tx, viewer, *owner.team_id)
                                 : may_write_for_person(tx, viewer, *owner.person_id);
  if (may) return;
  throw base::forbidden(owner.team_id ? "Members and leads of a team write its objectives."
                                      : "People write their own objectives, and their managers with them.");
}

ObjectiveLevel level_of(db::Tx& tx, Owner const& owner) {
  if (!owner.team_id) return ObjectiveLevel::person;
  auto const kind = store::kind_of(tx, *owner.team_id);
  return kind == people::TeamKind::company ? ObjectiveLevel::company : ObjectiveLevel::team;
}

void check_active(db::Tx& tx, PersonId person, std::string const& path) {
  if (!store::is_active(tx, person)) throw base::invalid(path, "There is no such person.");
}

store::CycleRow open_cycle(db::Tx& tx, CycleId id) {
  store::keep_open(tx, id);
  auto const cycle = store::cycle(tx, id);
  if (!cycle) throw base::invalid("cycle_id", "There is no such cycle.");
  if (cycle->phase == Phase::closed)
    throw base::conflict("cycle_closed", "This cycle is closed. Choose one that is open.");
  return *cycle;
}

Owners owners_for(db::Tx& tx, policy::Viewer const& viewer) {
  Owners owners;
  owners.teams = teams_to_write_for(tx, viewer);
  if (has_individual_okrs(tx)) owners.people = people_to_write_for(tx, viewer);
  return owners;
}

}  // namespace waymark::okr
