#pragma once

#include "okr/overview/graph_shapes.hpp"
#include "okr/overview/view_shapes.hpp"
#include "people/team_tree.hpp"

namespace waymark::okr {

// Does the filter let this objective through? The pages of the web app answer the same: both are held against
// cases/filters.json. [OKR-67]
bool shows(ViewFilter const& filter, GraphNode const& node, people::TeamTree const& teams);

}  // namespace waymark::okr
