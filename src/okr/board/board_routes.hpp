#pragma once

#include "core/rest/route.hpp"
#include "okr/board/boards.hpp"

namespace waymark::okr {

// The boards of teams and people.
std::vector<rest::Route> board_routes(Boards const& boards, Cycles const& cycles);

}  // namespace waymark::okr
