#include "people/people.hpp"

#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "people/happened.hpp"
#include "people/person_store.hpp"
#include "people/team_store.hpp"

namespace waymark::people {
namespace {

PersonRow existing(db::Tx& tx, PersonId id) {
  auto row = person_row(tx, id);
  if (!row) throw base::not_found("There is no such person.");
  return *std::move(row);
}

// [PEO-2] [PEO-3]
void check_manager(db::Tx& tx, PersonId person, PersonId manager) {
  auto const above = person_row(tx, manager);
  if (!above) throw base::invalid("manager_id", "There is no such person.");
  if (above->left_at) throw base::invalid("manager_id", above->name + " has left and can lead nobody.");
  auto const next = [&](std::int64_t id) { return manager_of(tx, PersonId{id}).value_or(PersonId{}).value; };
  if (would_loop(person.value, manager.value, next)) {
    throw base::invalid("manager_id",
                        above->name + " reports to this person, directly or through others; that would be a loop.");
  }
}

std::string code_of(Roles roles) {
  std::string names;
  for (auto const role : list_of(roles)) names.append(names.empty() ? "" : ",").append(json::name_of(role));
  return audit::code("roles", names);
}

// In the place of somebody who leaves stands their manager, or else HR, or else an administrator. [PEO-29]
std::optional<PersonId> stand_in_after(db::Tx& tx, std::optional<PersonId> manager) {
  if (manager) return manager;
  auto const hr = first_with(tx, Role::hr);
  return hr ? hr : first_with(tx, Role::administrator);
}

void refuse_without_administrator(db::Tx& tx) {
  if (administrators(tx) == 0)
    throw base::conflict("last_administrator", "This is the last administrator; give the role to somebody else first.");
}

}  // namespace

PersonId People::create_person(db::Tx& tx, PersonId by, NewPerson const& given, std::string_view external_id) const {
  PersonRow row{.id = tx.new_id<PersonId>(),
                .name = given.name,
                .email = given.email,
                .title = given.title.value_or(""),
                .manager_id = given.manager_id,
                .manager = {},
                .language = given.language.value_or("en"),
                .left_at = {},
                .stand_in_id = {},
                .version = 1};
  check_email(row.email);
  check_language(row.language);
  if (row.manager_id) check_manager(tx, row.id, *row.manager_id);
  insert_person(tx, row, external_id);
  replace_roles(tx, row.id, roles_of(given.roles));
  for (auto const team : given.team_ids) join(tx, {}, team, row.id);  // how they begin is no news to them
  audit::record(tx, by, "person.made", "person", row.id.value, {}, {.codes = code_of(roles_of(given.roles))});
  tell(tx, by, happened.person_made, row.id);
  return row.id;
}

void People::set_manager(db::Tx& tx, PersonId by, PersonId person, std::optional<PersonId> manager) const {
  hold_structure(tx);
  auto row = existing(tx, person);
  if (row.manager_id == manager) return;
  if (manager) check_manager(tx, person, *manager);
  row.manager_id = manager;
  update_person(tx, row);
  audit::record(tx, by, manager ? "person.manager_set" : "person.manager_taken", "person", person.value, {},
                {.with = manager.value_or(PersonId{})});
  if (by) tell_alone(tx, by, happened.manager_set, person);
  tell(tx, by, happened.person_changed, person);
}

void People::set_roles(db::Tx& tx, PersonId by, PersonId person, Roles roles) const {
  hold_structure(tx);
  auto const row = existing(tx, person);
  auto const before = roles_of(tx, person);
  roles.add(Role::employee);
  if (roles == before) return;
  if (row.left_at) throw base::conflict("has_left", row.name + " has left.");
  replace_roles(tx, person, roles);
  if (before.has(Role::administrator)) refuse_without_administrator(tx);
  audit::record(tx, by, "person.roles_set", "person", person.value, {}, {.codes = code_of(roles)});
  update_person(tx, row);
  tell_access(tx, person, true);
  tell(tx, by, happened.person_changed, person);
}

void People::depart(db::Tx& tx, PersonId by, PersonId person) const {
  hold_structure(tx);
  auto row = existing(tx, person);
  if (row.left_at) throw base::conflict("has_left", row.name + " has left already.");
  auto const was_administrator = roles_of(tx, person).has(Role::administrator);
  keep_places(tx, person);
  replace_roles(tx, person, {});
  row.stand_in_id = stand_in_after(tx, row.manager_id);
  release(tx, person, row.manager_id, row.stand_in_id);
  row.left_at = tx.now();
  row.manager_id.reset();
  update_person(tx, row);
  if (was_administrator) refuse_without_administrator(tx);
  audit::record(tx, by, "person.left", "person", person.value);
  tell_access(tx, person, false);
  tell(tx, by, happened.person_left, person);
}

std::vector<LostPlace> People::come_back(db::Tx& tx, PersonId by, PersonId person) const {
  hold_structure(tx);
  auto row = existing(tx, person);
  if (!row.left_at) return {};
  row.left_at.reset();
  row.stand_in_id.reset();
  update_person(tx, row);
  auto lost = give_back_all(tx, by, person);
  audit::record(tx, by, "person.came_back", "person", person.value, {},
                {.codes = audit::code("places_lost", std::to_string(lost.size()))});
  tell_access(tx, person, true);
  tell(tx, by, happened.person_changed, person);
  return lost;
}

void People::join(db::Tx& tx, PersonId by, TeamId team, PersonId person) const {
  auto const row = person_row(tx, person);
  if (!row) throw base::invalid("person_id", "There is no such person.");
  if (row->left_at) throw base::conflict("has_left", row->name + " has left and can join no team.");
  auto const place = team_name(tx, team);
  if (!place) throw base::invalid("team_ids", "There is no such team.");
  if (!insert_member(tx, team, person)) return;
  audit::record(tx, by, "team.joined", "team", team.value, {}, {.with = person});
  if (by) tell_alone(tx, by, happened.put_into_team, person, team);
  tell(tx, by, happened.team_members_changed, team);
}

void People::leave(db::Tx& tx, PersonId by, TeamId team, PersonId person) const {
  auto const row = team_row(tx, team);
  if (row && row->lead_id == person)
    throw base::conflict("leads_team", "Who leads a team belongs to it: name another lead first.");
  if (!delete_member(tx, team, person)) return;
  audit::record(tx, by, "team.left", "team", team.value, {}, {.with = person});
  if (by) tell_alone(tx, by, happened.taken_out_of_team, person, team);
  tell(tx, by, happened.team_members_changed, team);
}

void People::tell_access(db::Tx& tx, PersonId person, bool here) const {
  for (auto const& listener : access_listeners_) listener(tx, person, here);
}

void People::tell(db::Tx& tx, PersonId by, events::Kind<PersonId> const& kind, PersonId person) const {
  events_.announce(tx, kind, person, {.actor_id = by ? std::optional{by} : std::nullopt});
}

void People::tell_alone(db::Tx& tx, PersonId by, events::Kind<PersonId> const& kind, PersonId person,
                        std::optional<TeamId> team) const {
  events_.announce(tx, kind, person,
                   {.team_id = team ? std::optional{team->value} : std::nullopt,
                    .actor_id = by ? std::optional{by} : std::nullopt,
                    .restricted = true});
}

void People::tell(db::Tx& tx, PersonId by, events::Kind<TeamId> const& kind, TeamId team) const {
  events_.announce(tx, kind, team, {.team_id = team.value, .actor_id = by ? std::optional{by} : std::nullopt});
}

}  // namespace waymark::people
