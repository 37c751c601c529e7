#include "okr/check_in/withdrawal_rules.hpp"

#include <gtest/gtest.h>

namespace waymark::okr {
namespace {

constexpr base::Millis minute = 60'000;

// [OKR-70]
TEST(Withdrawal, IsForItsAuthorWithinTenMinutesWhileItIsTheNewest) {
  EXPECT_EQ(why_it_stays({.is_author = true, .is_newest = true, .age = 10 * minute}), std::nullopt);
  EXPECT_EQ(why_it_stays({.is_author = true, .is_newest = true, .age = 10 * minute + 1}), NoWithdrawal::too_late);
  EXPECT_EQ(why_it_stays({.is_author = true, .is_newest = false, .age = 0}), NoWithdrawal::not_the_newest);
  EXPECT_EQ(why_it_stays({.is_author = false, .is_newest = true, .age = 0}), NoWithdrawal::of_somebody_else);
}

}  // namespace
}  // namespace waymark::okr
