#include "okr/draft/drafts.hpp"

#include "okr/home/my_week.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class DraftsTest : public SmallCompany {
 protected:
  Objective draft() { return made(wanted("Win the pilots", engineering, 1, false)); }
  std::string sees(PersonId person, ObjectiveId id) {
    return refusal([&](db::Tx& tx) { okr.pages.get(tx, as(person), id); });
  }
  std::size_t listed_for(PersonId person) {
    ObjectiveFilter drafts{};
    drafts.state = State::draft;
    return read([&](db::Tx& tx) { return okr.objectives.list(tx, as(person), drafts); }).items.size();
  }
  std::vector<SharedDraft> shared_on_home_of(PersonId person) {
    return read([&](db::Tx& tx) { return my_week(tx, as(person), okr.cycles, {}); }).shared;
  }
  Votes vote(PersonId person, ObjectiveId id) {
    return write([&](db::Tx& tx) { return okr.drafts.vote(tx, as(person), id); });
  }
};

// [OKR-72]
TEST_P(DraftsTest, HaveOneVoteOfEachWhoSeesThem) {
  auto const id = draft().id;
  EXPECT_EQ(vote(ben, id).count, 1);
  EXPECT_EQ(vote(ben, id).count, 1);
  EXPECT_EQ(vote(cam, id).count, 2);
  EXPECT_FALSE(now(id).votes.mine);
  write([&](db::Tx& tx) { okr.drafts.take_vote_back(tx, as(ben), id); });
  auto const page = now(id, as(ben));
  EXPECT_EQ(page.votes.count, 1);
  EXPECT_FALSE(page.votes.mine);
  EXPECT_THAT(page.may, Contains("vote"));
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.drafts.vote(tx, as(erik), id); }), "not_found");
}

// [OKR-72]
TEST_P(DraftsTest, TakeNoVotesOncePublished) {
  auto const id = made("Win the pilots").id;
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.drafts.vote(tx, as(ben), id); }), "not_a_draft");
  EXPECT_THAT(now(id).may, Not(Contains("vote")));
}

// [OKR-73]
TEST_P(DraftsTest, AreSharedWithAPerson) {
  auto const id = draft().id;
  EXPECT_EQ(sees(erik, id), "not_found");
  write([&](db::Tx& tx) { okr.drafts.share_with(tx, as(ben), id, erik); });
  EXPECT_EQ(sees(erik, id), "");
  EXPECT_EQ(listed_for(erik), 1U);
  EXPECT_EQ(vote(erik, id).count, 1);
  write([&](db::Tx& tx) { okr.comments.create(tx, as(erik), id, {"Count me in.", {}, {}, {}}); });
  EXPECT_THAT(now(id, as(erik)).may, ElementsAre("comment", "vote", "link"));
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.writing.publish(tx, as(erik), id); }), "forbidden");
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.drafts.share_with(tx, as(erik), id, dora); }), "forbidden");
  write([&](db::Tx& tx) { okr.drafts.hide_from(tx, as(ben), id, erik); });
  EXPECT_EQ(sees(erik, id), "not_found");
}

// [OKR-73]
TEST_P(DraftsTest, AreSharedWithATeam) {
  auto const id = draft().id;
  write([&](db::Tx& tx) { okr.drafts.share_with(tx, as(ana), id, sales); });
  EXPECT_EQ(sees(erik, id), "");
  EXPECT_EQ(sees(hugo, id), "not_found");
  EXPECT_EQ(now(id).reader_teams.at(0).name, "Sales");
  write([&](db::Tx& tx) { okr.drafts.hide_from(tx, as(ana), id, sales); });
  EXPECT_EQ(sees(erik, id), "not_found");
  EXPECT_EQ(listed_for(erik), 0U);
}

// [HOME-1]
TEST_P(DraftsTest, WaitOnTheHomesOfThoseTheyWereSharedWith) {
  auto const id = draft().id;
  pass_days(2);
  write([&](db::Tx& tx) {
    okr.drafts.share_with(tx, as(ben), id, erik);
    okr.drafts.share_with(tx, as(ben), id, sales);
  });
  auto const waiting = shared_on_home_of(erik);
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].id, id);
  EXPECT_EQ(waiting[0].shared_by.name, "Ben");
  EXPECT_EQ(waiting[0].shared_at, clock.now());
  EXPECT_FALSE(waiting[0].team);
  EXPECT_EQ(shared_on_home_of(dora).at(0).team->name, "Sales");
  EXPECT_THAT(shared_on_home_of(hugo), IsEmpty());
}

