#pragma once

#include "core/db/db.hpp"
#include "okr/cycle/cycles.hpp"
#include "okr/dashboard/dashboard_list_shapes.hpp"
#include "okr/dashboard/dashboard_store.hpp"

namespace waymark::okr {

// How things stand, counted over what is published: for the company, a team or a person; and what was counted.
// All throw not_found for a team or person that is not there, invalid when both are named.
class Dashboards {
 public:
  explicit Dashboards(Cycles const& cycles) : cycles_(cycles) {}

  Dashboard get(db::Tx& tx, policy::Viewer const& viewer, DashboardQuery const& query) const;

  CountedPage key_results(db::Tx& tx, policy::Viewer const& viewer, CountedQuery const& query) const;
  SaidPage check_ins(db::Tx& tx, policy::Viewer const& viewer, SaidQuery const& query) const;
  LoadedPage people(db::Tx& tx, policy::Viewer const& viewer, LoadedQuery const& query) const;

 private:
  struct Asked {
    Cycle cycle;
    store::Scope scope;
    std::optional<TeamName> team;
    std::optional<PersonName> person;
  };
  Asked asked(db::Tx& tx, policy::Viewer const& viewer, DashboardQuery const& query) const;
  void add_beside(db::Tx& tx, store::Scope const& own, Dashboard& board) const;

  Cycles const& cycles_;
};

}  // namespace waymark::okr
