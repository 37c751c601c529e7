#pragma once

#include "core/db/db.hpp"
#include "okr/holding/holding_shapes.hpp"

// What waits for one person, and giving it to another.
namespace waymark::okr::store {

std::vector<ObjectiveName> objectives_held(db::Tx& tx, PersonId person);
std::vector<HeldKeyResult> key_results_held(db::Tx& tx, PersonId person);
std::vector<HeldBlocker> blockers_held(db::Tx& tx, PersonId person);

void give(db::Tx& tx, ObjectiveId objective, PersonId to);   // version + 1
void give(db::Tx& tx, KeyResultId key_result, PersonId to);  // version + 1

}  // namespace waymark::okr::store
