#include "okr/cycle/next_cycle.hpp"

#include <gtest/gtest.h>

namespace waymark::okr {
namespace {

using store::CycleRow;

base::Day day(char const* text) {
  return *base::Day::parse(text);
}

CycleRow cycle(std::int64_t id, char const* name, CycleKind kind, char const* from, char const* until) {
  return {.id = CycleId{id},
          .name = name,
          .kind = kind,
          .parent_id = {},
          .starts_on = day(from),
          .ends_on = day(until),
          .midcycle_on = day(from),
          .phase = Phase::active,
          .cadence = Cadence::weekly,
          .version = 1};
}

std::string said(CycleProposal const& proposal) {
  return proposal.name + ": " + proposal.starts_on.to_string() + " to " + proposal.ends_on.to_string();
}

std::string first_one(char const* today) {
  return said(next_quarter({}, day(today)));
}

std::string after(char const* from, char const* until) {
  std::vector<CycleRow> const cycles{cycle(1, "before", CycleKind::quarter, from, until)};
  return said(next_quarter(cycles, day("2026-01-01")));
}

// [OKR-79]
TEST(NextCycle, TheFirstOneIsTheCalendarQuarterOfToday) {
  EXPECT_EQ(first_one("2026-01-01"), "Q1 2026: 2026-01-01 to 2026-03-31");
  EXPECT_EQ(first_one("2026-08-15"), "Q3 2026: 2026-07-01 to 2026-09-30");
  EXPECT_EQ(first_one("2026-11-30"), "Q4 2026: 2026-10-01 to 2026-12-31");
}

// [OKR-79]
TEST(NextCycle, TheFirstOneIsTheComingQuarterWhenLittleIsLeftOfThisOne) {
  EXPECT_EQ(first_one("2026-12-01"), "Q1 2027: 2027-01-01 to 2027-03-31");
  EXPECT_EQ(first_one("2026-03-31"), "Q2 2026: 2026-04-01 to 2026-06-30");
}

// [OKR-79]
TEST(NextCycle, FollowsTheNewestQuarterByMonthsOrByWeeks) {
  EXPECT_EQ(after("2026-10-01", "2026-12-31"), "Q1 2027: 2027-01-01 to 2027-03-31");
  EXPECT_EQ(after("2026-02-01", "2026-04-30"), "Q2 2026: 2026-05-01 to 2026-07-31");
  EXPECT_EQ(after("2025-10-06", "2026-01-04"), "Q1 2026: 2026-01-05 to 2026-04-05");
}

// [OKR-79]
TEST(NextCycle, LiesInTheYearThatHoldsItAndTakesNoNameTwice) {
  std::vector<CycleRow> cycles{cycle(3, "Q2 2026", CycleKind::custom, "2026-05-01", "2026-05-09"),
                               cycle(2, "Q1 2026", CycleKind::quarter, "2026-01-01", "2026-03-31"),
                               cycle(1, "2026", CycleKind::annual, "2026-01-01", "2026-12-31")};
  auto const next = next_quarter(cycles, day("2026-02-02"));
  EXPECT_EQ(said(next), ": 2026-04-01 to 2026-06-30");
  EXPECT_EQ(next.parent_id, CycleId{1});
  cycles[2].ends_on = day("2026-06-29");
  EXPECT_EQ(next_quarter(cycles, day("2026-02-02")).parent_id, std::nullopt);
}

}  // namespace
}  // namespace waymark::okr
