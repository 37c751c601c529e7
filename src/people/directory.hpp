#pragma once

#include "core/base/day.hpp"
#include "core/db/db.hpp"
#include "people/people_shapes.hpp"

// What other slices may ask of people. Nothing of it is remembered between calls.
namespace waymark::people {

// Nobody for an id that is no person's; people who have left keep their name.
std::optional<PersonName> name_of(db::Tx& tx, PersonId person);
std::optional<TeamName> team_name(db::Tx& tx, TeamId team);
std::vector<TeamName> all_teams(db::Tx& tx);  // by name

// What an account needs to know of its person; nothing for people who have left.
struct PersonCard {
  PersonId id;
  std::string name;
  std::string email;
  std::string title;
  std::string language;
};
BOOST_DESCRIBE_STRUCT(PersonCard, (), (id, name, email, title, language))
std::optional<PersonCard> card_of(db::Tx& tx, PersonId person);

// By name, from after `filter.after` on.
std::vector<PersonLine> person_lines(db::Tx& tx, PersonFilter const& filter, std::int64_t most);

std::optional<std::string> email_of(db::Tx& tx, PersonId person);  // people who have left keep theirs
std::optional<PersonId> find_by_email(db::Tx& tx, std::string_view email);
std::optional<PersonId> find_by_external_id(db::Tx& tx, std::string_view external_id);
std::optional<TeamId> find_team(db::Tx& tx, std::string_view name);
std::optional<TeamId> company(db::Tx& tx);

bool is_active(db::Tx& tx, PersonId person);

// Has the person chosen a password once? It stays so when they leave and come back.
bool has_entered(db::Tx& tx, PersonId person);
void note_entry(db::Tx& tx, PersonId person);

// Is the person on leave that day, or is it a holiday for all?
bool is_away(db::Tx& tx, PersonId person, base::Day day);

// The last day of their leave, for whoever may see it, while they are on it. [PEO-20]
std::optional<base::Day> away_until(db::Tx& tx, policy::Viewer const& viewer, PersonId person, base::Day day);

// Does `person` report to `manager`, directly or through others? Nobody leads themself.
bool leads(db::Tx& tx, PersonId manager, PersonId person);

// Does anybody who is still here report to this person?
bool is_manager(db::Tx& tx, PersonId person);
std::optional<PersonId> manager_of(db::Tx& tx, PersonId person);

// The manager, or who stands in the place of somebody who has left. [PEO-29]
std::optional<PersonId> above_of(db::Tx& tx, PersonId person);

// Who stands above, the nearest first.
std::vector<PersonName> line_above(db::Tx& tx, PersonId person);

bool is_member(db::Tx& tx, TeamId team, PersonId person);
std::vector<TeamName> teams_of(db::Tx& tx, PersonId person);
policy::Set<Role> roles_of(db::Tx& tx, PersonId person);

}  // namespace waymark::people
