#include "connect/okrs/cycle_name.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace waymark::connect {
namespace {

std::string days(std::string_view name, int fiscal_start = 2) {
  auto const found = cycle_days(name, fiscal_start);
  return found ? fmt::format("{} {}", found->first.to_string(), found->last.to_string()) : "unreadable";
}

// [CONNECT-16]
TEST(CycleDays, reads_calendar_cycles) {
  EXPECT_EQ(days("2018-Q2"), "2018-04-01 2018-06-30");
  EXPECT_EQ(days("Q2 2018"), "2018-04-01 2018-06-30");
  EXPECT_EQ(days("2026 q4"), "2026-10-01 2026-12-31");
  EXPECT_EQ(days("2026Q1"), "2026-01-01 2026-03-31");
  EXPECT_EQ(days("2020-H1"), "2020-01-01 2020-06-30");
  EXPECT_EQ(days("H2/2020"), "2020-07-01 2020-12-31");
  EXPECT_EQ(days("2026"), "2026-01-01 2026-12-31");
  EXPECT_EQ(days("2024-02"), "2024-02-01 2024-02-29");
  EXPECT_EQ(days("May 2026"), "2026-05-01 2026-05-31");
  EXPECT_EQ(days("2022-Q4 (proposed)"), "2022-10-01 2022-12-31");
  EXPECT_EQ(days("2026-01-15..2026-04-14"), "2026-01-15 2026-04-14");
  EXPECT_EQ(days("2026-01-15 to 2026-04-14"), "2026-01-15 2026-04-14");
}

// [CONNECT-16]
TEST(CycleDays, reads_fiscal_cycles) {
  EXPECT_EQ(days("FY21"), "2020-02-01 2021-01-31");
  EXPECT_EQ(days("FY21-Q1"), "2020-02-01 2020-04-30");
  EXPECT_EQ(days("FY21-Q3"), "2020-08-01 2020-10-31");
  EXPECT_EQ(days("FY20Q4"), "2019-11-01 2020-01-31");
  EXPECT_EQ(days("Q4 FY2023"), "2022-11-01 2023-01-31");
  EXPECT_EQ(days("FY21-H2", 7), "2021-01-01 2021-06-30");
  EXPECT_EQ(days("FY26-Q2", 1), "2026-04-01 2026-06-30");
  EXPECT_EQ(days("GJ25", 10), "2024-10-01 2025-09-30");
}

// [CONNECT-27]
TEST(CycleDays, knows_which_names_depend_on_the_start_of_a_fiscal_year) {
  for (auto const* name : {"FY21", "FY20Q4", "Q4 FY2023", "GJ25"}) EXPECT_TRUE(names_fiscal_year(name)) << name;
  for (auto const* name : {"2026-Q2", "2026", "soon", "2026-01-15..2026-04-14"})
    EXPECT_FALSE(names_fiscal_year(name)) << name;
}

TEST(CycleDays, leaves_the_rest_unread) {
  for (auto const* name :
       {"", "Q3", "soon", "2026-Q5", "2026-Q", "2026-H3", "21-Q1", "FY", "2026-13", "2026-Q1-H1", "FY21 May",
        "Spring push", "20266", "2026-04-14..2026-01-15", "(2026)", "2026 2027", "1889"}) {
    EXPECT_EQ(days(name), "unreadable") << name;
  }
}

}  // namespace
}  // namespace waymark::connect
