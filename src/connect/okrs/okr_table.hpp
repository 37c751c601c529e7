#pragma once

#include "connect/csv/csv.hpp"
#include "okr/transfer/plan.hpp"

namespace waymark::connect {

/// The table from which okr_plan() makes this plan again: one row for each key result, with its objective and what that
/// supports; more rows where an objective supports more than it has key results.
Table okr_table(okr::Plan const& plan);

}  // namespace waymark::connect
