#include "connect/measure/wording.hpp"

#include <gtest/gtest.h>

namespace waymark::connect {
namespace {

std::string said(std::string const& sentence, Figures const& now) {
  return reworded(sentence, now).value_or("");
}

// [CONNECT-29]
TEST(Wording, PutsTheNumbersOfTheMeasureInPlaceOfThoseOfTheSentence) {
  EXPECT_EQ(said("Reduce drift from 0.5 % to 0.2 % of full scale", {0.5, 0.3, {}, {}}),
            "Reduce drift from 0.5 % to 0.3 % of full scale");
  EXPECT_EQ(said("Raise berths from 20 % to 60 %", {25, 70, {}, {}}), "Raise berths from 25 % to 70 %");
  EXPECT_EQ(said("Die Quote von 80,5 % auf 90,5 % erhöhen", {80.5, 92.5, {}, {}}),
            "Die Quote von 80,5 % auf 92,5 % erhöhen");
  EXPECT_EQ(said("Hire 5 engineers", {2, 7, {}, {}}), "Hire 7 engineers");
}

// [CONNECT-29]
TEST(Wording, SaysNothingWhereTheyAgree) {
  EXPECT_EQ(said("Raise berths from 20 % to 60 %", {20, 60, {}, {}}), "");
  EXPECT_EQ(said("Raise berths to 60 %", {20, 60, {}, {}}), "");  // no start is stated
}

// [CONNECT-29]
TEST(Wording, SaysNothingWhereItCannotBeSaid) {
  EXPECT_EQ(said("Be praised for it", {0, 60, {}, {}}), "");
  EXPECT_EQ(said("Reduce tickets by 20 %", {50, 40, {}, {}}), "");
  EXPECT_EQ(said("", {0, 60, {}, {}}), "");
}

}  // namespace
}  // namespace waymark::connect
