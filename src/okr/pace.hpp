#pragma once

#include "core/base/day.hpp"
#include "okr/score.hpp"

// Where a key result should be on a day if it moved evenly.
namespace waymark::okr {

// Share of the time between start and due that has passed: 0 up to the start day, 1 from the due day.
double elapsed(base::Day start, base::Day due, base::Day today);

// The day from which a way that was first measured on `first_measured` moves; none: its baseline was known before.
base::Day pace_start(base::Day start, std::optional<base::Day> first_measured);

// Progress to expect today. Measured values move evenly, and not before there is a baseline; a yes/no result is
// expected on its due day and not before; a limit that was kept at the start, or whose start nobody knows, is expected
// to be kept every day.
double expected_progress(Measure const& measure, base::Day start, base::Day due, base::Day today);

// The value to expect at this progress; for a limit that is kept, the limit itself. None without a baseline.
std::optional<double> expected_value(Measure const& measure, double expected_progress);

}  // namespace waymark::okr
