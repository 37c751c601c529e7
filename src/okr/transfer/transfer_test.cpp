#include <gtest/gtest.h>

#include "okr/testing/any_plan.hpp"
#include "okr/testing/empty_company.hpp"

namespace waymark::okr {
namespace {

bool same(Plan const& one, Plan const& other) {
  return one.cycles == other.cycles && one.teams == other.teams && one.objectives == other.objectives &&
         one.links == other.links;
}

// A second organisation, in a database of its own of the same kind.
struct Elsewhere final : testing::OnBothDatabases {
  EmptyCompany company{*db};

 private:
  void TestBody() override {}
};

class Transfer : public testing::OnBothDatabases {
 protected:
  EmptyCompany company{*db};
};

INSTANTIATE_TEST_SUITE_P(Databases, Transfer, testing::on_both_databases, testing::name_of);

// What stands for itself once it is kept: keys, owners and days of pace are there in what comes out. [CONNECT-20]
TEST_P(Transfer, WhatComesOutGoesInElsewhereAndComesOutTheSame) {
  constexpr int most = 4;  // each makes two databases
  int tried = 0;
  EXPECT_TRUE(rc::check("out, in, out", [&tried] {
    if (++tried > most) return;
    Elsewhere first;
    first.company.okrs(*rc::gen::noShrink(rc::gen::resize(60, rc::gen::exec(any_plan))));
    auto const out = first.company.taken();
    Elsewhere second;
    second.company.okrs(out);
    RC_ASSERT(same(second.company.taken(), out));
  }));
}

// [CONNECT-18]
TEST_P(Transfer, TwiceMakesNothingMore) {
  Plan plan;
  plan.cycles = {{"2025", base::Day(20089), base::Day(20453)}};
  plan.teams = {{"Tech", true}};
  PlannedObjective objective;
  objective.key = "o";
  objective.title = "Be reliable";
  objective.of_department = true;
  objective.team = "Tech";
  plan.objectives = {objective};
  EXPECT_EQ(company.okrs(plan).objectives, 1);
  auto const out = company.taken();
  EXPECT_FALSE(company.okrs(plan).anything());
  EXPECT_FALSE(company.okrs(out).anything());
  EXPECT_TRUE(same(company.taken(), out));
  ASSERT_EQ(out.objectives.size(), 1u);
  EXPECT_EQ(out.objectives.front().level, ObjectiveLevel::team);
  EXPECT_TRUE(out.objectives.front().of_department);
}

// Yes/no and milestones have neither baseline nor target of their own, whatever a file says.
TEST(KeptMeasure, RunsFromZeroToOneWhereNothingIsCounted) {
  Measure stated{.kind = Kind::milestones, .direction = Direction::fall, .baseline = 7, .target = 3, .commit = 4};
  EXPECT_EQ(kept(stated), (Measure{.kind = Kind::milestones, .commit = 4}));
  stated.kind = Kind::number;
  EXPECT_EQ(kept(stated), stated);
}

}  // namespace
}  // namespace waymark::okr
