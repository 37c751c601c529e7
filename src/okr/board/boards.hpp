#pragma once

#include "core/db/db.hpp"
#include "okr/board/board_shapes.hpp"
#include "okr/cycle/cycles.hpp"

namespace waymark::okr {

// The boards of teams and people, each in one answer.
class Boards {
 public:
  explicit Boards(Cycles const& cycles) : cycles_(cycles) {}

  TeamBoard team(db::Tx& tx, policy::Viewer const& viewer, TeamId team, BoardQuery const& query) const;
  PersonBoard person(db::Tx& tx, policy::Viewer const& viewer, PersonId person, BoardQuery const& query) const;

 private:
  Cycles const& cycles_;
};

}  // namespace waymark::okr
