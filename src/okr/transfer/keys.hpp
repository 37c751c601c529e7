#pragma once

#include <map>
#include <string>

#include "core/db/db.hpp"
#include "okr/objective/key_result_shapes.hpp"

namespace waymark::connect {

/// By which key an import knows an objective again: the one it was imported with, or its id.
std::string key_of(db::Tx& tx, okr::ObjectiveId objective);
std::optional<okr::ObjectiveId> objective_with(db::Tx& tx, std::string const& key);

/// The key results of an objective by their keys.
std::map<std::string, okr::KeyResultId> key_results_of(db::Tx& tx, okr::ObjectiveId objective);

}  // namespace waymark::connect
