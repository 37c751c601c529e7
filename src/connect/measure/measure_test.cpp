#include "connect/measure/measure.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace waymark::connect {
namespace {

TEST(Measure, explains_itself) {
  EXPECT_EQ(measure_of("Raise NPS from 31 to 45").explanation, "from 31 to 45");
  EXPECT_EQ(measure_of("Achieve 80% activation (currently 45%)").explanation, "level 80%, from 45% at present");
  EXPECT_EQ(measure_of("Increase leads by 20%, increase demos by 10%").explanation, "several measures in one sentence");
  EXPECT_EQ(measure_of("Ship it").explanation, "no number that could be measured");
}

TEST(Measure, without_one_is_a_yes_or_no_result) {
  auto const measure = measure_of("Launch version 2.0");
  EXPECT_EQ(measure.kind, okr::Kind::yes_no);
  EXPECT_EQ(measure.target, 1);
  EXPECT_FALSE(measure.baseline);
}

RC_GTEST_PROP(Measure, any_text_gives_a_sound_measure, ()) {
  auto const pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
      "from", "to",       "by",    "increase", "reduce", "hire",    "(",   ")",     "currently",
      "5",    "12%",      "$3M",   "1:3",      "4/5",    "2x",      ",",   ".",     ":",
      ">",    "at least", "hours", "€",        "→",      "-7",      ".5",  "1e999", "999999999999999999999999",
      "Q3",   "um",       "auf",   "\xC3",     "%",      "between", "and", "10-12", "+",
      "30",   "30"}));
  std::string text;
  for (auto const& piece : pieces) text += piece + (*rc::gen::arbitrary<bool>() ? " " : "");
  auto const m = measure_of(text);
  RC_ASSERT(std::isfinite(m.target));
  if (m.baseline) RC_ASSERT(std::isfinite(*m.baseline) && *m.baseline != m.target);
  if (m.low) RC_ASSERT(*m.low < m.high.value());
  RC_ASSERT(m.has_measure == (m.kind != okr::Kind::yes_no));
  RC_ASSERT(!m.explanation.empty());
}

}  // namespace
}  // namespace waymark::connect
