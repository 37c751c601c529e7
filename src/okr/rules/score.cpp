#include "okr/rules/score.hpp"

#include <algorithm>
#include <cmath>

namespace waymark::okr {
namespace {

constexpr double steps = 1e4;
constexpr double steps_of_hundredth = 100;
constexpr double hair = 1e-6;  // of a step: what a division leaves behind
constexpr double almost_full = 0.9999;

// Pages show hundredths of it: what lies just below a half of one stays below it, or it would be rounded up twice.
double to_step(double score) {
  auto const whole = in_parts(score, steps);
  bool const is_half = std::fmod(std::abs(whole), steps_of_hundredth) == steps_of_hundredth / 2;
  return (is_half && score * steps < whole - hair ? whole - 1 : whole) / steps;
}

// How far outside its limit a value lies, and the distance that costs the whole progress.
struct Breach {
  double size = 0;
  double room = 0;
};

double between(std::optional<double> baseline, double limit) {
  return baseline ? std::abs(*baseline - limit) : 0;
}

// What lies outside a range has the way to its nearer edge to go, and is measured by it on both sides.
double room(Measure const& m, double edge) {
  if (m.low && m.baseline && *m.baseline < *m.low) return between(m.baseline, *m.low);
  if (m.high && m.baseline && *m.baseline > *m.high) return between(m.baseline, *m.high);
  return between(m.baseline, edge);
}

Breach breach(Measure const& m, double current) {
  if (m.direction == Direction::stay_above) return {m.target - current, between(m.baseline, m.target)};
  if (m.direction == Direction::stay_below) return {current - m.target, between(m.baseline, m.target)};
  if (m.low && current < *m.low) return {*m.low - current, room(m, *m.low)};
  if (m.high && current > *m.high) return {current - *m.high, room(m, *m.high)};
  return {};
}

double kept(Breach const& breach) {
  if (breach.size <= 0) return 1;
  return breach.room > 0 ? 1 - breach.size / breach.room : 0;
}

bool falls(Measure const& m) {
  if (!m.baseline || m.target == *m.baseline) return m.direction == Direction::fall;
  return m.target < *m.baseline;
}

bool has_passed(Measure const& m, double current, double mark) {
  return falls(m) ? current <= mark : current >= mark;
}

double or_zero(double value) {
  return std::isnan(value) ? 0 : value;
}

}  // namespace

bool reaches_target(Measure const& m, double current) {
  if (awaits_target(m)) return false;
  return is_limit(m.direction) ? breach(m, current).size <= 0 : has_passed(m, current, m.target);
}

Measure started_from(Measure const& m, double value) {
  if (m.baseline || is_limit(m.direction) || reaches_target(m, value)) return m;
  auto begun = m;
  begun.baseline = value;
  if (m.change_percent) begun.target = relative_target(value, std::abs(*m.change_percent), m.direction);
  return begun.target == value ? m : begun;
}

double in_parts(double share, double parts) {
  auto const whole = std::round(share * parts) + 0.0;  // no -0
  if (share >= 1) return std::max(whole, parts);
  return share > 0 ? std::clamp(whole, 1.0, parts - 1) : whole;
}

double rounded(double share, bool full) {
  return full ? std::max(to_step(share), 1.0) : std::min(to_step(share), almost_full);
}

std::optional<double> raw_progress(Measure const& m, double current) {
  bool const reached = reaches_target(m, current);
  if (is_limit(m.direction)) return rounded(or_zero(kept(breach(m, current))), reached);
  if (!m.baseline) return reached ? std::optional{1.0} : std::nullopt;
  if (m.kind == Kind::yes_no || m.target == *m.baseline) return reached ? 1 : 0;
  return rounded(or_zero((current - *m.baseline) / (m.target - *m.baseline)), reached);
}

std::optional<double> progress(Measure const& m, double current) {
  auto const raw = raw_progress(m, current);
  if (!raw) return std::nullopt;
  return std::clamp(*raw, 0.0, 1.0);
}

std::optional<double> objective_progress(std::span<Weighted const> key_results) {
  double sum = 0;
  double weights = 0;
  bool full = true;
  for (auto const& [progress, weight] : key_results) {
    if (!(weight > 0)) continue;
    sum += std::clamp(progress, 0.0, 1.0) * weight;
    weights += weight;
    full = full && progress >= 1;
  }
  if (weights == 0) return std::nullopt;
  return full ? 1 : rounded(sum / weights, false);
}

std::optional<double> milestone_share(std::span<Milestone const> milestones) {
  double reached = 0;
  double all = 0;
  bool full = true;
  for (auto const& milestone : milestones) {
    if (!(milestone.weight > 0)) continue;
    all += milestone.weight;
    if (milestone.reached) reached += milestone.weight;
    full = full && milestone.reached;
  }
  if (all == 0) return std::nullopt;
  return full ? 1 : rounded(reached / all, false);
}

Band band(double score, Ambition ambition) {
  auto const seen = to_step(score);
  if (seen >= 1.0) return Band::full;
  if (seen >= success_from) return ambition == Ambition::committed ? Band::nearly : Band::success;
  return seen >= 0.3 ? Band::partly : Band::missed;
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

std::optional<double> progress_together(std::span<std::optional<double> const> objectives) {
  std::vector<Weighted> parts;
  for (auto const& progress : objectives) {
    if (progress) parts.push_back({*progress, 1});
  }
  return objective_progress(parts);
}

}  // namespace waymark::okr
