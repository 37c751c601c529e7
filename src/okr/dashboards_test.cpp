#include "okr/dashboards.hpp"

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::DoubleEq;
using ::testing::IsEmpty;
using ::testing::Optional;

class DashboardsTest : public SmallCompany {
 protected:
  Dashboard board(DashboardQuery const& query = {}) {
    return read([&](db::Tx& tx) { return okr.dashboards.get(tx, as(erik), query); });
  }
  Dashboard of(TeamId team) { return board({.cycle = {}, .team = team, .person = {}}); }
  Dashboard of(PersonId person) { return board({.cycle = {}, .team = {}, .person = person}); }
};

// [OKR-80]
TEST_P(DashboardsTest, CountsWhatIsPublishedAndNothingElse) {
  auto const objective = made("Make it smooth", 2);
  made(wanted("A draft", engineering, 1, false));
  made(wanted("Sell it", sales, 1));
  check_in(objective.key_results[0].id, value(90, 8));
  EXPECT_EQ(board().objectives, 2);
  EXPECT_EQ(board().key_results, 3);
  EXPECT_EQ(board().key_result_statuses.on_track, 1);
  EXPECT_EQ(of(engineering).objectives, 1);
  EXPECT_EQ(of(dora).key_results, 1);
  EXPECT_EQ(board().teams.size(), 2U);
  EXPECT_EQ(board().teams_without_okrs.size(), 0U);
  EXPECT_THAT(of(engineering).progress, Optional(DoubleEq(0.45)));
}

// [OKR-80]
TEST_P(DashboardsTest, SaysTheSameAsTheCards) {
  auto const objective = made("Make it smooth", 2);
  check_in(objective.key_results[0].id, value(5, 2));
  check_in(objective.key_results[1].id, value(90, 8));
  auto const card = now(objective.id);
  auto const figures = of(engineering);
  EXPECT_EQ(figures.expected_progress, card.expected_progress);
  EXPECT_EQ(figures.key_result_statuses.on_track, 1);
  ASSERT_EQ(figures.attention.size(), 1U);
  EXPECT_EQ(figures.attention[0].standing, card.standing);
}

// [OKR-82]
TEST_P(DashboardsTest, AttentionGoesToWhatIsWorst) {
  auto const silent = made("Say nothing");
  auto const lost = made("Fall behind");
  check_in(lost.key_results[0].id, value(1, 1));
  auto const all = of(engineering).attention;
  ASSERT_GE(all.size(), 1U);
  EXPECT_EQ(all[0].id, lost.id);
}

// [OKR-83]
TEST_P(DashboardsTest, ConfidenceIsTheMeanOfEachWeek) {
  auto const objective = made("Make it smooth", 2);
  check_in(objective.key_results[0].id, value(10, 8));
  check_in(objective.key_results[1].id, value(10, 3));
  pass_days(7);
  check_in(objective.key_results[0].id, value(20, 6));
  auto const weeks = of(engineering).confidence;
  ASSERT_EQ(weeks.size(), 2U);
  EXPECT_EQ(weeks[0].week, 7);
  EXPECT_DOUBLE_EQ(weeks[0].average, 5.5);
  EXPECT_EQ(weeks[0].low, 1);
  EXPECT_DOUBLE_EQ(weeks[1].average, 6);
}

// [OKR-84]
TEST_P(DashboardsTest, LoadCountsEachObjectiveOnceAndNamesPeopleByName) {
  auto first = wanted("Make it smooth", engineering);
  first.contributor_ids = {cam};
  first.key_results[0].owner_id = cam;
  made(first);
  made("Make it last");
  auto const load = of(engineering).load;
  ASSERT_EQ(load.size(), 3U);
  EXPECT_EQ(load[0].person.name, "Ana");
  EXPECT_EQ(load[0].objectives, 2);
  EXPECT_EQ(load[1].objectives, 0);
  EXPECT_EQ(load[2].objectives, 1);
  EXPECT_EQ(board().load_spread[0], 1);
  EXPECT_EQ(board().load_spread[1], 1);
  EXPECT_THAT(board().load, IsEmpty());
}

// [OKR-85]
TEST_P(DashboardsTest, APersonHasNoGrades) {
  auto const objective = made("Make it smooth");
  check_in(objective.key_results[0].id, value(90, 8));
  EXPECT_FALSE(of(ana).spread.tally.has_value());
  EXPECT_TRUE(of(engineering).spread.tally.has_value());
}

TEST_P(DashboardsTest, RefusesWhatIsNotThere) {
  EXPECT_EQ(refusal([&](db::Tx&) { of(TeamId{77}); }), "not_found");
  EXPECT_EQ(refusal([&](db::Tx&) { of(PersonId{77}); }), "not_found");
  EXPECT_EQ(wrong_field([&](db::Tx&) { board({.cycle = {}, .team = sales, .person = ana}); }), "person");
}

INSTANTIATE_TEST_SUITE_P(Databases, DashboardsTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
