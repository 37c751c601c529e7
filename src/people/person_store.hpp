#pragma once

#include "core/base/clock.hpp"
#include "core/db/db.hpp"
#include "people/rules.hpp"

namespace waymark::people {

struct PersonRow {
  PersonId id;
  std::string name;
  std::string email;
  std::string title;
  std::optional<PersonId> manager_id;
  std::optional<std::string> manager;
  std::string language;
  std::optional<base::Millis> left_at;
  std::optional<PersonId> stand_in_id;  // of somebody who has left
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (id, name, email, title, manager_id, manager, language, left_at, stand_in_id, version))

std::optional<PersonRow> person_row(db::Tx& tx, PersonId person);
std::vector<TeamName> teams_of(db::Tx& tx, PersonId person);
Roles roles_of(db::Tx& tx, PersonId person);

// Throws Problem (conflict) where somebody has the address.
void insert_person(db::Tx& tx, PersonRow const& person, std::string_view external_id);
void update_person(db::Tx& tx, PersonRow const& person);  // conflict when it is no longer at person.version

void replace_roles(db::Tx& tx, PersonId person, Roles roles);
std::int64_t administrators(db::Tx& tx);  // who are still here

// Something that somebody had when they left.
struct KeptPlace {
  PlaceKind kind;
  std::int64_t place_id;  // of the person or team
  std::string name;
};
BOOST_DESCRIBE_STRUCT(KeptPlace, (), (kind, place_id, name))

// Remembers all that the person has now, instead of what was remembered before.
void keep_places(db::Tx& tx, PersonId person);
std::vector<KeptPlace> kept_places(db::Tx& tx, PersonId person);  // the manager before the reports
void forget_places(db::Tx& tx, PersonId person);

std::optional<PersonId> first_with(db::Tx& tx, Role role);  // who has been here longest

// Takes the person out of every place they hold: memberships, leads; their reports go to `manager`, the places of those
// who have left before to `stand_in`.
void release(db::Tx& tx, PersonId person, std::optional<PersonId> manager, std::optional<PersonId> stand_in);

// Until the end of the transaction, nobody else changes reporting lines, the team tree or roles.
void hold_structure(db::Tx& tx);

}  // namespace waymark::people
