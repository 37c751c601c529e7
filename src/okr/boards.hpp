#pragma once

#include "core/db/db.hpp"
#include "okr/board_shapes.hpp"
#include "okr/cycles.hpp"
#include "okr/home_shapes.hpp"
#include "okr/key_result_store.hpp"
#include "okr/objective_store.hpp"

namespace waymark::okr {

// The answers that a page needs, each in one request.
class Boards {
 public:
  explicit Boards(Cycles const& cycles) : cycles_(cycles) {}

  TeamBoard team(db::Tx& tx, policy::Viewer const& viewer, TeamId team, BoardQuery const& query) const;
  // Published and closed ones whose value is that of a KPI.
  FollowerPage following(db::Tx& tx, policy::Viewer const& viewer, FollowerFilter const& filter) const;
  PersonBoard person(db::Tx& tx, policy::Viewer const& viewer, PersonId person, BoardQuery const& query) const;
  MyWeek my_week(db::Tx& tx, policy::Viewer const& viewer, BoardQuery const& query) const;

 private:
  Cycles const& cycles_;
};

}  // namespace waymark::okr
