#include "okr/rules/likeness.hpp"

#include <gtest/gtest.h>

namespace waymark::okr {
namespace {

// [OKR-74]
TEST(Likeness, IsTheShareOfWordsThatBothHave) {
  EXPECT_DOUBLE_EQ(likeness("Win customers in Europe", "Win customers in Europe"), 1.0);
  EXPECT_DOUBLE_EQ(likeness("Delight every customer", "Be the company customers recommend"), 0.4);
  EXPECT_DOUBLE_EQ(likeness("Kunden begeistern", "Pünktlich liefern"), 0.0);
}

// [OKR-74]
TEST(Likeness, TakesNoNoticeOfSmallAndCommonWords) {
  EXPECT_DOUBLE_EQ(likeness("Raise it with more of that", "Raise it with more of that"), 0.0);
  EXPECT_DOUBLE_EQ(likeness("", "Win customers"), 0.0);
}

}  // namespace
}  // namespace waymark::okr
