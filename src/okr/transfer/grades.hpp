#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/db/db.hpp"
#include "okr/objective/key_result_shapes.hpp"
#include "okr/transfer/plan.hpp"

// Values and grades that an import brings along.
namespace waymark::connect {

/// Writes the check-in that brings value, confidence or final score; false where the file has none of them.
bool set_value(db::Tx& tx, policy::PersonId author, okr::KeyResultId id, okr::Measure const& measure,
               okr::PlannedKeyResult const& planned);

/// The objective's own score, else the mean of its key results' where all of them have one.
std::optional<double> grade_of(okr::PlannedObjective const& planned);

/// Closes an objective with the grade, and each of its key results whose score or value is known.
void close(db::Tx& tx, policy::PersonId by, okr::ObjectiveId id, okr::PlannedObjective const& planned, double grade,
           std::map<std::string, okr::KeyResultId> const& key_results);

}  // namespace waymark::connect
