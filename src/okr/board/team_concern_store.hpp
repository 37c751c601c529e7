#pragma once

#include "core/db/db.hpp"
#include "okr/board/team_concern_shapes.hpp"

// What concerns a team, row by row. Only published objectives of the cycle count.
namespace waymark::okr::store {

std::vector<TeamDependency> waiting_for_team(db::Tx& tx, TeamId team, CycleId cycle);
std::vector<TeamDependency> awaited_by_team(db::Tx& tx, TeamId team, CycleId cycle);

// The newest cycle, up to `cycle`, of which the team has kept a learning.
std::optional<CycleName> last_learned_in(db::Tx& tx, TeamId team, CycleId cycle);

// The objectives of the company that a team's published ones lead up to, by first links, and how many lead there.
std::vector<MovedObjective> moved_by_team(db::Tx& tx, TeamId team, CycleId cycle);

}  // namespace waymark::okr::store
