#include "okr/rules/closing_rules.hpp"

#include <algorithm>
#include <cmath>

namespace waymark::okr {
namespace {

constexpr double hair = 1e-9;
constexpr int safe_start_confidence = 8;
constexpr double near_full = 0.9;
constexpr std::size_t enough_to_tell = 5;
constexpr double mostly = 0.9;

bool is_full(double grade) {
  return band(grade) == Band::full;
}

}  // namespace

double suggested_grade(double progress) {
  auto const seen = rounded(std::clamp(progress, 0.0, 1.0), progress >= 1);
  return std::floor(seen * 10 + hair) / 10;
}

std::optional<double> suggested_grade(std::span<Weighted const> measured) {
  auto const progress = objective_progress(measured);
  if (!progress) return std::nullopt;
  return suggested_grade(*progress);
}

bool is_grade(double grade) {
  return grade >= 0 && grade <= 1 && std::abs(grade * 10 - std::round(grade * 10)) < hair;
}

bool needs_reason(std::optional<double> suggested, double given) {
  return suggested && std::abs(*suggested - given) > hair;
}

Outcome outcome(Measure const& measure, double last_value) {
  return reaches_target(measure, last_value) ? Outcome::hit : Outcome::missed;
}

Verdict verdict(double grade, Ambition ambition, bool has_learning) {
  switch (band(grade, ambition)) {
    case Band::full: return Verdict::full;
    case Band::success: return Verdict::success;
    case Band::nearly: return Verdict::nearly;
    case Band::partly: return has_learning ? Verdict::learned : Verdict::partly;
    case Band::missed: break;
  }
  return has_learning ? Verdict::learned : Verdict::missed;
}

Status ended(std::optional<double> grade, Ambition ambition, bool has_learning) {
  if (!grade) return Status::unmeasured;
  switch (verdict(*grade, ambition, has_learning)) {
    case Verdict::missed: return Status::missed;
    case Verdict::partly: return Status::partly;
    case Verdict::learned: return Status::learned;
    case Verdict::nearly: return Status::nearly;
    case Verdict::success:
    case Verdict::full: break;
  }
  return Status::done;
}

bool celebrates(double grade) {
  return is_success(grade);
}

std::optional<Tally> tally(std::span<double const> grades) {
  if (grades.empty()) return std::nullopt;
  Tally result;
  double sum = 0;
  for (double grade : grades) {
    ++result.key_results;
    if (is_success(grade)) ++result.successes;
    sum += grade;
  }
  result.success_share =
      rounded(static_cast<double>(result.successes) / result.key_results, result.successes == result.key_results);
  result.average = rounded(sum / result.key_results, sum >= result.key_results);
  return result;
}

void average_given(std::optional<Tally>& shown, std::span<double const> grades) {
  auto const given = tally(grades);
  if (shown && given) shown->average = given->average;
}

GivenGrades given_grades(std::span<double const> grades, std::int64_t objectives) {
  GivenGrades given{.graded = std::ssize(grades), .of = objectives};
  if (given.graded == 0 || 2 * given.graded < objectives) return given;
  given.average = tally(grades)->average;
  given.band = band(*given.average);
  return given;
}

bool is_near_full(double grade) {
  return grade >= near_full - hair;
}

bool is_safe_start(Ending const& ending) {
  return ending.grade && ending.first_confidence >= safe_start_confidence && is_near_full(*ending.grade);
}

std::vector<EasySign> easy_signs(std::span<Ending const> key_results, std::span<double const> earlier,
                                 Ambition ambition) {
  std::vector<EasySign> signs;
  bool const full = !key_results.empty() && std::ranges::all_of(key_results, [](Ending const& ending) {
    return ending.grade && is_full(*ending.grade);
  });
  if (full && ambition == Ambition::aspirational) signs.push_back(EasySign::all_full);
  if (full && !earlier.empty() && is_full(earlier.back())) signs.push_back(EasySign::full_again);
  bool const safe = std::ranges::any_of(key_results, is_safe_start);
  if (safe && ambition == Ambition::aspirational) signs.push_back(EasySign::safe_start);
  return signs;
}

std::vector<EasySign> easy_signs_of_cycle(std::span<double const> stretches) {
  std::vector<EasySign> signs;
  auto const reached = std::ranges::count_if(stretches, [](double grade) { return is_success(grade); });
  if (!stretches.empty() && std::ranges::all_of(stretches, is_full)) signs.push_back(EasySign::all_full);
  if (stretches.size() >= enough_to_tell &&
      static_cast<double>(reached) >= mostly * static_cast<double>(stretches.size()))
    signs.push_back(EasySign::mostly_reached);
  return signs;
}

}  // namespace waymark::okr
