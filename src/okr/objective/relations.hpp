#pragma once

#include <span>
#include <unordered_map>

#include "okr/objective/relation.hpp"

namespace waymark::okr {

// How a viewer stands to many objectives, asked at once: of those that they find.
using Relations = std::unordered_map<ObjectiveId, Relation>;
Relations relations_to(db::Tx& tx, policy::Viewer const& viewer, std::span<ObjectiveId const> objectives);

// Throws not_found for one that is not among them.
Relation const& relation_in(Relations const& all, ObjectiveId objective);

}  // namespace waymark::okr
