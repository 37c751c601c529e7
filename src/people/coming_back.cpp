#include <algorithm>

#include "people/people.hpp"
#include "people/person_store.hpp"
#include "people/team_store.hpp"

// What somebody has again who comes back. [PEO-13]
namespace waymark::people {
namespace {

bool may_report(db::Tx& tx, PersonId person, PersonId manager) {
  auto const next = [&](std::int64_t id) { return manager_of(tx, PersonId{id}).value_or(PersonId{}).value; };
  return is_active(tx, manager) && !would_loop(person.value, manager.value, next);
}

// Still with the manager to whom the departure gave them.
bool still_waits(db::Tx& tx, PersonId report, std::optional<PersonId> given_to) {
  return is_active(tx, report) && manager_of(tx, report) == given_to;
}

}  // namespace

bool People::give_back(db::Tx& tx, PersonId by, PersonId person, std::optional<PersonId> manager_before,
                       KeptPlace const& place) const {
  PersonId const other{place.place_id};
  TeamId const team{place.place_id};
  switch (place.kind) {
    case PlaceKind::manager:
      if (!may_report(tx, person, other)) return false;
      set_manager(tx, by, person, other);
      return true;
    case PlaceKind::report:
      if (!still_waits(tx, other, manager_before) || !may_report(tx, other, person)) return false;
      set_manager(tx, by, other, person);
      return true;
    case PlaceKind::lead: {
      if (team_row(tx, team)->lead_id) return false;
      TeamChange change{};
      change.lead_id = {true, person};
      change_team(tx, by, team, change);
      return true;
    }
    case PlaceKind::member: join(tx, by, team, person); return true;
    case PlaceKind::role: return false;
  }
  return false;
}

std::vector<LostPlace> People::give_back_all(db::Tx& tx, PersonId by, PersonId person) const {
  auto const all = kept_places(tx, person);
  auto const manager = std::ranges::find(all, PlaceKind::manager, &KeptPlace::kind);
  auto const manager_before = manager == all.end() ? std::nullopt : std::optional{PersonId{manager->place_id}};
  std::vector<LostPlace> lost;
  for (auto const& place : all) {
    if (!give_back(tx, by, person, manager_before, place)) lost.push_back({place.kind, place.name});
  }
  forget_places(tx, person);
  return lost;
}

}  // namespace waymark::people
