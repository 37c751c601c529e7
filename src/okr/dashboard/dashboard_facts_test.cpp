#include "okr/dashboard/dashboard_facts.hpp"

#include <gmock/gmock.h>

namespace waymark::okr {
namespace {

using store::FactRow;
using store::NewsRow;
using ::testing::DoubleEq;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::SizeIs;

base::Day day(std::string_view text) {
  return *base::Day::parse(text);
}
base::Millis const then = day("2025-11-10").start_ms();
base::Millis const long_ago = day("2025-10-01").start_ms();
base::Millis const since_then = day("2025-11-12").start_ms();

// A key result from 0 to 100 at 60 today, published long ago, with news since the moment asked for.
FactRow row(std::int64_t id = 1, double weight = 1) {
  FactRow row{};
  row.id = {id};
  row.objective_id = {7};
  row.state = State::published;
  row.ambition = Ambition::aspirational;
  row.cadence = Cadence::weekly;
  row.baseline = 0;
  row.target = 100;
  row.weight = weight;
  row.current = 60;
  row.confidence = 7;
  row.progress = 0.6;
  row.objective_progress = 0.6;
  row.last_news_at = since_then;
  row.published_at = long_ago;
  row.created_at = long_ago;
  return row;
}

Cycle quarter() {
  Cycle cycle{};
  cycle.starts_on = day("2025-10-01");
  cycle.ends_on = day("2025-12-31");
  return cycle;
}

// [OKR-92]
TEST(DashboardFacts, AKeyResultStoodAtTheNewestCheckInOfThatTime) {
  auto const before = as_of(then, {row()}, {{.id = {1}, .at = long_ago, .value = 20, .confidence = 3}});
  ASSERT_THAT(before, SizeIs(1));
  EXPECT_THAT(before[0].current, Optional(20));
  EXPECT_EQ(before[0].confidence, 3);
  EXPECT_THAT(before[0].progress, Optional(DoubleEq(0.2)));
  EXPECT_THAT(before[0].objective_progress, Optional(DoubleEq(0.2)));
  EXPECT_EQ(before[0].last_news_at, long_ago);
  auto const objectives = objectives_in(before, quarter(), day("2025-11-10"));
  EXPECT_EQ(objectives[0].standing.status, Status::at_risk);  // confidence 3, and late by a month
  EXPECT_EQ(objectives[0].standing.days_late, 33);
}

// [OKR-92]
TEST(DashboardFacts, WithoutACheckInByThenItHadNone) {
  auto const before = as_of(then, {row()}, {});
  EXPECT_FALSE(before[0].current);
  EXPECT_FALSE(before[0].last_news_at);
  EXPECT_FALSE(before[0].objective_progress);
}

// [OKR-92]
TEST(DashboardFacts, WhatHasHadNoNewsSinceStoodAsItStands) {
  auto silent = row();
  silent.last_news_at = long_ago;
  auto const before = as_of(then, {silent}, {});
  EXPECT_THAT(before[0].current, Optional(60));
  EXPECT_THAT(before[0].objective_progress, Optional(DoubleEq(0.6)));
}

// [OKR-92]
TEST(DashboardFacts, ProgressIsAddedUpByTodaysWeights) {
  auto const before = as_of(then, {row(1, 3), row(2, 1)},
                            {{.id = {1}, .at = long_ago, .value = 40, .confidence = {}},
                             {.id = {2}, .at = long_ago, .value = 80, .confidence = {}}});
  EXPECT_THAT(before[0].objective_progress, Optional(DoubleEq(0.5)));
  EXPECT_THAT(before[1].objective_progress, Optional(DoubleEq(0.5)));
}

// [OKR-92]
TEST(DashboardFacts, WhatCameLaterWasNotThere) {
  auto published = row();
  published.published_at = since_then;
  auto added = row();
  added.created_at = since_then;
  EXPECT_THAT(as_of(then, {published, added}, {}), IsEmpty());
}

// [OKR-92]
TEST(DashboardFacts, WhatWentLaterWasStillThere) {
  auto cancelled = row(1);
  cancelled.state = State::cancelled;
  cancelled.gone_at = since_then;
  auto dropped = row(2);
  dropped.gone_at = long_ago;
  EXPECT_THAT(there_now({cancelled, dropped}), IsEmpty());
  auto const before = as_of(then, {cancelled, dropped}, {});
  ASSERT_THAT(before, SizeIs(1));
  EXPECT_EQ(before[0].state, State::published);
  EXPECT_FALSE(before[0].gone_at);
}

// [OKR-92]
TEST(DashboardFacts, WhatWasClosedLaterWasOpenAndHadNoGrade) {
  auto closed = row();
  closed.state = State::closed;
  closed.closed_at = since_then;
  closed.grade = 0.6;
  auto earlier = row(2);
  earlier.state = State::closed;
  earlier.closed_at = long_ago;
  earlier.grade = 0.4;
  auto const before = as_of(then, {closed, earlier}, {});
  EXPECT_EQ(before[0].state, State::published);
  EXPECT_FALSE(before[0].grade);
  EXPECT_EQ(before[1].state, State::closed);
  EXPECT_THAT(before[1].grade, Optional(0.4));
}

// [OKR-90]
TEST(DashboardFacts, AKeyResultIsAskedForByStatusLatenessAndGrade) {
  Part const part{{.status = Status::at_risk, .days_late = 3, .reasons = {}}, 1};
  auto const asked = [&](auto&& set) {
    CountedQuery query{};
    set(query);
    return is_asked(query, row(), part);
  };
  EXPECT_TRUE(asked([](auto&) {}));
  EXPECT_TRUE(asked([](auto& query) { query.status = Status::at_risk; }));
  EXPECT_FALSE(asked([](auto& query) { query.status = Status::stale; }));
  EXPECT_TRUE(asked([](auto& query) { query.late = true; }));
  EXPECT_TRUE(asked([](auto& query) { query.tenth = 6; }));
  EXPECT_FALSE(asked([](auto& query) { query.tenth = 7; }));
  EXPECT_FALSE(asked([](auto& query) { query.success = true; }));
}

}  // namespace
}  // namespace waymark::okr
