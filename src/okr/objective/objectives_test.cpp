#include "okr/objective/objectives.hpp"

#include <algorithm>

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class ObjectivesTest : public SmallCompany {
 protected:
  Objective draft(int key_results = 1) {
    return made(wanted("Make the launch smooth", engineering, key_results, false));
  }
  bool sees(PersonId person, ObjectiveId id) {
    return refusal([&](db::Tx& tx) { okr.pages.get(tx, as(person), id); }).empty();
  }
  std::string publishing(PersonId person, ObjectiveId id) {
    return refusal([&](db::Tx& tx) { okr.writing.publish(tx, as(person), id); });
  }
  std::string changing(Objective const& objective, ObjectiveChange const& change) {
    return wrong_field(
        [&](db::Tx& tx) { okr.objectives.change(tx, as(ana), objective.id, objective.version, change); });
  }
};

// [OKR-42]
TEST_P(ObjectivesTest, BelongToTheCompanyATeamOrAPersonAndHaveOneAccountablePerson) {
  EXPECT_EQ(made(wanted("Grow", company)).level, ObjectiveLevel::company);
  auto const team = made("Build it right");
  EXPECT_EQ(team.level, ObjectiveLevel::team);
  EXPECT_EQ(team.accountable.name, "Ana");

  auto own = wanted("Learn to certify cells", engineering);
  own.person_id = ben;
  EXPECT_EQ(wrong_field([&](db::Tx& tx) { okr.writing.create(tx, as(ben), own); }), "team_id");
  own.team_id.reset();
  auto const personal = written(as(ana), own);
  EXPECT_EQ(personal.level, ObjectiveLevel::person);
  EXPECT_EQ(personal.accountable.name, "Ben");
  own.person_id.reset();
  EXPECT_EQ(wrong_field([&](db::Tx& tx) { okr.writing.create(tx, as(ben), own); }), "team_id");
  own.person_id = ben;
  own.accountable_id = PersonId{99};
  EXPECT_EQ(wrong_field([&](db::Tx& tx) { okr.writing.create(tx, as(ben), own); }), "accountable_id");
}

// [OKR-42]
TEST_P(ObjectivesTest, AreWrittenByThoseWhoseTheyAre) {
  auto const writing = [&](policy::Viewer const& viewer, TeamId team) {
    return refusal([&](db::Tx& tx) { okr.writing.create(tx, viewer, wanted("Do more", team)); });
  };
  EXPECT_EQ(writing(as(ben), engineering), "");
  EXPECT_EQ(writing(as(erik), engineering), "forbidden");
  EXPECT_EQ(writing(hr(), engineering), "forbidden");
  EXPECT_EQ(writing(as(ben), company), "forbidden");
  EXPECT_EQ(writing(as(hugo, {policy::Role::executive}), company), "");
}

// [OKR-43]
TEST_P(ObjectivesTest, AreSeenByThoseTheyConcernAndOncePublishedByEveryone) {
  auto const id = draft().id;
  EXPECT_TRUE(sees(ana, id));
  EXPECT_TRUE(sees(cam, id));   // a member of the team
  EXPECT_TRUE(sees(iris, id));  // leads the accountable person
  EXPECT_FALSE(sees(erik, id));
  EXPECT_FALSE(sees(hugo, id));
  EXPECT_EQ(publishing(erik, id), "not_found");
  write([&](db::Tx& tx) { okr.objectives.add_contributor(tx, as(ana), id, erik); });
  EXPECT_TRUE(sees(erik, id));
  EXPECT_EQ(publishing(ana, id), "");
  EXPECT_TRUE(sees(hugo, id));
}

// [OKR-43]
TEST_P(ObjectivesTest, DraftsOfOthersAreInNoList) {
  auto const id = draft().id;
  auto const listed = [&](PersonId person) {
    auto const page = read([&](db::Tx& tx) { return okr.objectives.list(tx, as(person), {}); });
    return std::any_of(page.items.begin(), page.items.end(), [&](auto const& card) { return card.id == id; });
  };
  auto const on_board = [&](PersonId person) {
    auto const board = read([&](db::Tx& tx) { return okr.boards.team(tx, as(person), engineering, {}); });
    return std::any_of(board.objectives.begin(), board.objectives.end(), [&](auto const& o) { return o.id == id; });
  };
  EXPECT_TRUE(listed(ben));
  EXPECT_TRUE(on_board(ben));
  EXPECT_FALSE(listed(erik));
  EXPECT_FALSE(on_board(erik));
}

// [OKR-44]
TEST_P(ObjectivesTest, NeedAKeyResultToBePublishedAndNothingElse) {
  auto const id = draft(0).id;
  EXPECT_EQ(publishing(ana, id), "no_key_result");
  auto const added = write([&](db::Tx& tx) { return okr.key_results.create(tx, as(ben), id, rise("Raise it", 1, 2)); });
  EXPECT_EQ(publishing(ben, id), "");
  EXPECT_EQ(publishing(ben, id), "");  // twice is no error
  auto const published = now(id);
  EXPECT_EQ(published.state, State::published);
  EXPECT_THAT(published.ancestors, IsEmpty());
  EXPECT_TRUE(published.published_at.has_value());
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.key_results.drop(tx, as(ana), added.id, "Not needed."); }),
            "last_key_result");
}

// [OKR-44]
TEST_P(ObjectivesTest, ThatCannotBePublishedAtOnceAreNotKept) {
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.writing.create(tx, as(ana), wanted("Empty", engineering, 0)); }),
            "no_key_result");
  EXPECT_THAT(read([&](db::Tx& tx) { return okr.objectives.list(tx, as(ana), {}); }).items, IsEmpty());
}

