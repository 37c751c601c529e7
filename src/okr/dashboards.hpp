#pragma once

#include "core/db/db.hpp"
#include "okr/cycles.hpp"
#include "okr/dashboard_shapes.hpp"

namespace waymark::okr {

// How things stand, counted over what is published: for the company, a team or a person.
class Dashboards {
 public:
  explicit Dashboards(Cycles const& cycles) : cycles_(cycles) {}

  // Throws not_found for a team or person that is not there, invalid when both are named.
  Dashboard get(db::Tx& tx, policy::Viewer const& viewer, DashboardQuery const& query) const;

 private:
  Cycles const& cycles_;
};

}  // namespace waymark::okr
