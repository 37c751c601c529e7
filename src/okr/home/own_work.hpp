#pragma once

#include "okr/home/home_shapes.hpp"

namespace waymark::okr::store {

// Open initiatives of somebody in published objectives, those due soonest first; without the way up.
std::vector<OwnInitiative> initiatives_of_person(db::Tx& tx, PersonId person);

std::vector<TeamName> teams_of(db::Tx& tx, PersonId person);

}  // namespace waymark::okr::store
