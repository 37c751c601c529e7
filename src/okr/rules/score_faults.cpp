#include <cmath>

#include "okr/rules/score.hpp"

namespace waymark::okr {
namespace {

// No figure of a measure lies beyond it.
constexpr double largest_value = 1e15;

using Faults = std::vector<MeasureFault>;

void check_value(std::optional<double> value, char const* field, Faults& found) {
  if (!value) return;
  if (!std::isfinite(*value)) {
    found.push_back({Fault::not_a_number, field});
  } else if (std::abs(*value) > largest_value) {
    found.push_back({Fault::too_large, field});
  }
}

void check_limits(Measure const& m, Faults& found) {
  if (!m.low && !m.high) {
    found.push_back({Fault::limits_missing, "low"});
  } else if (m.low && m.high && *m.low > *m.high) {
    found.push_back({Fault::low_above_high, "low"});
  }
}

// Nothing can be held against a target that is still to come.
void check_waiting(Measure const& m, Faults& found) {
  if ((*m.change_percent > 0) != (m.direction == Direction::rise) || *m.change_percent == 0)
    found.push_back({Fault::change_against_direction, "change_percent"});
  if (m.commit) found.push_back({Fault::level_without_target, "commit"});
  if (m.stretch) found.push_back({Fault::level_without_target, "stretch"});
}

void check_way(Measure const& m, Faults& found) {
  bool const rise = m.direction == Direction::rise;
  if (awaits_target(m)) {
    check_waiting(m, found);
    return;
  }
  if (m.target == m.baseline) {
    found.push_back({Fault::target_is_baseline, "target"});
    return;
  }
  if (m.baseline && (m.target > *m.baseline) != rise) {
    found.push_back({Fault::target_against_direction, "target"});
    return;
  }
  auto const further = [rise](double a, double b) { return rise ? a > b : a < b; };
  bool const before_start = m.commit && m.baseline && !further(*m.commit, *m.baseline);
  if (before_start || (m.commit && further(*m.commit, m.target)))
    found.push_back({Fault::commit_not_between, "commit"});
  if (m.stretch && !further(*m.stretch, m.target)) found.push_back({Fault::stretch_before_target, "stretch"});
}

bool runs_zero_to_one(Measure const& m) {
  return m.direction == Direction::rise && m.baseline == 0 && m.target == 1 && !m.commit && !m.stretch;
}

}  // namespace

std::vector<MeasureFault> faults(Measure const& m) {
  Faults found;
  check_value(m.baseline, "baseline", found);
  check_value(m.target, "target", found);
  check_value(m.low, "low", found);
  check_value(m.high, "high", found);
  check_value(m.commit, "commit", found);
  check_value(m.stretch, "stretch", found);
  check_value(m.change_percent, "change_percent", found);
  if (!found.empty()) return found;

  if (m.kind == Kind::yes_no || m.kind == Kind::milestones) {
    if (!runs_zero_to_one(m)) found.push_back({Fault::not_zero_to_one, "kind"});
  } else if (m.direction == Direction::stay_within) {
    check_limits(m, found);
  } else if (!is_limit(m.direction)) {
    check_way(m, found);
  }
  return found;
}

}  // namespace waymark::okr
