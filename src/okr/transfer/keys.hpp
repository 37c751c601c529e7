#pragma once

#include <map>
#include <string>

#include "core/db/db.hpp"
#include "okr/objective/key_result_shapes.hpp"

namespace waymark::okr {

// By which key an import knows an objective again: the one it was imported with, or its id.
std::string import_key_of(db::Tx& tx, ObjectiveId objective);
std::optional<ObjectiveId> objective_with_key(db::Tx& tx, std::string const& key);

// The key results of an objective by their keys.
std::map<std::string, KeyResultId> key_results_by_key(db::Tx& tx, ObjectiveId objective);

}  // namespace waymark::okr
