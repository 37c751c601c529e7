#include "okr/dashboard_figures.hpp"

#include <gmock/gmock.h>

namespace waymark::okr {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

// [OKR-81]
TEST(DashboardFigures, TheSpreadStandsBesideTheAverage) {
  std::vector<Attained> const all{{.grade = 1.0}, {.grade = 0.7}, {.progress = 0.34}, {}};
  auto const result = spread(all);
  EXPECT_THAT(result.bars, ElementsAre(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1));
  EXPECT_TRUE(result.so_far);
  EXPECT_EQ(result.tally->successes, 2);
  EXPECT_THAT(result.tally->average, DoubleNear(0.5, 1e-9));
}

// [OKR-81]
TEST(DashboardFigures, GradesAloneAreFinal) {
  std::vector<Attained> const all{{.grade = 0.4, .progress = 0.9}};
  EXPECT_FALSE(spread(all).so_far);
  EXPECT_EQ(spread(all).bars[4], 1);
  EXPECT_FALSE(spread({}).tally.has_value());
}

// [OKR-82]
TEST(DashboardFigures, WhatIsLostComesFirst) {
  EXPECT_LT(*urgency({.status = Status::off_track}), *urgency({.status = Status::at_risk}));
  EXPECT_LT(*urgency({.status = Status::at_risk}), *urgency({.status = Status::stale}));
  EXPECT_FALSE(urgency({.status = Status::on_track}).has_value());
  EXPECT_FALSE(urgency({.status = Status::done}).has_value());
}

// [OKR-84]
TEST(DashboardFigures, LoadIsAHistogramWhoseLastBarIsOpen) {
  EXPECT_THAT(load_spread({{1, 20}, {3, 5}, {8, 2}, {11, 1}}), ElementsAre(20, 0, 5, 0, 0, 0, 0, 3));
}

}  // namespace
}  // namespace waymark::okr
