#include "okr/score.hpp"

#include <algorithm>
#include <cmath>

namespace waymark::okr {
namespace {

// Scores that differ by less are the same: 0.07 / 0.1 is 0.7.
constexpr double hair = 1e-9;

bool at_least(double score, double bound) {
  return score >= bound - hair;
}

// How far outside its limit a value lies, and the distance that costs the whole progress.
struct Breach {
  double size = 0;
  double room = 0;
};

Breach below(double limit, double baseline, double current) {
  return {limit - current, std::abs(baseline - limit)};
}
Breach above(double limit, double baseline, double current) {
  return {current - limit, std::abs(baseline - limit)};
}

Breach breach(Measure const& m, double current) {
  if (m.direction == Direction::stay_above) return below(m.target, m.baseline, current);
  if (m.direction == Direction::stay_below) return above(m.target, m.baseline, current);
  if (m.low && current < *m.low) return below(*m.low, m.baseline, current);
  if (m.high && current > *m.high) return above(*m.high, m.baseline, current);
  return {};
}

double kept(Breach const& breach) {
  if (breach.size <= 0) return 1;
  return breach.room > 0 ? 1 - breach.size / breach.room : 0;
}

bool falls(Measure const& m) {
  return m.target == m.baseline ? m.direction == Direction::fall : m.target < m.baseline;
}

bool has_passed(Measure const& m, double current, double mark) {
  return falls(m) ? current <= mark : current >= mark;
}

double or_zero(double value) {
  return std::isnan(value) ? 0 : value;
}

}  // namespace

bool reaches_target(Measure const& m, double current) {
  return is_limit(m.direction) ? breach(m, current).size <= 0 : has_passed(m, current, m.target);
}

double raw_progress(Measure const& m, double current) {
  if (is_limit(m.direction)) return or_zero(kept(breach(m, current)));
  if (m.kind == Kind::yes_no || m.target == m.baseline) return has_passed(m, current, m.target) ? 1 : 0;
  return or_zero((current - m.baseline) / (m.target - m.baseline));
}

double progress(Measure const& m, double current) {
  return std::clamp(raw_progress(m, current), 0.0, 1.0);
}

std::optional<double> objective_progress(std::span<Weighted const> key_results) {
  double sum = 0;
  double weights = 0;
  for (auto const& [progress, weight] : key_results) {
    if (!(weight > 0)) continue;
    sum += std::clamp(progress, 0.0, 1.0) * weight;
    weights += weight;
  }
  if (weights == 0) return std::nullopt;
  return std::clamp(sum / weights, 0.0, 1.0);
}

std::optional<double> milestone_share(std::span<Milestone const> milestones) {
  double reached = 0;
  double all = 0;
  for (auto const& milestone : milestones) {
    if (!(milestone.weight > 0)) continue;
    all += milestone.weight;
    if (milestone.reached) reached += milestone.weight;
  }
  if (all == 0) return std::nullopt;
  return reached / all;
}

Band band(double score, Ambition ambition) {
  if (at_least(score, 1.0)) return Band::full;
  if (at_least(score, 0.7)) return ambition == Ambition::committed ? Band::nearly : Band::success;
  return at_least(score, 0.3) ? Band::partly : Band::missed;
}

bool is_success(double score, Ambition ambition) {
  return band(score, ambition) >= Band::success;
}

Level level(Measure const& m, double current) {
  if (!reaches_target(m, current)) {
    bool const commits = !is_limit(m.direction) && m.commit && has_passed(m, current, *m.commit);
    return commits ? Level::commit : Level::none;
  }
  bool const stretches = !is_limit(m.direction) && m.stretch && has_passed(m, current, *m.stretch);
  return stretches ? Level::stretch : Level::target;
}

double relative_target(double baseline, double percent, Direction direction) {
  double const change = std::abs(baseline) * percent / 100;
  return direction == Direction::fall ? baseline - change : baseline + change;
}

}  // namespace waymark::okr
