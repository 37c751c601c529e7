#include "core/base/id.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

namespace waymark::base {
namespace {

constexpr std::int64_t now_ms = 1'763'380'800'000;

TEST(Id, IsThirteenLetters) {
  EXPECT_EQ(id_text(0), "0000000000000");
  EXPECT_EQ(id_text(1), "0000000000001");
  EXPECT_EQ(id_text(33), "0000000000011");
  EXPECT_EQ(id_text(INT64_MAX), "7zzzzzzzzzzzz");
}

TEST(Id, IsReadInEitherCaseAndNothingElse) {
  EXPECT_EQ(id_of("0000000000011"), 33);
  EXPECT_EQ(id_of("000000000000Z"), 31);
  EXPECT_EQ(id_of("000000000000z"), 31);
  for (auto const* text :
       {"", "1", "00000000000000", "000000000000i", "000000000000L", "000000000000o", "000000000000u", "8000000000000",
        "00000000 0000", "-000000000001", "000000000000\xc3\xa9"}) {
    EXPECT_EQ(id_of(text), std::nullopt) << text;
  }
}

RC_GTEST_PROP(IdProperty, IsReadAsItWasWritten, ()) {
  auto const id = *rc::gen::inRange<std::int64_t>(0, INT64_MAX);
  RC_ASSERT(id_of(id_text(id)) == id);
}

RC_GTEST_PROP(IdProperty, SortsAsTextAsItDoesAsNumber, ()) {
  auto const one = *rc::gen::inRange<std::int64_t>(0, INT64_MAX);
  auto const other = *rc::gen::inRange<std::int64_t>(0, INT64_MAX);
  RC_ASSERT((one < other) == (id_text(one) < id_text(other)));
}

TEST(Id, LaterOnesAreLarger) {
  auto before = new_id(now_ms);
  for (int i = 0; i < 10'000; ++i) {
    auto const id = new_id(now_ms + i / 100);
    ASSERT_GT(id, before);
    before = id;
  }
}

TEST(Id, IsNewOnEveryThread) {
  std::vector<std::vector<std::int64_t>> made(4);
  std::vector<std::thread> threads;
  for (auto& ids : made) {
    threads.emplace_back([&ids] {
      for (int i = 0; i < 5'000; ++i) ids.push_back(new_id(now_ms));
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::int64_t> all;
  for (auto const& ids : made) {
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
    all.insert(ids.begin(), ids.end());
  }
  EXPECT_EQ(all.size(), 20'000U);
}

}  // namespace
}  // namespace waymark::base
