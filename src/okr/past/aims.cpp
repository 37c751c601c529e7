#include "okr/past/aims.hpp"

#include <algorithm>

namespace waymark::okr {
namespace {

constexpr std::size_t again = 2;
constexpr std::size_t several_stretches = 2;

std::vector<EndedCycle> stretches_of(std::span<EndedCycle const> cycles) {
  std::vector<EndedCycle> stretches{cycles.begin(), cycles.end()};
  for (auto& cycle : stretches)
    std::erase_if(cycle.objectives, [](auto const& one) { return one.ambition == Ambition::committed; });
  std::erase_if(stretches, [](EndedCycle const& cycle) { return cycle.objectives.empty(); });
  return stretches;
}

bool ended_near_full(EndedCycle const& cycle) {
  return std::ranges::all_of(cycle.objectives, is_near_full, &EndedObjective::grade);
}

bool was_safe(EndedCycle const& cycle) {
  return std::ranges::any_of(cycle.objectives,
                             [](auto const& one) { return std::ranges::any_of(one.key_results, is_safe_start); });
}

std::vector<CycleName> in_a_row(std::vector<EndedCycle> const& cycles, bool (*was_so)(EndedCycle const&)) {
  std::vector<CycleName> names;
  for (auto const& cycle : cycles) {
    if (!was_so(cycle)) break;
    names.push_back(cycle.cycle);
  }
  return names;
}

}  // namespace

std::vector<LowAim> low_aims(std::span<EndedCycle const> cycles) {
  auto const stretches = stretches_of(cycles);
  std::vector<LowAim> signs;
  auto const full = in_a_row(stretches, ended_near_full);
  if (full.size() >= again) {
    signs.push_back({AimSign::near_full_again, full});
  } else if (!full.empty() && stretches.front().objectives.size() >= several_stretches) {
    signs.push_back({AimSign::near_full, full});
  }
  if (auto safe = in_a_row(stretches, was_safe); safe.size() >= again)
    signs.push_back({AimSign::safe_again, std::move(safe)});
  return signs;
}

}  // namespace waymark::okr
