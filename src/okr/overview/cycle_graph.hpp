#pragma once

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"
#include "okr/overview/graph_shapes.hpp"

namespace waymark::okr {

// The alignment of a whole cycle in one answer. Throws not_found.
CycleGraph cycle_graph(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle);

}  // namespace waymark::okr
