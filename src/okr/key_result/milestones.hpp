#pragma once

#include <optional>
#include <string>
#include <vector>

#include "okr/objective/changes.hpp"
#include "okr/objective/key_result_store.hpp"
#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

// Makes the milestones of a key result those that are `wanted`, and answers what those that are reached are worth
// now: nothing where nothing was said before. Of a published one the old and new titles are kept. [OKR-78]
std::optional<double> renew_milestones(db::Tx& tx, ChangeKeeper const& keep, store::KeyResultRow const& key_result,
                                       std::vector<MilestoneChange> const& wanted);

// How a milestone stands in the history when its day moves: "Rooms, 2026-10-01", or the title alone without a day.
std::string dated(std::string const& title, std::optional<base::Day> due_on);

}  // namespace waymark::okr
