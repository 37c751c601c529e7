#include "okr/transfer/plan.hpp"

#include <algorithm>

namespace waymark::okr {

std::size_t Plan::key_results() const {
  std::size_t sum = 0;
  for (auto const& objective : objectives) sum += objective.key_results.size();
  return sum;
}

std::size_t Plan::measured() const {
  std::size_t sum = 0;
  for (auto const& objective : objectives)
    sum += static_cast<std::size_t>(std::ranges::count(objective.key_results, true, &PlannedKeyResult::measured));
  return sum;
}

Measure kept(Measure const& stated) {
  if (stated.kind != Kind::yes_no && stated.kind != Kind::milestones) return stated;
  return {.kind = stated.kind, .commit = stated.commit, .stretch = stated.stretch};
}

}  // namespace waymark::okr
