#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/day.hpp"
#include "okr/rules/score.hpp"

namespace waymark::connect {

/// How a key result says that it is measured. Without a measure it is a yes/no result.
///
/// A baseline is set only where the sentence states it, or where counting begins at 0 ("hire 5 engineers").
/// A change in percent whose start is not stated ("reduce tickets by 20 %") has no target before there is a start; one
/// in other units ("by 3 days") is counted itself, from 0. A limit ("NPS > 40", "under 2 s") is stay_above or
/// stay_below unless the sentence tells to get there.
struct Measure {
  bool has_measure = false;
  okr::Kind kind = okr::Kind::yes_no;
  okr::Direction direction = okr::Direction::rise;
  std::optional<double> baseline;
  double target = 1;
  std::optional<double> change_percent;  // +15 or -20 of a start that is to come: then the target says nothing
  std::optional<base::Day> baseline_on;  // the start was measured on this day
  std::optional<double> low;             // stay_within only
  std::optional<double> high;            // stay_within only
  std::string unit;
  std::string explanation;  // what was found, for the person who imports
  bool of_change = false;   // the sentence states no start, so the change itself is counted: "by 3 days"
  double beside = 0;        // the target is so far from the number that stands there: "fewer than 3" is 2

  bool operator==(Measure const&) const = default;
};

/// Takes kind, direction, baseline, target and unit out of an English or German sentence when they are really there.
/// Years, versions, dates, ranges, multiples and several measures in one sentence make no measure, nor does one that
/// could not be kept.
Measure measure_of(std::string_view sentence);

/// As the OKR slice says the same.
okr::Measure stated_measure(Measure const& found);

/// As the OKR slice keeps it. Where no start is stated there is none: it begins at the first value that is measured.
okr::Measure kept_measure(Measure const& found);

}  // namespace waymark::connect
