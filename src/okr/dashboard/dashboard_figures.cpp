#include "okr/dashboard/dashboard_figures.hpp"

#include <algorithm>
#include <cmath>

namespace waymark::okr {
namespace {

// Both are rounded before they are compared: the difference is that of what one read.
std::optional<Move> moved(std::optional<double> before, std::optional<double> now, double steps, double parts) {
  if (!before || !now) return std::nullopt;
  auto const was = in_parts(*before, steps);
  return Move{was / parts, (in_parts(*now, steps) - was) / parts};
}

}  // namespace

void count(StatusCounts& counts, Status status) {
  switch (status) {
    case Status::on_track: ++counts.on_track; return;
    case Status::at_risk: ++counts.at_risk; return;
    case Status::off_track: ++counts.off_track; return;
    case Status::stale: ++counts.stale; return;
    case Status::done: ++counts.done; return;
    case Status::not_started: ++counts.not_started; return;
    case Status::no_news: ++counts.no_news; return;
    case Status::nearly: ++counts.nearly; return;
    case Status::partly: ++counts.partly; return;
    case Status::learned: ++counts.learned; return;
    case Status::missed: ++counts.missed; return;
    case Status::unmeasured: ++counts.unmeasured; return;
    case Status::cancelled: return;  // counts nowhere
  }
}

std::optional<double> grade_of(Attained const& attained) {
  if (attained.grade || !attained.progress) return attained.grade;
  return suggested_grade(*attained.progress);
}

OnTime on_time(Cadence cadence, base::Day awaited, base::Day due, base::Day today, std::span<base::Day const> news) {
  OnTime result;
  auto from = awaited;
  for (auto next = next_check_in(cadence, from, due); next && *next < today; next = next_check_in(cadence, from, due)) {
    ++result.due;
    if (std::ranges::any_of(news, [&](base::Day day) { return from < day && day <= *next; })) ++result.in_time;
    from = *next;
  }
  return result;
}

std::optional<OnTime> on_time_together(std::span<OnTime const> key_results) {
  OnTime all;
  for (auto const& one : key_results) {
    all.due += one.due;
    all.in_time += one.in_time;
  }
  if (all.due == 0) return std::nullopt;
  all.share = rounded(static_cast<double>(all.in_time) / static_cast<double>(all.due), all.in_time == all.due);
  return all;
}

std::size_t bar_of(double grade) {
  return static_cast<std::size_t>(std::lround(grade * 10));
}

Spread spread(std::span<Attained const> key_results, std::span<double const> given) {
  Spread result{std::vector<std::int64_t>(11), {}, false, 0};
  std::vector<double> grades;
  for (auto const& one : key_results) {
    auto const grade = grade_of(one);
    if (!grade) {
      ++result.unmeasured;
      continue;
    }
    grades.push_back(*grade);
    if (!one.grade) result.so_far = true;
    ++result.bars[bar_of(*grade)];
  }
  result.tally = tally(grades);
  if (!result.so_far) average_given(result.tally, given);
  return result;
}

double mean_confidence(std::int64_t sum, std::int64_t check_ins) {
  return std::round(10.0 * static_cast<double>(sum) / static_cast<double>(check_ins)) / 10;
}

std::vector<std::int64_t> load_spread(std::map<std::int64_t, std::int64_t> const& persons_by_load) {
  std::vector<std::int64_t> bars(load_bars);
  for (auto const& [load, persons] : persons_by_load) {
    if (load > 0) bars[static_cast<std::size_t>(std::min(load, load_bars)) - 1] += persons;
  }
  return bars;
}

std::optional<Since> since(base::Day day, Figures const& before, Figures const& now) {
  if (before.objectives == 0) return std::nullopt;
  auto const counted = [&](std::int64_t Figures::*figure) {
    return Move{static_cast<double>(before.*figure), static_cast<double>(now.*figure - before.*figure)};
  };
  return Since{day,
               counted(&Figures::objectives),
               moved(before.progress, now.progress, 100, 100),
               moved(before.success_share, now.success_share, 100, 1),
               counted(&Figures::at_risk),
               counted(&Figures::late)};
}

std::optional<int> urgency(Standing const& standing) {
  switch (standing.status) {
    case Status::off_track: return 0;
    case Status::at_risk: return 1;
    case Status::stale: return 2;
    default: return std::nullopt;
  }
}

}  // namespace waymark::okr
