#pragma once

#include <span>

#include "core/db/db.hpp"
#include "okr/midcycle/midcycle_shapes.hpp"

namespace waymark::okr::store {

void insert_decision(db::Tx& tx, ObjectiveId objective, Decision decision, std::string const& reason, PersonId by);
std::optional<MidcycleDecision> decision(db::Tx& tx, ObjectiveId objective);  // the newest
// The newest of each that has one, in order of the objectives' ids.
std::vector<MidcycleDecision> decisions(db::Tx& tx, std::span<ObjectiveId const> objectives);
std::vector<MidcycleDecision> decisions_of_team(db::Tx& tx, TeamId team, CycleId cycle);  // oldest first
std::vector<ObjectiveId> up_for_decision(db::Tx& tx, PersonId person, CycleId cycle);     // theirs and their teams'

}  // namespace waymark::okr::store
