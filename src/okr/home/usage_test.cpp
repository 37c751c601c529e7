#include "okr/home/usage.hpp"

#include <gtest/gtest.h>

namespace waymark::okr {
namespace {

// [SHARE-4]
TEST(Usage, few_people_are_no_share) {
  auto const few = team_usage({}, 4, 4);
  EXPECT_EQ(few.people, 4);
  EXPECT_EQ(few.here, std::nullopt);
  EXPECT_EQ(few.share, std::nullopt);
  EXPECT_EQ(team_usage({}, 5, 4).here, 4);
  EXPECT_EQ(team_usage({}, 5, 4).share, 0.8);
  EXPECT_EQ(team_usage({}, 7, 7).share, 1);
}

}  // namespace
}  // namespace waymark::okr
