#include "okr/home/feed.hpp"

#include <gmock/gmock.h>

namespace waymark::okr {
namespace {

constexpr base::Millis hour = 3'600'000;
constexpr base::Millis now = 1'763'380'800'000;

Happening happening(std::string kind, std::int64_t objective, std::int64_t team = 0, std::int64_t key_result = 0) {
  Happening one{now, std::move(kind), {}, {}, ObjectiveName{{objective}, "Objective"}, {}, {}, ""};
  if (team) one.team = TeamName{{team}, "Team", people::TeamKind::team};
  if (key_result) one.key_result = KeyResultName{{key_result}, "Key result"};
  return one;
}

TEST(Visit, BeginsAnewAfterFourHoursOfAbsence) {  // [NEWS-1]
  Visit const before{now - 50 * hour, now - 5 * hour};
  EXPECT_EQ(next_visit(before, now).since, now - 5 * hour);
  EXPECT_EQ(next_visit(before, now).seen_at, now);
}

TEST(Visit, GoesOnWhileSomebodyLooksAgain) {  // [NEWS-1]
  Visit const before{now - 50 * hour, now - hour};
  EXPECT_EQ(next_visit(before, now).since, now - 50 * hour);
}

TEST(Visit, ShowsAWeekAtMost) {  // [NEWS-2]
  EXPECT_EQ(news_since(std::nullopt, now), now - 168 * hour);
  EXPECT_EQ(news_since(Visit{0, now - 900 * hour}, now), now - 168 * hour);
}

TEST(News, SaysInOneSentenceWhatHappenedToOneThing) {  // [NEWS-3]
  auto newest = happening("check_in.made", 1, 5, 9);
  newest.value = 93;
  auto const items = told({newest, happening("check_in.made", 1, 5, 9), happening("comment.made", 1, 5),
                           happening("objective.published", 2, 5), happening("objective.published", 3, 5),
                           happening("objective.published", 4, 6)});
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0].kind, NewsKind::checked_in);
  EXPECT_EQ(items[0].count, 2);
  EXPECT_EQ(items[0].to, 93);
  EXPECT_EQ(items[1].kind, NewsKind::commented);
  EXPECT_EQ(items[2].count, 2);
  EXPECT_EQ(items[3].count, 1);
}

}  // namespace
}  // namespace waymark::okr
