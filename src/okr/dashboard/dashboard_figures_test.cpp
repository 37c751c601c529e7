#include "okr/dashboard/dashboard_figures.hpp"

#include <gmock/gmock.h>

namespace waymark::okr {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

// [OKR-81] [OKR-94]
TEST(DashboardFigures, TheSpreadStandsBesideTheAverage) {
  std::vector<Attained> const all{{.grade = 1.0}, {.grade = 0.7}, {.progress = 0.34}, {}};
  auto const result = spread(all, {});
  EXPECT_THAT(result.bars, ElementsAre(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1));
  EXPECT_TRUE(result.so_far);
  EXPECT_EQ(result.tally->successes, 2);
  EXPECT_EQ(result.tally->average, 0.6667);
  EXPECT_EQ(result.tally->key_results, 3);
  EXPECT_EQ(result.unmeasured, 1);
}

// [OKR-81]
TEST(DashboardFigures, GradesAloneAreFinal) {
  std::vector<Attained> const all{{.grade = 0.4, .progress = 0.9}};
  EXPECT_FALSE(spread(all, {}).so_far);
  EXPECT_EQ(spread(all, {}).bars[4], 1);
  EXPECT_FALSE(spread({}, {}).tally.has_value());
}

// [OKR-83]
TEST(DashboardFigures, AMeanOfConfidencesHasOneDecimal) {
  EXPECT_EQ(mean_confidence(20, 3), 6.7);
  EXPECT_EQ(mean_confidence(18, 3), 6);
}

// [OKR-82]
TEST(DashboardFigures, WhatIsLostComesFirst) {
  EXPECT_LT(*urgency({.status = Status::off_track}), *urgency({.status = Status::at_risk}));
  EXPECT_LT(*urgency({.status = Status::at_risk}), *urgency({.status = Status::stale}));
  EXPECT_FALSE(urgency({.status = Status::on_track}).has_value());
  EXPECT_FALSE(urgency({.status = Status::done}).has_value());
}

// [OKR-92]
TEST(DashboardFigures, TheDifferenceIsThatOfWhatWasRead) {
  Figures const before{12, 0.506, 0.304, 3, 5};
  Figures const now{13, 0.544, 0.348, 3, 1};
  auto const moved = since(*base::Day::parse("2025-11-10"), before, now);
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->objectives, (Move{12, 1}));
  EXPECT_THAT(moved->progress->before, DoubleNear(0.51, 1e-9));
  EXPECT_THAT(moved->progress->by, DoubleNear(0.03, 1e-9));
  EXPECT_EQ(moved->success_percent, (Move{30, 5}));
  EXPECT_EQ(moved->at_risk, (Move{3, 0}));
  EXPECT_EQ(moved->late, (Move{5, -4}));
}

// [OKR-92]
TEST(DashboardFigures, NothingIsSaidAboutATimeWhenNothingWasThere) {
  EXPECT_FALSE(since(*base::Day::parse("2025-11-10"), {}, {.objectives = 3, .progress = 0.2}));
  auto const moved = since(*base::Day::parse("2025-11-10"), {.objectives = 1}, {.objectives = 3, .progress = 0.2});
  EXPECT_FALSE(moved->progress);
}

// [OKR-84]
TEST(DashboardFigures, LoadIsAHistogramWhoseLastBarIsOpen) {
  EXPECT_THAT(load_spread({{1, 20}, {3, 5}, {8, 2}, {11, 1}}), ElementsAre(20, 0, 5, 0, 0, 0, 0, 3));
}

// [OKR-98]
TEST(DashboardFigures, EachWeekThatIsOverAsksForNewsOnce) {
  base::Day const start(1000);
  std::vector<base::Day> const news{start + 3, start + 4, start + 14, start + 22};
  EXPECT_EQ(on_time(Cadence::weekly, start, start + 90, start + 7, news), (OnTime{0, 0, 0}));
  EXPECT_EQ(on_time(Cadence::weekly, start, start + 90, start + 8, news), (OnTime{1, 1, 0}));
  EXPECT_EQ(on_time(Cadence::weekly, start, start + 90, start + 22, news), (OnTime{3, 2, 0}));
  EXPECT_EQ(on_time(Cadence::two_weekly, start, start + 90, start + 30, news), (OnTime{2, 2, 0}));
}

// [OKR-98]
TEST(DashboardFigures, TheShareInTimeIsThatOfAllTogether) {
  EXPECT_EQ(on_time_together({}), std::nullopt);
  EXPECT_EQ(on_time_together(std::vector<OnTime>{{3, 1, 0}, {3, 3, 0}}), (OnTime{6, 4, 0.6667}));
}

}  // namespace
}  // namespace waymark::okr
