#include "people/team_tree.hpp"

#include <gmock/gmock.h>

namespace waymark::people {
namespace {

using ::testing::ElementsAre;

TeamId const company{1}, engineering{2}, software{3}, firmware{4}, sales{5};
std::vector<TeamPlace> const places{
    {company, {}}, {engineering, company}, {software, engineering}, {firmware, software}, {sales, company}};

// [OKR-91]
TEST(TeamTree, ATeamHoldsItselfAndAllBelow) {
  TeamTree const tree{places};
  EXPECT_TRUE(tree.holds(engineering, engineering));
  EXPECT_TRUE(tree.holds(engineering, firmware));
  EXPECT_FALSE(tree.holds(engineering, sales));
  EXPECT_FALSE(tree.holds(firmware, engineering));
  EXPECT_THAT(tree.line(firmware), ElementsAre(firmware, software, engineering, company));
}

// [OKR-91]
TEST(TeamTree, CountsTheTeamsBelowAtAnyDepth) {
  TeamTree const tree{places};
  EXPECT_EQ(tree.below(company), 4);
  EXPECT_EQ(tree.below(engineering), 2);
  EXPECT_EQ(tree.below(sales), 0);
}

TEST(TeamTree, ALoopEnds) {
  std::vector<TeamPlace> const loop{{sales, software}, {software, sales}};
  EXPECT_THAT(TeamTree{loop}.line(sales), ElementsAre(sales, software));
}

}  // namespace
}  // namespace waymark::people
