#include "kpi/health.hpp"

#include <algorithm>
#include <cmath>

namespace waymark::kpi {
namespace {

double margin_of(Limits const& limits) {
  if (limits.margin) return std::max(0.0, *limits.margin);
  return limits.low && limits.high ? (*limits.high - *limits.low) / 10 : 0;
}

// The smaller, the better.
double badness(Limits const& limits, double value) {
  if (limits.better == Better::higher) return -value;
  if (limits.better == Better::lower) return value;
  if (limits.low && limits.high) return std::abs(value - (*limits.low + *limits.high) / 2);
  return distance_outside(limits, value);
}

}  // namespace

double distance_outside(Limits const& limits, double value) {
  if (limits.low && value < *limits.low) return *limits.low - value;
  if (limits.high && value > *limits.high) return value - *limits.high;
  return 0;
}

Health health(Limits const& limits, std::optional<double> value) {
  if (!value || (!limits.low && !limits.high)) return Health::unknown;
  if (distance_outside(limits, *value) > 0) return Health::out_of_range;
  double const margin = margin_of(limits);
  bool const near_low = limits.better != Better::lower && limits.low && *value - *limits.low < margin;
  bool const near_high = limits.better != Better::higher && limits.high && *limits.high - *value < margin;
  return near_low || near_high ? Health::near : Health::healthy;
}

void count(HealthCounts& counts, Health health) {
  switch (health) {
    case Health::healthy: ++counts.healthy; return;
    case Health::near: ++counts.near; return;
    case Health::out_of_range: ++counts.out_of_range; return;
    case Health::unknown: ++counts.unknown; return;
  }
}

int urgency(Health health) {
  switch (health) {
    case Health::out_of_range: return 0;
    case Health::near: return 1;
    case Health::healthy: return 2;
    case Health::unknown: break;
  }
  return 3;
}

Trend trend(Limits const& limits, double before, double now) {
  double const was = badness(limits, before);
  double const is = badness(limits, now);
  if (is == was) return Trend::same;
  return is < was ? Trend::better : Trend::worse;
}

}  // namespace waymark::kpi
