#include "okr/home/my_week.hpp"

#include "okr/testing/small_company.hpp"
#include "people/conventions.hpp"

namespace waymark::okr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class HomeTest : public SmallCompany {
 protected:
  MyWeek home(PersonId person) {
    return read([&](db::Tx& tx) { return my_week(tx, as(person), okr.cycles, {}); });
  }
  CommentId say(PersonId author, ObjectiveId id, std::string text, std::vector<PersonId> mentioned = {}) {
    return write([&](db::Tx& tx) {
             return okr.comments.create(tx, as(author), id, {std::move(text), {}, std::move(mentioned), {}});
           })
        .id;
  }
  static std::vector<std::string> texts(std::vector<Mention> const& mentions) {
    std::vector<std::string> all;
    for (auto const& one : mentions) all.push_back(one.text);
    return all;
  }
};

// [HOME-2]
TEST_P(HomeTest, BeginsWithTheLatestCheckInsThenWhatIsDueSoonest) {
  auto const made_by_ana = made("Build it right", 4).key_results;
  pass_days(3);
  check_in(made_by_ana[0].id, value(10));
  pass_days(2);
  check_in(made_by_ana[1].id, value(20));
  pass_days(3);
  check_in(made_by_ana[2].id, value(30));
  pass_days(1);
  std::vector<std::string> titles;
  for (auto const& due : home(ana).due) titles.push_back(due.title);
  EXPECT_THAT(titles, ElementsAre("Raise measure 3 from 0 to 100", "Raise measure 0 from 0 to 100",
                                  "Raise measure 1 from 0 to 100"));
  EXPECT_GT(home(ana).due[0].standing.days_late, 0);
  EXPECT_EQ(home(ana).due[1].standing.days_late, 0);
}

// [HOME-3]
TEST_P(HomeTest, KeepsAMentionUntilItIsAnsweredOrTwoWeeksOld) {
  auto const objective = made("Build it right");
  auto const first = say(ben, objective.id, "Dora, for whom?", {dora});
  ASSERT_THAT(texts(home(dora).mentions), ElementsAre("Dora, for whom?"));
  EXPECT_EQ(home(dora).mentions[0].objective.title, "Build it right");
  EXPECT_EQ(home(dora).mentions[0].id, first);
  EXPECT_THAT(home(erik).mentions, IsEmpty());
  say(dora, objective.id, "For the pilots.");
  EXPECT_THAT(home(dora).mentions, IsEmpty());
  say(ben, objective.id, "Which of them, Dora?", {dora});
  EXPECT_THAT(texts(home(dora).mentions), ElementsAre("Which of them, Dora?"));
  pass_days(15);
  EXPECT_THAT(home(dora).mentions, IsEmpty());
}

// [HOME-3]
TEST_P(HomeTest, ShowsAMentionInADraftToThoseWhoSeeIt) {
  auto const draft = made(wanted("Not yet", engineering, 1, false)).id;
  say(ben, draft, "Cam, what do you think?", {cam});
  EXPECT_EQ(home(cam).mentions.size(), 1U);
  EXPECT_EQ(wrong_field(
                [&](db::Tx& tx) { okr.comments.create(tx, as(ben), draft, {.text = "Dora?", .mention_ids = {dora}}); }),
            "mention_ids[0]");
}

// [HOME-4]
TEST_P(HomeTest, AsksForHelpWhileTheObjectiveRuns) {
  auto const objective = made("Build it right");
  write([&](db::Tx& tx) {
    okr.blockers.raise(tx, as(ben), objective.id, {objective.key_results[0].id, "The chamber is down", dora});
  });
  EXPECT_EQ(home(dora).blockers.size(), 1U);
  write([&](db::Tx& tx) { okr.objectives.cancel(tx, as(ana), objective.id, "The market is gone."); });
  EXPECT_THAT(home(dora).blockers, IsEmpty());
}

// [HOME-5]
TEST_P(HomeTest, ShowsHowToBeginUntilSomethingIsOnes) {
  EXPECT_TRUE(home(ana).is_new);
  auto objective = wanted("Build it right", engineering);
  objective.key_results[0].owner_id = ben;
  objective.contributor_ids = {cam};
  made(objective);
  for (auto const person : {ana, ben, cam}) EXPECT_FALSE(home(person).is_new);
  EXPECT_TRUE(home(dora).is_new);
}

// [PEO-27]
TEST_P(HomeTest, HasTheVisionOfTheOrganisation) {
  EXPECT_EQ(home(ben).vision, "");
  people::SettingsChange change{};
  change.vision = "Measure twice.";
  write([&](db::Tx& tx) { people.change_settings(tx, hr(), change, people::conventions(tx).version); });
  EXPECT_EQ(home(ben).vision, "Measure twice.");
}

INSTANTIATE_TEST_SUITE_P(Databases, HomeTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
