#include "okr/pace.hpp"

#include <algorithm>

namespace waymark::okr {
namespace {

// The edge of the limit that the baseline has to come to.
double limit(Measure const& m) {
  if (m.direction != Direction::stay_within) return m.target;
  if (m.high && m.baseline > *m.high) return *m.high;
  return m.low ? *m.low : m.high.value_or(m.target);
}

}  // namespace

base::Day pace_start(Beginnings const& days) {
  return std::max(days.cycle, days.stated.value_or(std::max(days.published, days.added)));
}

double elapsed(base::Day start, base::Day due, base::Day today) {
  if (today >= due) return 1;
  if (today <= start) return 0;
  return static_cast<double>(today - start) / (due - start);
}

double expected_progress(Measure const& m, base::Day start, base::Day due, base::Day today) {
  if (is_limit(m.direction) && reaches_target(m, m.baseline)) return 1;
  if (m.kind == Kind::yes_no) return today >= due ? 1 : 0;
  return elapsed(start, due, today);
}

double expected_value(Measure const& m, double expected_progress) {
  if (!is_limit(m.direction)) return m.baseline + (m.target - m.baseline) * expected_progress;
  if (reaches_target(m, m.baseline)) return limit(m);
  return m.baseline + (limit(m) - m.baseline) * expected_progress;
}

}  // namespace waymark::okr
