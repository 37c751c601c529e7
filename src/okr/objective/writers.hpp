#pragma once

#include "okr/cycle/cycle_store.hpp"
#include "okr/objective/relation.hpp"

// Who may write objectives for whom, and where.
namespace waymark::okr {

// Whose an objective is: exactly one of the two.
struct Owner {
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
};

// Throws invalid where it is not exactly one, and forbidden for those who may not write for them. [OKR-42]
void check_writer(db::Tx& tx, policy::Viewer const& viewer, Owner const& owner);

ObjectiveLevel level_of(db::Tx& tx, Owner const& owner);

// Throws invalid where there is no such person, or they have left.
void check_active(db::Tx& tx, PersonId person, std::string const& path);

// Throws conflict for a closed one; until the end of the transaction nobody closes it.
store::CycleRow open_cycle(db::Tx& tx, CycleId id);

// For whom somebody may write objectives. [WRITE-3]
struct Owners {
  std::vector<TeamName> teams;
  std::vector<PersonName> people;
};
BOOST_DESCRIBE_STRUCT(Owners, (), (teams, people))
Owners owners_for(db::Tx& tx, policy::Viewer const& viewer);

}  // namespace waymark::okr
