#include "okr/calendar.hpp"

#include <algorithm>

namespace waymark::okr {
namespace {

constexpr int planning_days = 14;
constexpr int closing_days = 7;

void add(std::vector<CalendarEntry>& entries, CalendarKind kind, base::Day day) {
  entries.push_back({kind, day, day});
}

}  // namespace

std::vector<CalendarEntry> calendar(CycleKind kind, Cadence cadence, base::Day starts_on, base::Day midcycle_on,
                                    base::Day ends_on) {
  std::vector<CalendarEntry> entries;
  entries.push_back({CalendarKind::planning, starts_on - planning_days, starts_on - 1});
  for (auto day = next_check_in(cadence, starts_on, ends_on); day; day = next_check_in(cadence, *day, ends_on))
    add(entries, CalendarKind::check_in, *day);
  if (kind == CycleKind::annual) {
    for (int months = 3; starts_on.plus_months(months) < ends_on; months += 3)
      add(entries, CalendarKind::midcycle, starts_on.plus_months(months));
  } else {
    add(entries, CalendarKind::midcycle, midcycle_on);
  }
  entries.push_back({CalendarKind::closing, ends_on - (closing_days - 1), ends_on});
  entries.push_back({CalendarKind::retro, ends_on + 1, ends_on + closing_days});
  std::ranges::stable_sort(entries, {}, &CalendarEntry::from);
  return entries;
}

}  // namespace waymark::okr
