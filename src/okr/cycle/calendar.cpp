#include "okr/cycle/calendar.hpp"

#include <algorithm>

namespace waymark::okr {
namespace {

constexpr int planning_days = 14;

void add(std::vector<CalendarEntry>& entries, CalendarKind kind, base::Day day) {
  entries.push_back({kind, day, day});
}

}  // namespace

std::vector<base::Day> looks(CycleKind kind, base::Day starts_on, base::Day midcycle_on, base::Day ends_on) {
  if (kind != CycleKind::annual) return {midcycle_on};
  std::vector<base::Day> quarters;
  for (int months = 3; starts_on.plus_months(months) < ends_on; months += 3)
    quarters.push_back(starts_on.plus_months(months));
  if (quarters.empty()) return {midcycle_on};
  return quarters;
}

base::Day next_look(std::vector<base::Day> const& looks, base::Day today) {
  auto const next = std::ranges::lower_bound(looks, today);
  return next == looks.end() ? looks.back() : *next;
}

std::vector<CalendarEntry> calendar(CycleKind kind, Cadence cadence, base::Day starts_on, base::Day midcycle_on,
                                    base::Day ends_on) {
  std::vector<CalendarEntry> entries;
  entries.push_back({CalendarKind::planning, starts_on - planning_days, starts_on - 1});
  for (auto day = next_check_in(cadence, starts_on, ends_on); day; day = next_check_in(cadence, *day, ends_on))
    add(entries, CalendarKind::check_in, *day);
  for (auto const day : looks(kind, starts_on, midcycle_on, ends_on)) add(entries, CalendarKind::midcycle, day);
  entries.push_back({CalendarKind::closing, ends_on - (closing_days - 1), ends_on});
  entries.push_back({CalendarKind::retro, ends_on + 1, ends_on + closing_days});
  std::ranges::stable_sort(entries, {}, &CalendarEntry::from);
  return entries;
}

}  // namespace waymark::okr
