#pragma once

#include "okr/midcycle/midcycle_shapes.hpp"
#include "okr/objective/objectives.hpp"

namespace waymark::okr {

// The look at all objectives in the middle of a cycle: keep, change or drop.
class Midcycles {
 public:
  Midcycles(events::Events const& events, Objectives const& objectives) : events_(events), objectives_(objectives) {}

  // Everything of the viewer and their teams that is published, or was dropped here. Throws not_found.
  Midcycle list(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle) const;

  // Keeps the decision; dropping cancels the objective. A change or a drop needs a reason. [OKR-87]
  MidcycleDecision decide(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, NewDecision const& wanted) const;

 private:
  events::Events const& events_;
  Objectives const& objectives_;
};

}  // namespace waymark::okr
