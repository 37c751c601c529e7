#pragma once

#include <optional>

#include "core/base/day.hpp"
#include "okr/rules/score.hpp"

// Where a key result should be on a day if it moved evenly.
namespace waymark::okr {

// The days that a pace can start on.
struct Beginnings {
  base::Day cycle = {};
  base::Day published = {};  // its objective, for the first time
  base::Day added = {};
  std::optional<base::Day> stated = {};    // since when, as an import says it
  std::optional<base::Day> measured = {};  // for the first time, where its baseline was not known before
};

// Nobody is behind on the day of writing: the latest of them, within the cycle. What was stated counts instead, as
// what is imported ran before we knew of it.
base::Day pace_start(Beginnings const& days);

// Share of the time between start and due that has passed: 0 up to the start day, 1 from the due day.
double elapsed(base::Day start, base::Day due, base::Day today);

// Progress to expect today. Measured values move evenly, and not before there is a baseline; a yes/no result is
// expected on its due day and not before; a limit that was kept at the start, or whose start nobody knows, is expected
// to be kept every day.
double expected_progress(Measure const& measure, base::Day start, base::Day due, base::Day today);

// The value to expect at this progress; for a limit that is kept, the limit itself. None without a baseline.
std::optional<double> expected_value(Measure const& measure, double expected_progress);

}  // namespace waymark::okr
