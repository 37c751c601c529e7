#include "okr/dashboard_figures.hpp"

#include <algorithm>
#include <cmath>

namespace waymark::okr {
namespace {

constexpr std::size_t load_bars = 8;

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
  }
}

Spread spread(std::span<Attained const> key_results) {
  Spread result{std::vector<std::int64_t>(11), {}, false};
  std::vector<double> grades;
  for (auto const& [grade, progress] : key_results) {
    grades.push_back(grade.value_or(suggested_grade(progress.value_or(0))));
    if (!grade) result.so_far = true;
    ++result.bars[static_cast<std::size_t>(std::lround(grades.back() * 10))];
  }
  result.tally = tally(grades);
  return result;
}

std::vector<std::int64_t> load_spread(std::map<std::int64_t, std::int64_t> const& persons_by_load) {
  std::vector<std::int64_t> bars(load_bars);
  for (auto const& [load, persons] : persons_by_load) {
    if (load > 0) bars[std::min(static_cast<std::size_t>(load), load_bars) - 1] += persons;
  }
  return bars;
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
