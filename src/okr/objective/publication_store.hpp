#pragma once

#include "core/db/db.hpp"
#include "okr/cycle/publication.hpp"
#include "okr/rules/ids.hpp"

// What is kept of a publication, and of its way back.
namespace waymark::okr::store {

Traces traces_of_others(db::Tx& tx, ObjectiveId id, PersonId viewer);

// A draft again, version + 1; where nobody was told of it, as one that never was published.
void take_back(db::Tx& tx, ObjectiveId id, bool never_published);

}  // namespace waymark::okr::store
