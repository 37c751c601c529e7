#pragma once

#include <vector>

#include "okr/cycle/cycle_shapes.hpp"

// What a cycle brings, and when. Pure arithmetic.
namespace waymark::okr {

// The last days of a cycle, in which it is closed.
inline constexpr int closing_days = 7;

enum class CalendarKind { planning, check_in, midcycle, closing, retro };
BOOST_DESCRIBE_ENUM(CalendarKind, planning, check_in, midcycle, closing, retro)

struct CalendarEntry {
  CalendarKind kind;
  base::Day from;
  base::Day until;

  bool operator==(CalendarEntry const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CalendarEntry, (), (kind, from, until))

// The days of the looks at a cycle: in its middle, and each quarter of a year. [OKR-86]
std::vector<base::Day> looks(CycleKind kind, base::Day starts_on, base::Day midcycle_on, base::Day ends_on);

// The look that comes next; the last one when none does.
base::Day next_look(std::vector<base::Day> const& looks, base::Day today);

// The key days of a cycle in their order. [OKR-86]
std::vector<CalendarEntry> calendar(CycleKind kind, Cadence cadence, base::Day starts_on, base::Day midcycle_on,
                                    base::Day ends_on);

struct CycleCalendar {
  Cycle cycle;
  base::Day today;
  std::vector<CalendarEntry> entries;
};
BOOST_DESCRIBE_STRUCT(CycleCalendar, (), (cycle, today, entries))

}  // namespace waymark::okr
