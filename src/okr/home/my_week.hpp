#pragma once

#include "okr/board/board_shapes.hpp"
#include "okr/cycle/cycles.hpp"
#include "okr/home/home_shapes.hpp"

namespace waymark::okr {

// What somebody has to do this week and what matters, in one answer.
MyWeek my_week(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, BoardQuery const& query);

}  // namespace waymark::okr
