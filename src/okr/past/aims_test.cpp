#include "okr/past/aims.hpp"

#include <gmock/gmock.h>

namespace waymark::okr {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

EndedObjective stretch(double grade, std::optional<std::int64_t> first_confidence = {}) {
  return {grade, Ambition::aspirational, {{grade, first_confidence}}};
}

EndedObjective commitment(double grade) {
  return {grade, Ambition::committed, {{grade, 10}}};
}

EndedCycle cycle(std::int64_t id, std::vector<EndedObjective> objectives) {
  return {{{id}, "Q" + std::to_string(id)}, std::move(objectives)};
}

std::vector<AimSign> signs(std::vector<EndedCycle> const& cycles) {
  std::vector<AimSign> all;
  for (auto const& one : low_aims(cycles)) all.push_back(one.sign);
  return all;
}

// [AIM-2]
TEST(Aims, a_cycle_of_two_stretches_near_full_is_asked_about_and_of_one_is_not) {
  EXPECT_THAT(signs({cycle(1, {stretch(0.9), stretch(1)})}), ElementsAre(AimSign::near_full));
  EXPECT_THAT(signs({cycle(1, {stretch(1)})}), IsEmpty());
  EXPECT_THAT(signs({cycle(1, {stretch(0.8), stretch(1)})}), IsEmpty());
  EXPECT_THAT(signs({}), IsEmpty());
}

// [AIM-2]
TEST(Aims, one_stretch_near_full_in_each_cycle_is_asked_about_with_the_cycles_in_a_row) {
  auto const all = low_aims(
      std::vector{cycle(4, {stretch(0.9)}), cycle(3, {stretch(1)}), cycle(2, {stretch(0.4)}), cycle(1, {stretch(1)})});
  ASSERT_EQ(all.size(), 1);
  EXPECT_EQ(all[0].sign, AimSign::near_full_again);
  ASSERT_EQ(all[0].cycles.size(), 2);
  EXPECT_EQ(all[0].cycles[0].name, "Q4");
  EXPECT_EQ(all[0].cycles[1].name, "Q3");
}

// [AIM-2]
TEST(Aims, commitments_count_for_nothing_and_a_cycle_of_them_alone_is_passed_over) {
  EXPECT_THAT(signs({cycle(2, {commitment(1), commitment(1)})}), IsEmpty());
  EXPECT_THAT(signs({cycle(2, {commitment(0.3), stretch(1), stretch(1)})}), ElementsAre(AimSign::near_full));
  EXPECT_THAT(signs({cycle(3, {stretch(1)}), cycle(2, {commitment(0.2)}), cycle(1, {stretch(1)})}),
              ElementsAre(AimSign::near_full_again));
}

// [AIM-2]
TEST(Aims, a_sure_start_that_ends_nearly_full_is_asked_about_when_it_comes_again) {
  EXPECT_THAT(signs({cycle(2, {stretch(0.9, 8), stretch(0.2)}), cycle(1, {stretch(1, 9), stretch(0.2)})}),
              ElementsAre(AimSign::safe_again));
  EXPECT_THAT(signs({cycle(2, {stretch(0.9, 8), stretch(0.2)}), cycle(1, {stretch(1, 7), stretch(0.2)})}), IsEmpty());
  EXPECT_THAT(signs({cycle(2, {stretch(0.9, 8), stretch(0.2)})}), IsEmpty());
}

}  // namespace
}  // namespace waymark::okr
