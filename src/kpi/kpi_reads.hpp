#pragma once

#include "core/policy/viewer.hpp"
#include "kpi/kpi_store.hpp"

namespace waymark::kpi {

// Throws not_found.
KpiRow existing(db::Tx& tx, policy::Viewer const& viewer, KpiId id);

// As lists show it, with its newest values.
Kpi shape_of(db::Tx& tx, KpiRow const& row, policy::Viewer const& viewer);

}  // namespace waymark::kpi
