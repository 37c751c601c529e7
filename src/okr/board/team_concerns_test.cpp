#include "okr/board/team_concerns.hpp"

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class TeamConcernsTest : public SmallCompany {
 protected:
  TeamConcerns concerns(TeamId team, std::optional<CycleId> cycle = {}) {
    return read([&](db::Tx& tx) { return team_concerns(tx, as(hugo), okr.cycles, team, {cycle}); });
  }
  Blocker blocked(Objective const& objective, std::string text) {
    return write([&](db::Tx& tx) {
      return okr.blockers.raise(tx, as(ben), objective.id, {objective.key_results.at(0).id, std::move(text), dora});
    });
  }
  Dependency asked(ObjectiveId objective, ObjectiveId provider, std::string need,
                   std::optional<base::Day> due_on = {}) {
    return write([&](db::Tx& tx) {
      return okr.alignment.ask(tx, as(ana), objective, {provider, std::move(need), due_on});
    });
  }
  void answer(DependencyId id, DependencyState state) {
    write([&](db::Tx& tx) { okr.alignment.answer(tx, as(dora), id, {state, "As agreed."}); });
  }
  void learn(CycleId cycle, std::string text) {
    write([&](db::Tx& tx) { okr.retros.add(tx, as(ben), engineering, cycle, {RetroPart::learn, std::move(text)}); });
  }
  static std::vector<std::string> needs(std::vector<TeamDependency> const& all) {
    std::vector<std::string> texts;
    for (auto const& one : all) texts.push_back(one.need);
    return texts;
  }
};

// [TEAM-1]
TEST_P(TeamConcernsTest, AreTheLoadOfMembersAndOpenBlockersOldestFirst) {
  auto const objective = made("Build it right");
  made("Ship it well");
  auto const first = blocked(objective, "The chamber is down");
  pass_days(3);
  blocked(objective, "Nobody can solder");
  auto const now = concerns(engineering);
  ASSERT_THAT(now.load, SizeIs(3));
  EXPECT_EQ(now.load[0].person.name, "Ana");
  EXPECT_EQ(now.load[0].objectives, 2);
  EXPECT_EQ(now.load[2].person.name, "Cam");
  EXPECT_EQ(now.load[2].objectives, 0);
  ASSERT_THAT(now.blockers, SizeIs(2));
  EXPECT_EQ(now.blockers[0].text, "The chamber is down");
  EXPECT_EQ(now.blockers[0].owner.name, "Dora");
  EXPECT_EQ(now.blockers[0].age_days, 3);
  write([&](db::Tx& tx) { okr.blockers.resolve(tx, as(dora), first.id, "It runs again."); });
  EXPECT_THAT(concerns(engineering).blockers, SizeIs(1));
  EXPECT_THAT(concerns(sales).blockers, IsEmpty());
  EXPECT_THAT(concerns(engineering, next).blockers, IsEmpty());
}

// [TEAM-2]
TEST_P(TeamConcernsTest, AreDependenciesOfBothSidesWhileSomebodyWaits) {
  auto const objective = made("Build it right").id;
  auto const provider = made(wanted("Sell it", sales)).id;
  asked(objective, provider, "A list");
  auto const pilots = asked(objective, provider, "Two pilots", day("2025-12-01")).id;
  EXPECT_THAT(needs(concerns(engineering).we_wait_for), ElementsAre("Two pilots", "A list"));
  EXPECT_THAT(needs(concerns(sales).wait_for_us), ElementsAre("Two pilots", "A list"));
  auto const ours = concerns(engineering).we_wait_for.at(0);
  EXPECT_EQ(ours.ours.title, "Build it right");
  EXPECT_EQ(ours.theirs.title, "Sell it");
  EXPECT_EQ(ours.owner, "Sales");
  EXPECT_EQ(concerns(sales).wait_for_us.at(0).owner, "Engineering");
  answer(pilots, DependencyState::confirmed);
  EXPECT_EQ(concerns(sales).wait_for_us.at(0).state, DependencyState::confirmed);
  answer(pilots, DependencyState::delivered);
  EXPECT_THAT(needs(concerns(engineering).we_wait_for), ElementsAre("A list"));
  EXPECT_THAT(concerns(engineering).wait_for_us, IsEmpty());
}

// [TEAM-2]
TEST_P(TeamConcernsTest, NameADependencyWithinATeamOnce) {
  asked(made("Build it right").id, made("Ship it well").id, "The drawings");
  EXPECT_THAT(needs(concerns(engineering).we_wait_for), ElementsAre("The drawings"));
  EXPECT_THAT(concerns(engineering).wait_for_us, IsEmpty());
}

// [TEAM-3]
TEST_P(TeamConcernsTest, EndWithTheLearningsOfTheLastRetro) {
  EXPECT_FALSE(concerns(engineering).learned_in);
  learn(quarter, "Measure first.");
  for (int i = 1; i <= 6; ++i) learn(next, "Learning " + std::to_string(i));
  EXPECT_EQ(concerns(engineering).learned_in->name, "2025 Q4");
  EXPECT_EQ(concerns(engineering).learnings.at(0).text, "Measure first.");
  auto const later = concerns(engineering, next);
  EXPECT_EQ(later.learned_in->name, "2026 Q1");
  ASSERT_THAT(later.learnings, SizeIs(5));
  EXPECT_EQ(later.learnings[0].text, "Learning 6");
  EXPECT_FALSE(concerns(sales).learned_in);
}

TEST_P(TeamConcernsTest, OfNoTeamAreNotFound) {
  EXPECT_EQ(refusal([&](db::Tx& tx) { team_concerns(tx, as(hugo), okr.cycles, TeamId{1}, {}); }), "not_found");
}

INSTANTIATE_TEST_SUITE_P(Databases, TeamConcernsTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
