#pragma once

#include "core/db/db.hpp"
#include "people/rules.hpp"

namespace waymark::people {

struct TeamRow {
  TeamId id;
  std::string name;
  TeamKind kind;
  std::optional<TeamId> parent_id;
  std::optional<std::string> parent;
  std::optional<TeamKind> parent_kind;
  std::optional<PersonId> lead_id;
  std::optional<std::string> lead;
  std::optional<std::string> cadence;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(TeamRow, (), (id, name, kind, parent_id, parent, parent_kind, lead_id, lead, cadence, version))

std::optional<TeamRow> team_row(db::Tx& tx, TeamId team);
std::vector<TeamLine> team_lines(db::Tx& tx);
std::vector<PersonName> members_of(db::Tx& tx, TeamId team);
std::vector<TeamName> children_of(db::Tx& tx, TeamId team);
std::optional<TeamId> parent_of(db::Tx& tx, TeamId team);
bool is_lead_here_or_above(db::Tx& tx, TeamId team, PersonId person);

// Throw Problem (conflict) where another team has the name.
void insert_team(db::Tx& tx, TeamRow const& team);
void update_team(db::Tx& tx, TeamRow const& team);

// Say whether anything changed.
bool insert_member(db::Tx& tx, TeamId team, PersonId person);
bool delete_member(db::Tx& tx, TeamId team, PersonId person);

}  // namespace waymark::people
