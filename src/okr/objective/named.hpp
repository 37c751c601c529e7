#pragma once

#include <string_view>

#include "core/base/problem.hpp"
#include "okr/objective/key_result_store.hpp"
#include "okr/objective/relation.hpp"

namespace waymark::okr {

// What hangs on an objective and is named by its own id: a key result, a check-in, a link … It is there for whoever may
// see the objective. For everybody else it is refused in the very words for what never was. Nothing stands for an id
// that is not known. [OKR-43]
Relation relation_through(db::Tx& tx, policy::Viewer const& viewer, std::optional<ObjectiveId> objective,
                          base::Problem const& refusal);

// The same for what is about to be changed, see still_open.
Relation still_open_through(db::Tx& tx, policy::Viewer const& viewer, std::optional<ObjectiveId> objective,
                            base::Problem const& refusal);

// The objective of a key result that the viewer sees.
ObjectiveId objective_of(db::Tx& tx, policy::Viewer const& viewer, KeyResultId key_result);

// Throws invalid for a key result of another objective, and alike for one that nobody knows.
void check_belongs(db::Tx& tx, KeyResultId key_result, ObjectiveId objective, std::string_view path);

}  // namespace waymark::okr
