#pragma once

#include "core/db/db.hpp"
#include "okr/closing_shapes.hpp"

// The rows of closures and retros.
namespace waymark::okr::store {

void insert_closure(db::Tx& tx, ObjectiveId objective, NewClosure const& wanted, std::optional<double> suggested,
                    PersonId by);
void insert_key_result_closure(db::Tx& tx, ObjectiveId objective, KeyResultClosure const& closure);
std::optional<Closure> closure(db::Tx& tx, ObjectiveId objective, Ambition ambition);

// The grade of the objective that this one was carried from, and so on back; oldest first.
std::vector<double> earlier_grades(db::Tx& tx, ObjectiveId objective);

struct RetroRow {
  std::string celebrate;
  std::string learn;
  std::string shifted;
  std::string next;
  PersonId updated_by;
  std::string updated_name;
  std::int64_t updated_at;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(RetroRow, (), (celebrate, learn, shifted, next, updated_by, updated_name, updated_at, version))
std::optional<RetroRow> retro(db::Tx& tx, TeamId team, CycleId cycle);

// False, and nothing is kept, when the retro is not at version `seen` any more.
bool save_retro(db::Tx& tx, TeamId team, CycleId cycle, std::int64_t seen, RetroRow const& row, PersonId by);

std::vector<ChangeLine> changes_of_team(db::Tx& tx, TeamId team, CycleId cycle);
std::optional<TeamName> team(db::Tx& tx, TeamId id);
std::vector<TeamName> teams_of(db::Tx& tx, PersonId person);

}  // namespace waymark::okr::store
