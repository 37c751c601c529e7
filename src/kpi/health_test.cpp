#include "kpi/health.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace waymark::kpi {
namespace {

Limits const uptime{.better = Better::higher, .low = 99.5, .margin = 0.2};
Limits const error_rate{.better = Better::lower, .high = 2.0, .margin = 0.5};
Limits const temperature{.better = Better::within, .low = 18.0, .high = 28.0};

// [KPI-1]
TEST(Health, is_healthy_within_the_limits) {
  EXPECT_EQ(health(uptime, 99.9), Health::healthy);
  EXPECT_EQ(health(error_rate, 0.3), Health::healthy);
  EXPECT_EQ(health(temperature, 23), Health::healthy);
}

// [KPI-1]
TEST(Health, is_out_of_range_beyond_a_limit_and_not_on_it) {
  EXPECT_EQ(health(uptime, 99.4), Health::out_of_range);
  EXPECT_NE(health(uptime, 99.5), Health::out_of_range);
  EXPECT_EQ(health(error_rate, 2.1), Health::out_of_range);
  EXPECT_EQ(health(temperature, 17.9), Health::out_of_range);
  EXPECT_EQ(health(temperature, 28.1), Health::out_of_range);
  EXPECT_EQ(health({.better = Better::higher, .low = 60, .high = 95}, 97), Health::out_of_range);
}

// [KPI-2]
TEST(Health, is_near_where_things_get_worse) {
  EXPECT_EQ(health(uptime, 99.6), Health::near);
  EXPECT_EQ(health(error_rate, 1.8), Health::near);
  EXPECT_EQ(health(temperature, 18.5), Health::near);
  EXPECT_EQ(health(temperature, 27.5), Health::near);
  EXPECT_EQ(health({.better = Better::higher, .low = 0, .high = 100}, 99), Health::healthy);
  EXPECT_EQ(health({.better = Better::lower, .low = 0, .high = 100}, 1), Health::healthy);
}

// [KPI-2]
TEST(Health, has_no_near_without_a_margin_or_a_range) {
  EXPECT_EQ(health({.better = Better::higher, .low = 99.5}, 99.5), Health::healthy);
}

// [KPI-3]
TEST(Health, is_unknown_without_a_value_or_a_limit) {
  EXPECT_EQ(health(uptime, std::nullopt), Health::unknown);
  EXPECT_EQ(health({}, 5), Health::unknown);
}

// [KPI-4]
TEST(Health, says_whether_a_step_was_for_the_better) {
  EXPECT_EQ(trend(uptime, 99.6, 99.8), Trend::better);
  EXPECT_EQ(trend(error_rate, 1.0, 1.4), Trend::worse);
  EXPECT_EQ(trend(error_rate, 1.0, 1.0), Trend::same);
  EXPECT_EQ(trend(temperature, 17, 20), Trend::better);
  EXPECT_EQ(trend(temperature, 23, 27), Trend::worse);
  EXPECT_EQ(trend({.better = Better::within, .low = 18}, 10, 15), Trend::better);
  EXPECT_EQ(trend({.better = Better::within, .low = 18}, 20, 40), Trend::same);
}

// [KPI-1]
RC_GTEST_PROP(Health, is_out_of_range_exactly_when_outside, ()) {
  double const value = *rc::gen::inRange(-1000, 1000) / 10.0;
  auto const [low, high] = std::minmax({*rc::gen::inRange(-50, 50), *rc::gen::inRange(-50, 50)});
  auto const better = *rc::gen::element(Better::higher, Better::lower, Better::within);
  Limits const limits{.better = better, .low = low, .high = high};
  bool const outside = value < low || value > high;
  RC_ASSERT((health(limits, value) == Health::out_of_range) == outside);
  RC_ASSERT((distance_outside(limits, value) > 0) == outside);
}

// [KPI-12]
TEST(Health, those_out_of_range_come_first) {
  EXPECT_LT(urgency(Health::out_of_range), urgency(Health::near));
  EXPECT_LT(urgency(Health::near), urgency(Health::healthy));
  EXPECT_LT(urgency(Health::healthy), urgency(Health::unknown));
  HealthCounts counts;
  for (auto const one : {Health::near, Health::unknown, Health::near, Health::healthy}) count(counts, one);
  EXPECT_EQ(counts, (HealthCounts{.healthy = 1, .near = 2, .out_of_range = 0, .unknown = 1}));
}

}  // namespace
}  // namespace waymark::kpi
