#include "okr/rules/pace.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "okr/rules/cases/read.hpp"

namespace waymark::okr {
namespace {

// [OKR-13] [OKR-14]
TEST(Pace, answers_the_published_cases) {
  cases::run("pace.json", "expected", [](auto const& one) {
    auto const measure = cases::measure(one);
    double const expected =
        expected_progress(measure, cases::day(one, "start"), cases::day(one, "due"), cases::day(one, "today"));
    EXPECT_NEAR(expected, cases::number(one, "expected").value(), 1e-9);
    auto const value = expected_value(measure, expected);
    ASSERT_EQ(value.has_value(), cases::number(one, "value").has_value());
    if (!value) return;
    EXPECT_NEAR(*value, *cases::number(one, "value"), 1e-7);
  });
}

// [OKR-13]
TEST(Pace, starts_where_the_published_cases_say) {
  cases::run("pace.json", "starts", [](auto const& one) {
    Beginnings days{cases::day(one, "cycle"), cases::day(one, "published"), cases::day(one, "added"), {}};
    if (one.contains("stated")) days.stated = cases::day(one, "stated");
    EXPECT_EQ(pace_start(days).to_string(), cases::text(one, "starts"));
  });
}

base::Day any_day() {
  return base::Day(*rc::gen::inRange(20'000, 21'000));
}

RC_GTEST_PROP(Pace, is_bounded_and_never_goes_back, ()) {
  auto const start = any_day();
  auto const due = any_day();
  auto const today = any_day();
  double const now = elapsed(start, due, today);
  RC_ASSERT(now >= 0);
  RC_ASSERT(now <= 1);
  RC_ASSERT(now <= elapsed(start, due, today + 1));
}

RC_GTEST_PROP(Pace, the_expected_value_has_the_expected_progress, ()) {
  Measure const measure{.baseline = 20, .target = static_cast<double>(*rc::gen::inRange(21, 1000))};
  double const expected = *rc::gen::inRange(0, 101) / 100.0;
  RC_ASSERT(std::abs(*progress(measure, *expected_value(measure, expected)) - expected) < 1e-9);
}

}  // namespace
}  // namespace waymark::okr
