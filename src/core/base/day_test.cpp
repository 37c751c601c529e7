#include "core/base/day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace waymark::base {
namespace {

Day day(std::string_view text) {
  return Day::parse(text).value();
}

TEST(Day, counts_from_1970) {
  EXPECT_EQ(day("1970-01-01").number(), 0);
  EXPECT_EQ(day("2026-03-31").number(), 20543);
  EXPECT_EQ(day("1969-12-31").number(), -1);
}

TEST(Day, is_written_as_it_is_read) {
  for (auto text : {"2026-03-31", "2024-02-29", "0001-01-01", "9999-12-31"}) EXPECT_EQ(day(text).to_string(), text);
}

TEST(Day, reads_nothing_but_the_exact_form_of_a_real_day) {
  for (auto text : {"", "2026-3-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026/03/31", "31.03.2026",
                    "2026-03-31 ", " 2026-03-31", "2026-03-31T00:00", "+026-03-31", "0000-01-01", "20a6-03-31"}) {
    EXPECT_FALSE(Day::parse(text)) << text;
  }
}

TEST(Day, adds_and_compares) {
  EXPECT_EQ(day("2026-02-28") + 1, day("2026-03-01"));
  EXPECT_EQ(day("2026-01-01") - 1, day("2025-12-31"));
  EXPECT_EQ(day("2026-12-31") - day("2026-10-01"), 91);
  EXPECT_LT(day("2026-03-31"), day("2026-04-01"));
}

TEST(Day, knows_its_weekday) {
  EXPECT_EQ(day("2026-11-22").weekday(), 7);
  EXPECT_EQ(day("2026-11-23").weekday(), 1);
  EXPECT_EQ(day("1969-12-31").weekday(), 3);
}

TEST(Day, moves_by_months_and_stops_at_the_end_of_a_short_one) {
  EXPECT_EQ(day("2026-01-31").plus_months(1), day("2026-02-28"));
  EXPECT_EQ(day("2024-01-31").plus_months(1), day("2024-02-29"));
  EXPECT_EQ(day("2026-12-15").plus_months(1), day("2027-01-15"));
  EXPECT_EQ(day("2026-03-31").plus_months(-1), day("2026-02-28"));
}

TEST(Day, holds_the_whole_utc_day) {
  EXPECT_EQ(day_of(0), day("1970-01-01"));
  EXPECT_EQ(day_of(ms_per_day - 1), day("1970-01-01"));
  EXPECT_EQ(day_of(-1), day("1969-12-31"));
  EXPECT_EQ(day_of(-ms_per_day), day("1969-12-31"));
}

RC_GTEST_PROP(Day, text_and_number_are_the_same_day, ()) {
  Day const any(*rc::gen::inRange(-719'162, 2'932'897));
  RC_ASSERT(Day::parse(any.to_string()) == any);
}

RC_GTEST_PROP(Day, every_instant_lies_in_its_day, ()) {
  auto const instant = *rc::gen::inRange<std::int64_t>(-100'000 * ms_per_day, 100'000 * ms_per_day);
  auto const day = day_of(instant);
  RC_ASSERT(day.start_ms() <= instant);
  RC_ASSERT(instant < (day + 1).start_ms());
}

}  // namespace
}  // namespace waymark::base
