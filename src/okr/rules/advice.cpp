#include "okr/rules/advice.hpp"

#include <algorithm>
#include <cmath>

namespace waymark::okr {
namespace {

constexpr int stretch_low = 4;
constexpr int stretch_high = 6;
constexpr int commitment_low = 7;
constexpr double far = 3;
constexpr double stretch_success = 0.7;

std::optional<Advice> about_count(int count, Limits limits, Hint few, Hint many) {
  if (count < limits.least) return Advice{few, Strength::soft, false, double(count), double(limits.least), {}};
  if (count <= limits.most) return std::nullopt;
  auto const strength = count >= limits.strong() ? Strength::strong : Strength::warn;
  return Advice{many, strength, true, double(count), double(limits.most), {}};
}

// Slope of the least-squares line, per day.
double slope(std::span<Sample const> samples) {
  double days = 0;
  double values = 0;
  for (auto const& [day, value] : samples) {
    days += day.number();
    values += value;
  }
  double const mean_day = days / samples.size();
  double const mean_value = values / samples.size();
  double above = 0;
  double below = 0;
  for (auto const& [day, value] : samples) {
    double const offset = day.number() - mean_day;
    above += offset * (value - mean_value);
    below += offset * offset;
  }
  return below > 0 ? above / below : 0;
}

}  // namespace

std::optional<Advice> about_objective_count(int published, int drafts, Limits limits) {
  auto advice = about_count(published, limits, Hint::few_objectives, Hint::many_objectives);
  if (advice) advice->drafts = drafts;
  return advice;
}

std::optional<Advice> about_key_result_count(int count, Limits limits) {
  return about_count(count, limits, Hint::few_key_results, Hint::many_key_results);
}

std::optional<Advice> about_first_confidence(int confidence, Ambition ambition) {
  int const low = ambition == Ambition::committed ? commitment_low : stretch_low;
  if (confidence < low) return Advice{Hint::confidence_low, Strength::soft, false, double(confidence), double(low), {}};
  if (ambition == Ambition::committed || confidence <= stretch_high) return std::nullopt;
  return Advice{Hint::confidence_high, Strength::soft, false, double(confidence), stretch_high, {}};
}

std::vector<Advice> about_check_in(CheckInSaid const& said) {
  std::vector<Advice> all;
  double const success = said.ambition == Ambition::committed ? 1 : stretch_success;
  if (said.now && *said.now >= success && said.before.value_or(0) < success)
    all.push_back({Hint::success_reached, Strength::soft, false, *said.now, success, {}});
  if (said.is_first && said.confidence) {
    if (auto first = about_first_confidence(*said.confidence, said.ambition)) all.push_back(*std::move(first));
  }
  if (!said.has_note) all.push_back({Hint::no_note, Strength::soft, false, 0, 0, {}});
  return all;
}

std::optional<Advice> about_trend(Measure const& measure, std::span<Sample const> history, base::Day due) {
  if (history.size() < 3 || is_limit(measure.direction)) return std::nullopt;
  auto const& last = history.back();
  double const projected = last.value + slope(history) * std::max(0, due - last.day);
  if (reaches_target(measure, projected)) {
    return Advice{Hint::business_as_usual, Strength::warn, false, projected, measure.target, {}};
  }
  auto const [least, most] = std::ranges::minmax(history, {}, &Sample::value);
  double const reach = far * (most.value - least.value);
  if (reach == 0 || std::abs(measure.target - last.value) <= reach) return std::nullopt;
  return Advice{Hint::out_of_reach, Strength::soft, false, projected, measure.target, {}};
}

}  // namespace waymark::okr
