#include "okr/cycle/next_cycle.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace waymark::okr {
namespace {

using base::Day;
using store::CycleRow;

constexpr int months_of_quarter = 3;
constexpr int least_days_left = 31;

struct Days {
  Day first;
  Day last;
};

int year_of(Day day) {
  return std::stoi(day.to_string().substr(0, 4));
}

int quarter_of(Day day) {
  return (std::stoi(day.to_string().substr(5, 2)) + 2) / months_of_quarter;
}

Day month_start(Day day) {
  return *Day::parse(day.to_string().substr(0, 8) + "01");
}

Days quarter_from(Day first) {
  return {first, first.plus_months(months_of_quarter) - 1};
}

Days calendar_quarter(Day today) {
  auto const months_before = (std::stoi(today.to_string().substr(5, 2)) - 1) % months_of_quarter;
  auto const running = quarter_from(month_start(today).plus_months(-months_before));
  return running.last - today < least_days_left ? quarter_from(running.last + 1) : running;
}

// Whole months go on as months, weeks as weeks.
Days after(CycleRow const& quarter) {
  auto const first = quarter.ends_on + 1;
  if (first == month_start(first)) return quarter_from(first);
  return {first, first + (quarter.ends_on - quarter.starts_on)};
}

// Named after the quarter in which most of it lies.
std::string name_of(Days days) {
  auto const middle = days.first + (days.last - days.first) / 2;
  return fmt::format("Q{} {}", quarter_of(middle), year_of(middle));
}

}  // namespace

CycleProposal next_quarter(std::span<CycleRow const> cycles, Day today) {
  auto const first_of = [&](auto const& holds) { return std::find_if(cycles.begin(), cycles.end(), holds); };
  auto const newest = first_of([](CycleRow const& one) { return one.kind == CycleKind::quarter; });
  auto const days = newest == cycles.end() ? calendar_quarter(today) : after(*newest);
  auto const year = first_of([&](CycleRow const& one) {
    return one.kind == CycleKind::annual && one.starts_on <= days.first && days.last <= one.ends_on;
  });
  auto name = name_of(days);
  if (first_of([&](CycleRow const& one) { return one.name == name; }) != cycles.end()) name.clear();
  return {.name = std::move(name),
          .kind = CycleKind::quarter,
          .parent_id = year == cycles.end() ? std::nullopt : std::optional{year->id},
          .starts_on = days.first,
          .ends_on = days.last};
}

}  // namespace waymark::okr
