#pragma once

#include "core/events/events.hpp"
#include "okr/objective/objective_shapes.hpp"

// What lies in a cycle stays within its days when they change.
namespace waymark::okr {

// Gives what is due behind the new end that end as its day, and keeps the reason in the history of what is published.
// Throws invalid, with what is meant, where there is no reason. [OKR-104]
void bring_within(db::Tx& tx, events::Events const& events, policy::Viewer const& viewer, CycleId cycle,
                  base::Day ends_on, std::string const& reason);

namespace store {

// A key result, or one of its milestones, of an objective that is open.
struct LateRow {
  ObjectiveId objective_id;
  State state;
  KeyResultId key_result_id;
  std::optional<MilestoneId> milestone_id;
  std::string title;
  base::Day due_on;
};
BOOST_DESCRIBE_STRUCT(LateRow, (), (objective_id, state, key_result_id, milestone_id, title, due_on))

std::vector<LateRow> due_behind(db::Tx& tx, CycleId cycle, base::Day ends_on);
void be_due_with_cycle(db::Tx& tx, KeyResultId id);
void be_due_on(db::Tx& tx, MilestoneId id, base::Day day);

}  // namespace store
}  // namespace waymark::okr
