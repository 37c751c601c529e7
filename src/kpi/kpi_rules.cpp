#include "kpi/kpi_rules.hpp"

#include "core/base/problem.hpp"

namespace waymark::kpi {

bool may_keep(policy::Viewer const& viewer, bool concerns_viewer) {
  return concerns_viewer || viewer.is(policy::Role::hr) || viewer.is(policy::Role::executive);
}

void check_limits(Limits const& limits) {
  if (limits.low && limits.high && *limits.low >= *limits.high) {
    throw base::invalid("high", "The upper limit must be above the lower one.");
  }
  if (limits.margin && *limits.margin < 0) throw base::invalid("margin", "The margin must not be below 0.");
}

}  // namespace waymark::kpi