// [HOME-1]
TEST_P(DraftsTest, WaitForNobodyWhoWroteOrSharedThem) {
  auto const id = draft().id;
  write([&](db::Tx& tx) { okr.drafts.share_with(tx, as(ben), id, engineering); });
  EXPECT_THAT(shared_on_home_of(ana), IsEmpty());
  EXPECT_THAT(shared_on_home_of(ben), IsEmpty());
  EXPECT_EQ(shared_on_home_of(cam).size(), 1U);
}

// [HOME-1]
TEST_P(DraftsTest, WaitNoLongerOnceAnsweredOrPublished) {
  auto const id = draft().id;
  write([&](db::Tx& tx) {
    for (auto const person : {dora, erik, hugo}) okr.drafts.share_with(tx, as(ana), id, person);
  });
  vote(erik, id);
  write([&](db::Tx& tx) { okr.comments.create(tx, as(dora), id, {"For whom?", {}, {}, {}}); });
  EXPECT_THAT(shared_on_home_of(erik), IsEmpty());
  EXPECT_THAT(shared_on_home_of(dora), IsEmpty());
  EXPECT_EQ(shared_on_home_of(hugo).size(), 1U);
  write([&](db::Tx& tx) { okr.writing.publish(tx, as(ana), id); });
  EXPECT_THAT(shared_on_home_of(hugo), IsEmpty());
}

TEST_P(DraftsTest, AreDeletedWithVotesAndReaders) {
  auto const id = draft().id;
  vote(ben, id);
  write([&](db::Tx& tx) { okr.drafts.share_with(tx, as(ana), id, sales); });
  write([&](db::Tx& tx) { okr.drafts.share_with(tx, as(ana), id, hugo); });
  write([&](db::Tx& tx) { okr.writing.remove(tx, as(ana), id); });
  EXPECT_EQ(sees(ana, id), "not_found");
}

// [OKR-74]
TEST_P(DraftsTest, MaySupportWhatTheCompanyWantsMostAlikeFirst) {
  made(wanted("Grow in Asia", company));
  made(wanted("Be the instrument that inspectors trust", company));
  made(wanted("Sell more pilots", sales));
  auto const parents =
      read([&](db::Tx& tx) { return parents_for(tx, quarter, engineering, {}, "Earn the trust of every inspector"); });
  ASSERT_EQ(parents.size(), 2U);
  EXPECT_EQ(parents[0].objective.title, "Be the instrument that inspectors trust");
  EXPECT_EQ(parents[0].owner, "Halden");
  EXPECT_GT(parents[0].likeness, parents[1].likeness);
  auto const mine = read([&](db::Tx& tx) { return parents_for(tx, quarter, {}, erik, "Sell pilots"); });
  EXPECT_EQ(mine.at(0).objective.title, "Sell more pilots");
  EXPECT_THAT(read([&](db::Tx& tx) { return parents_for(tx, quarter, company, {}, "Grow"); }), IsEmpty());
}

// [OKR-75]
TEST_P(DraftsTest, SpeakTheLanguageOfTheReader) {
  auto const id = draft().id;
  EXPECT_THAT(now(id).sentence, ::testing::StartsWith("We will win"));
  auto const said = read([&](db::Tx& tx) { return okr.pages.get(tx, as(ana), id, Language::de); });
  EXPECT_THAT(said.sentence, ::testing::StartsWith("Wir wollen"));
}

// [OKR-76]
TEST_P(DraftsTest, CarryThanks) {
  auto const id = made("Win the pilots").id;
  auto const said = write([&](db::Tx& tx) {
    return okr.comments.create(tx, as(erik), id, {"For the weekend.", {}, {}, ben});
  });
  EXPECT_EQ(said.thanked->name, "Ben");
  EXPECT_EQ(said.mentions.at(0).name, "Ben");
  auto const own = [&](db::Tx& tx) { okr.comments.create(tx, as(ben), id, {"Me", {}, {}, ben}); };
  EXPECT_EQ(wrong_field(own), "thanked_id");
}

TEST_P(DraftsTest, SayWhoTouchedThemLast) {
  auto const id = draft().id;
  EXPECT_FALSE(now(id).changed);
  ObjectiveChange change{};
  change.why = "They talk.";
  write([&](db::Tx& tx) { okr.objectives.change(tx, as(ben), id, now(id).version, change); });
  EXPECT_EQ(now(id).changed->by.name, "Ben");
}

INSTANTIATE_TEST_SUITE_P(Databases, DraftsTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
