#include "okr/cycle/calendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace waymark::okr {
namespace {

base::Day day(char const* text) {
  return *base::Day::parse(text);
}

std::vector<std::string> days(std::vector<CalendarEntry> const& entries, CalendarKind kind) {
  std::vector<std::string> found;
  for (auto const& entry : entries) {
    if (entry.kind == kind) found.push_back(entry.from.to_string());
  }
  return found;
}

// [OKR-86]
TEST(Calendar, AQuarterHasACheckInDayEachWeekAndOneInTheMiddle) {
  auto const entries =
      calendar(CycleKind::quarter, Cadence::weekly, day("2025-10-06"), day("2025-11-20"), day("2026-01-04"));
  auto const check_ins = days(entries, CalendarKind::check_in);
  ASSERT_EQ(check_ins.size(), 13U);
  EXPECT_EQ(check_ins.front(), "2025-10-13");
  EXPECT_EQ(check_ins.back(), "2026-01-04");
  EXPECT_EQ(days(entries, CalendarKind::midcycle), std::vector<std::string>{"2025-11-20"});
  EXPECT_EQ(entries.front(), (CalendarEntry{CalendarKind::planning, day("2025-09-22"), day("2025-10-05")}));
  EXPECT_EQ(entries.back(), (CalendarEntry{CalendarKind::retro, day("2026-01-05"), day("2026-01-11")}));
  EXPECT_EQ(days(entries, CalendarKind::closing), std::vector<std::string>{"2025-12-29"});
}

// [OKR-86]
TEST(Calendar, AYearIsLookedAtEachQuarter) {
  auto const entries =
      calendar(CycleKind::annual, Cadence::monthly, day("2026-01-01"), day("2026-07-02"), day("2026-12-31"));
  EXPECT_EQ(days(entries, CalendarKind::midcycle),
            (std::vector<std::string>{"2026-04-01", "2026-07-01", "2026-10-01"}));
  EXPECT_GE(days(entries, CalendarKind::check_in).size(), 12U);
}

// [OKR-86]
TEST(Calendar, TheLookThatComesNextIsNamedAndInTheEndTheLastOne) {
  auto const year = looks(CycleKind::annual, day("2026-04-13"), day("2026-10-11"), day("2027-04-11"));
  EXPECT_EQ(next_look(year, day("2026-04-13")).to_string(), "2026-07-13");
  EXPECT_EQ(next_look(year, day("2026-07-14")).to_string(), "2026-10-13");
  EXPECT_EQ(next_look(year, day("2027-03-01")).to_string(), "2027-01-13");
  auto const quarter = looks(CycleKind::quarter, day("2026-10-05"), day("2026-11-20"), day("2027-01-03"));
  EXPECT_EQ(next_look(quarter, day("2026-12-01")).to_string(), "2026-11-20");
}

}  // namespace
}  // namespace waymark::okr
