#include "okr/rules/pace.hpp"

#include <algorithm>

namespace waymark::okr {
namespace {

// The edge of the limit that the baseline has to come to.
double limit(Measure const& m) {
  if (m.direction != Direction::stay_within) return m.target;
  if (m.high && m.baseline && *m.baseline > *m.high) return *m.high;
  return m.low ? *m.low : m.high.value_or(m.target);
}

// Expected to be kept from the first day to the last.
bool is_kept_from_start(Measure const& m) {
  return is_limit(m.direction) && (!m.baseline || reaches_target(m, *m.baseline));
}

}  // namespace

base::Day pace_start(Beginnings const& days) {
  auto const known = std::max(days.cycle, days.stated.value_or(std::max(days.published, days.added)));
  return std::max(known, days.measured.value_or(known));
}

double elapsed(base::Day start, base::Day due, base::Day today) {
  if (today >= due) return 1;
  if (today <= start) return 0;
  return static_cast<double>(today - start) / (due - start);
}

double expected_progress(Measure const& m, base::Day start, base::Day due, base::Day today) {
  if (is_kept_from_start(m)) return 1;
  if (!m.baseline) return 0;
  if (m.kind == Kind::yes_no) return today >= due ? 1 : 0;
  auto const share = elapsed(start, due, today);
  return rounded(share, share >= 1);
}

std::optional<double> expected_value(Measure const& m, double expected_progress) {
  if (is_kept_from_start(m)) return limit(m);
  if (!m.baseline) return std::nullopt;
  auto const end = is_limit(m.direction) ? limit(m) : m.target;
  return *m.baseline + (end - *m.baseline) * expected_progress;
}

}  // namespace waymark::okr
