#pragma once

#include "core/db/db.hpp"
#include "okr/board/board_shapes.hpp"
#include "okr/board/team_concern_shapes.hpp"
#include "okr/cycle/cycles.hpp"

namespace waymark::okr {

// What stands beside a team's board; apart from it, so that the board costs what it costs.
TeamConcerns team_concerns(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, TeamId team,
                           BoardQuery const& query);

}  // namespace waymark::okr
