#pragma once

#include "core/base/clock.hpp"
#include "core/base/day.hpp"
#include "core/policy/viewer.hpp"
#include "kpi/health.hpp"

namespace waymark::kpi {

// May the viewer keep a KPI that concerns them (they own it, lead its team or are a member of it) or does not? [KPI-7]
bool may_keep(policy::Viewer const& viewer, bool concerns_viewer);

// Throws Problem (invalid) for limits that no value can be within, or a margin below 0. [KPI-8]
void check_limits(Limits const& limits);

// Throws Problem (invalid) for a day that has begun nowhere on earth at this moment. [KPI-5]
void check_day(base::Day day, base::Millis now);

}  // namespace waymark::kpi