// [OKR-46]
TEST_P(ObjectivesTest, ChangeWithAReasonOncePublished) {
  auto const objective = made("Make the launch smooth");
  ObjectiveChange change{};
  change.title = "Make the launch the smoothest of all";
  clock.set(clock.now() + 60 * 60'000);
  EXPECT_EQ(changing(objective, change), "reason");
  change.reason = "Two plants joined.";
  EXPECT_EQ(changing(objective, change), "");
  auto const line = now(objective.id).changes.at(0);
  EXPECT_EQ(line.field, "title");
  EXPECT_EQ(line.before, "Make the launch smooth");
  EXPECT_EQ(line.after, "Make the launch the smoothest of all");
  EXPECT_EQ(line.reason, "Two plants joined.");
  EXPECT_EQ(line.changed_by.name, "Ana");
  EXPECT_EQ(line.at, clock.now());
}

// [OKR-46]
TEST_P(ObjectivesTest, ChangeWithoutAReasonWhileADraft) {
  ObjectiveChange change{};
  change.title = "Something else";
  auto const objective = draft();
  EXPECT_EQ(changing(objective, change), "");
  EXPECT_THAT(now(objective.id).changes, IsEmpty());
}

TEST_P(ObjectivesTest, TwoWhoChangeTheSameDoNotOverwriteEachOther) {
  auto const objective = draft();
  ObjectiveChange change{};
  change.title = "First";
  EXPECT_EQ(changing(objective, change), "");
  change.title = "Second";
  EXPECT_EQ(changing(objective, change), "version_conflict");
  EXPECT_EQ(now(objective.id).title, "First");
}

// [OKR-47]
TEST_P(ObjectivesTest, BeyondFiveAskForAReasonAndAreKeptWithoutOne) {
  for (int i = 0; i < 6; ++i) made("Objective of many");
  auto const board = read([&](db::Tx& tx) { return okr.boards.team(tx, as(ben), engineering, {}); });
  ASSERT_EQ(board.advice.size(), 1U);
  EXPECT_EQ(board.advice[0].hint, Hint::many_objectives);
  EXPECT_TRUE(board.advice[0].asks_reason);
  EXPECT_EQ(board.objectives.size(), 6U);
  auto seventh = wanted("The seventh", engineering);
  seventh.limit_reason = "Two of them end this week.";
  EXPECT_EQ(now(made(seventh).id).limit_reason, "Two of them end this week.");
}

// [OKR-50]
TEST_P(ObjectivesTest, NameTheirContributors) {
  auto const id = made("Make the launch smooth").id;
  auto const add = [&](PersonId person) {
    return wrong_field([&](db::Tx& tx) { okr.objectives.add_contributor(tx, as(ana), id, person); });
  };
  EXPECT_EQ(add(erik), "");
  EXPECT_EQ(add(erik), "");  // twice is once
  EXPECT_EQ(add(PersonId{99}), "person");
  auto const page = now(id, as(hugo));
  ASSERT_EQ(page.contributors.size(), 1U);
  EXPECT_EQ(page.contributors[0].name, "Erik");
  write([&](db::Tx& tx) { okr.objectives.remove_contributor(tx, as(erik), id, erik); });
  EXPECT_THAT(now(id).contributors, IsEmpty());
}

// [OKR-60]
TEST_P(ObjectivesTest, SayWhyTheyAreCancelledAndKeepTheirHistory) {
  auto const objective = made("Open a shop");
  check_in(objective.key_results[0].id, value(30));
  auto const cancel = [&](std::string const& reason) {
    return wrong_field([&](db::Tx& tx) { okr.objectives.cancel(tx, as(ana), objective.id, reason); });
  };
  EXPECT_EQ(cancel(""), "reason");
  EXPECT_EQ(cancel("Nobody asked for it."), "");
  EXPECT_EQ(cancel("Nobody asked for it."), "objective_is_over");
  auto const page = now(objective.id, as(erik));
  EXPECT_EQ(page.state, State::cancelled);
  EXPECT_EQ(page.check_ins.size(), 1U);
  EXPECT_EQ(page.changes.at(0).reason, "Nobody asked for it.");
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.check_ins.create(tx, as(ben), objective.key_results[0].id, value(40)); }),
            "objective_is_over");
}

TEST_P(ObjectivesTest, OnlyDraftsAreDeletedAndWithAllThatHangsOnThem) {
  auto const published = made("Stay");
  auto const id = draft(2).id;
  write([&](db::Tx& tx) {
    okr.objectives.add_contributor(tx, as(ana), id, erik);
    okr.initiatives.create(tx, as(ana), id,
                           {.title = "Write a plan", .key_result_id = {}, .owner_id = {}, .due_on = {}});
    okr.comments.create(tx, as(ben), id, {.text = "Good.", .check_in_id = {}, .mention_ids = {cam}});
    okr.alignment.create(tx, as(ana), id, {published.id, {}, {}});
  });
  auto const remove = [&](ObjectiveId which) {
    return refusal([&](db::Tx& tx) { okr.writing.remove(tx, as(ana), which); });
  };
  EXPECT_EQ(remove(published.id), "not_a_draft");
  EXPECT_EQ(remove(id), "");
  EXPECT_EQ(remove(id), "not_found");
  EXPECT_FALSE(sees(ana, id));
}

INSTANTIATE_TEST_SUITE_P(Databases, ObjectivesTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
