#pragma once

#include <string>
#include <vector>

#include "core/json/shape.hpp"
#include "core/json/types.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::people {

using policy::PersonId;
using policy::Role;
using TeamId = base::Id<struct TeamTag>;

enum class TeamKind { company, department, team };
BOOST_DESCRIBE_ENUM(TeamKind, company, department, team)

// Somebody, as named on other things.
struct PersonName {
  PersonId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (id, name))

struct TeamName {
  TeamId id;
  std::string name;
  TeamKind kind;
};
BOOST_DESCRIBE_STRUCT(TeamName, (), (id, name, kind))

struct Person {
  PersonId id;
  std::string name;
  std::string email;
  std::string title;
  std::optional<PersonName> manager;
  std::vector<PersonName> above;  // the reporting line, the manager first
  std::vector<TeamName> teams;
  std::vector<Role> roles;
  std::string language;  // "en" or "de"
  bool active;
  std::vector<std::string> may;  // "edit", "set_roles", "end"
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, name, email, title, manager, above, teams, roles, language, active, may, version))

// What somebody had before they left: a place on the reporting line, in a team, or a role.
enum class PlaceKind { manager, lead, member, report, role };
BOOST_DESCRIBE_ENUM(PlaceKind, manager, lead, member, report, role)

struct LostPlace {
  PlaceKind kind;
  std::string name;  // of the person or team, or the role
};
BOOST_DESCRIBE_STRUCT(LostPlace, (), (kind, name))

// Somebody who came back, and what of the time before they did not get back.
struct ReturnedPerson : Person {
  std::vector<LostPlace> lost;
};
BOOST_DESCRIBE_STRUCT(ReturnedPerson, (Person), (lost))

// A line of the directory.
struct PersonLine {
  PersonId id;
  std::string name;
  std::string title;
  std::optional<PersonId> manager_id;
  bool active;
  std::int64_t reports;  // who are still here
};
BOOST_DESCRIBE_STRUCT(PersonLine, (), (id, name, title, manager_id, active, reports))

struct NewPerson {
  json::Text<1, 200> name;
  json::Text<3, 320> email;
  std::optional<json::Text<0, 200>> title;
  std::optional<PersonId> manager_id;
  std::vector<TeamId> team_ids;
  std::vector<Role> roles;
  std::optional<json::Text<2, 2>> language;
};
BOOST_DESCRIBE_STRUCT(NewPerson, (), (name, email, title, manager_id, team_ids, roles, language))

struct PersonChange {
  std::optional<json::Text<1, 200>> name;
  std::optional<json::Text<3, 320>> email;
  std::optional<json::Text<0, 200>> title;
  json::Change<PersonId> manager_id;
  std::optional<json::Text<2, 2>> language;
};
BOOST_DESCRIBE_STRUCT(PersonChange, (), (name, email, title, manager_id, language))

struct RolesOfPerson {
  std::vector<Role> roles;
};
BOOST_DESCRIBE_STRUCT(RolesOfPerson, (), (roles))

struct PersonFilter {
  std::optional<json::Text<1, 100>> text;  // part of the name
  std::optional<TeamId> team;
  std::optional<PersonId> manager;
  std::optional<bool> top;   // true: only those who report to nobody
  std::optional<bool> left;  // true: only those who have left; otherwise only those who are here
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(PersonFilter, (), (text, team, manager, top, left, after, limit))

struct Team {
  TeamId id;
  std::string name;
  TeamKind kind;
  std::optional<TeamName> parent;
  std::optional<PersonName> lead;
  std::vector<PersonName> members;
  std::vector<TeamName> children;
  std::optional<std::string> cadence;  // of check-ins, where it differs from the cycle's: weekly, two_weekly, monthly
  std::vector<std::string> may;        // "edit", "write_objective"
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Team, (), (id, name, kind, parent, lead, members, children, cadence, may, version))

struct TeamLine {
  TeamId id;
  std::string name;
  TeamKind kind;
  std::optional<TeamId> parent_id;
  std::optional<PersonName> lead;
  std::int64_t members;
  std::optional<std::string> cadence;
};
BOOST_DESCRIBE_STRUCT(TeamLine, (), (id, name, kind, parent_id, lead, members, cadence))

struct TeamList {
  std::vector<TeamLine> items;  // all teams, parents before their children
};
BOOST_DESCRIBE_STRUCT(TeamList, (), (items))

struct NewTeam {
  json::Text<1, 200> name;
  TeamKind kind;
  std::optional<TeamId> parent_id;
  std::optional<PersonId> lead_id;
};
BOOST_DESCRIBE_STRUCT(NewTeam, (), (name, kind, parent_id, lead_id))

enum class TeamCadence { weekly, two_weekly, monthly };
BOOST_DESCRIBE_ENUM(TeamCadence, weekly, two_weekly, monthly)

// Whether something of what is published may change: freely, with a reason, or not at all.
enum class ChangeRule { free, with_reason, fixed };
BOOST_DESCRIBE_ENUM(ChangeRule, free, with_reason, fixed)

struct TeamChange {
  std::optional<json::Text<1, 200>> name;
  json::Change<TeamId> parent_id;
  json::Change<PersonId> lead_id;
  json::Change<TeamCadence> cadence;
};
BOOST_DESCRIBE_STRUCT(TeamChange, (), (name, parent_id, lead_id, cadence))

}  // namespace waymark::people
