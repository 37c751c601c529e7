#pragma once

#include "core/db/db.hpp"
#include "okr/objective_shapes.hpp"
#include "okr/page_shapes.hpp"

namespace waymark::okr {

// Everything the page of one objective needs, in one answer. Throws not_found.
Objective objective_page(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, Language language);

}  // namespace waymark::okr
