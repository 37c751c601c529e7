#include "core/rest/rate.hpp"

#include <gmock/gmock.h>

namespace waymark::rest {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Rate::Time const noon{std::chrono::hours{12}};

TEST(Rate, LetsABurstPassAndThenSoManyASecond) {  // [CORE-24]
  Rate rate{{.per_second = 100, .burst = 1000}};
  for (int i = 0; i < 1000; ++i) ASSERT_TRUE(rate.take("ana", noon).may) << i;
  auto const none = rate.take("ana", noon);
  EXPECT_FALSE(none.may);
  EXPECT_EQ(none.requests, 0);
  EXPECT_EQ(none.seconds_to_one, 1);
  EXPECT_EQ(none.seconds_to_all, 10);
  int taken = 0;
  for (int i = 0; i < 500; ++i) taken += rate.take("ana", noon + seconds{1}).may ? 1 : 0;
  EXPECT_EQ(taken, 100);
  EXPECT_EQ(rate.take("ana", noon + seconds{11}).requests, 999);
}

TEST(Rate, IsEachCallersOwn) {  // [CORE-24]
  Rate rate{{.per_second = 1, .burst = 1}};
  EXPECT_TRUE(rate.take("ana", noon).may);
  EXPECT_FALSE(rate.take("ana", noon + milliseconds{999}).may);
  EXPECT_TRUE(rate.take("ben", noon).may);
  EXPECT_TRUE(rate.take("ana", noon + seconds{1}).may);
}

TEST(Rate, IsToldInTheWordsOfTheDraft) {  // [CORE-24]
  Rate rate{{.per_second = 100, .burst = 1000}};
  http::Response response;
  tell(response, rate, rate.take("ana", noon));
  EXPECT_THAT(response.headers, testing::ElementsAre(testing::Pair("RateLimit-Policy", R"("caller";q=1000;w=10)"),
                                                     testing::Pair("RateLimit", R"("caller";r=999;t=1)")));
}

TEST(Rate, OfNothingLetsAllPass) {  // [CORE-24]
  Rate rate{{.per_second = 0, .burst = 1000}};
  for (int i = 0; i < 5000; ++i) ASSERT_TRUE(rate.take("ana", noon).may);
}

}  // namespace
}  // namespace waymark::rest
