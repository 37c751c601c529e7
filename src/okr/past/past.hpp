#pragma once

#include "core/rest/route.hpp"
#include "okr/cycle/cycles.hpp"
#include "okr/past/past_shapes.hpp"

namespace waymark::okr {

// Signs that a team aims too low, or the caller; nobody asks for those of another person. [AIM-2] [AIM-3]
Aims aims(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, AimsQuery const& query);

// What came of the cycles before one that is planned. Throws forbidden where one may not write for the person. [AIM-5]
Past past(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, PastQuery const& query);

// The same of one objective, which is carried on or supported. Throws not_found.
PastObjective figures_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective);

std::vector<rest::Route> past_routes(Cycles const& cycles);

}  // namespace waymark::okr
