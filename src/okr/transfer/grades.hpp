#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/db/db.hpp"
#include "okr/objective/key_result_shapes.hpp"
#include "okr/transfer/plan.hpp"

// Values and grades that an import brings along.
namespace waymark::okr {

// Writes the check-in that brings value, confidence or final score; false where the file has none of them.
bool bring_value(db::Tx& tx, policy::PersonId author, KeyResultId id, Measure const& measure,
                 PlannedKeyResult const& planned);

// The objective's own score, else the mean of its key results' where all of them have one.
std::optional<double> grade_of(PlannedObjective const& planned);

// Closes an objective with the grade, and each of its key results whose score or value is known.
void close_imported(db::Tx& tx, policy::PersonId by, ObjectiveId id, PlannedObjective const& planned, double grade,
                    std::map<std::string, KeyResultId> const& key_results);

}  // namespace waymark::okr
