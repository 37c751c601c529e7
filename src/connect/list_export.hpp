#pragma once

#include "core/rest/route.hpp"
#include "okr/overview/view_shapes.hpp"

namespace waymark::connect {

/// The list of a cycle as CSV: what the filter lets through, as the viewer sees it.
std::string list_csv(db::Tx& tx, policy::Viewer const& viewer, okr::CycleId cycle, okr::ViewFilter const& filter);

std::vector<rest::Route> list_routes();

}  // namespace waymark::connect
