#include "kpi/kpi_rules.hpp"

#include "core/base/problem.hpp"

namespace waymark::kpi {

namespace {

// The first to begin a day, on the Line Islands.
constexpr base::Millis earliest_zone = 14 * 3'600'000;

}  // namespace

bool may_keep(policy::Viewer const& viewer, bool concerns_viewer) {
  return concerns_viewer || viewer.is(policy::Role::hr) || viewer.is(policy::Role::executive);
}

void check_limits(Limits const& limits) {
  if (limits.low && limits.high && *limits.low >= *limits.high) {
    throw base::invalid("high", "The upper limit must be above the lower one.");
  }
  if (limits.margin && *limits.margin < 0) throw base::invalid("margin", "The margin must not be below 0.");
}

void check_day(base::Day day, base::Millis now) {
  if (day > base::day_of(now + earliest_zone))
    throw base::invalid("day", "This day has not begun yet: a value is for today or a day before.");
}

}  // namespace waymark::kpi
