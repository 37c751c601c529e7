#include "okr/closing/closing.hpp"

#include "okr/holding/holdings.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/overview/cycle_graph.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

class ClosingTest : public SmallCompany {
 protected:
  NewClosure with_grade(double grade) const {
    NewClosure closure{};
    closure.grade = grade;
    closure.execution = Execution::good;
    return closure;
  }
  std::string closing(ObjectiveId id, NewClosure const& closure) {
    return wrong_field([&](db::Tx& tx) { okr.closing.close(tx, as(ana), id, closure); });
  }
};

// [OKR-57]
TEST_P(ClosingTest, ClosesAllKeyResultsOrNothing) {
  auto const objective = made("Make it smooth", 2);
  check_in(objective.key_results[0].id, value(100));
  check_in(objective.key_results[1].id, value(40));
  auto const suggestion = read([&](db::Tx& tx) { return okr.closing.suggest(tx, as(ana), objective.id); });
  EXPECT_THAT(suggestion.suggested_grade, Optional(DoubleEq(0.7)));
  EXPECT_EQ(suggestion.key_results[0].outcome, Outcome::hit);
  EXPECT_EQ(suggestion.key_results[1].outcome, Outcome::missed);

  auto closure = with_grade(0.7);
  EXPECT_EQ(closing(objective.id, closure), "key_results[1].cause");
  EXPECT_EQ(now(objective.id).state, State::published);
  closure.key_results = {{objective.key_results[1].id, Outcome::missed, Cause::no_capacity, {}}};
  EXPECT_EQ(closing(objective.id, closure), "");
  EXPECT_EQ(closing(objective.id, closure), "objective_is_over");
  auto const page = now(objective.id, as(erik));
  EXPECT_EQ(page.state, State::closed);
  EXPECT_THAT(page.grade, Optional(DoubleEq(0.7)));
  ASSERT_EQ(page.closure->key_results.size(), 2U);
  EXPECT_EQ(page.closure->key_results[1].cause, Cause::no_capacity);
}

// [OKR-57]
TEST_P(ClosingTest, RefusesWhatCannotBe) {
  auto const objective = made("Make it smooth");
  check_in(objective.key_results[0].id, value(100));
  EXPECT_EQ(closing(objective.id, with_grade(0.75)), "grade");
  EXPECT_EQ(closing(objective.id, with_grade(0.4)), "reason");
  auto stranger = with_grade(1.0);
  stranger.key_results = {{KeyResultId{99}, Outcome::hit, {}, {}}};
  EXPECT_EQ(closing(objective.id, stranger), "key_results[0].key_result_id");
  auto same_cycle = with_grade(1.0);
  same_cycle.carry_to = quarter;
  EXPECT_EQ(closing(objective.id, same_cycle), "carry_to");
  EXPECT_EQ(closing(made(wanted("A draft", engineering, 1, false)).id, with_grade(1.0)), "still_draft");
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.closing.close(tx, as(erik), objective.id, with_grade(1.0)); }), "forbidden");
  EXPECT_EQ(now(objective.id).state, State::published);
}

// [OKR-58]
TEST_P(ClosingTest, CarriesForwardFromTheLastValue) {
  auto objective = wanted("Make it smooth", engineering, 2);
  objective.contributor_ids = {erik};
  auto const old = made(objective);
  check_in(old.key_results[0].id, value(100));
  check_in(old.key_results[1].id, value(60));
  auto closure = with_grade(0.8);
  closure.key_results = {{old.key_results[1].id, Outcome::missed, Cause::blocked, {}}};
  closure.carry_to = next;
  EXPECT_EQ(closing(old.id, closure), "");
  auto const carried = now(*now(old.id).closure->carried_to);
  EXPECT_EQ(carried.state, State::draft);
  EXPECT_EQ(carried.cycle.id, next);
  EXPECT_EQ(carried.carried_from, old.id);
  EXPECT_EQ(carried.contributors.at(0).name, "Erik");
  ASSERT_EQ(carried.key_results.size(), 1U);  // what was reached asks for a new target
  EXPECT_EQ(carried.key_results[0].baseline, 60);
  EXPECT_EQ(carried.key_results[0].target, 100);
}

// [OKR-58]
TEST_P(ClosingTest, CarriesForwardOnceHoweverOftenItIsClosed) {
  auto const old = made("Make it smooth");
  auto closure = with_grade(0.1);
  closure.key_results = {{old.key_results[0].id, Outcome::missed, Cause::blocked, {}}};
  closure.carry_to = next;
  check_in(old.key_results[0].id, value(10));
  EXPECT_EQ(closing(old.id, closure), "");
  auto const copy = now(old.id).carried_to->id;
  auto const open_again = [&] { write([&](db::Tx& tx) { okr.closing.reopen(tx, as(ana), old.id, "It goes on"); }); };
  open_again();
  auto const reopened = now(old.id);
  ASSERT_TRUE(reopened.carried_to);
  EXPECT_EQ(reopened.carried_to->id, copy);
  EXPECT_EQ(reopened.carried_to->state, State::draft);
  EXPECT_EQ(reopened.carried_to->cycle.name, "2026 Q1");

  EXPECT_EQ(closing(old.id, closure), "");
  EXPECT_EQ(now(old.id).carried_to->id, copy);
  EXPECT_EQ(read([&](db::Tx& tx) { return store::count_open(tx, next, engineering, std::nullopt); }), 1);

  open_again();
  write([&](db::Tx& tx) { okr.writing.remove(tx, as(ana), copy); });
  EXPECT_FALSE(now(old.id).carried_to);
  EXPECT_EQ(closing(old.id, closure), "");
  EXPECT_NE(now(old.id).carried_to->id, copy);
}

// [OKR-58]
TEST_P(ClosingTest, CarriesForwardTheMilestonesThatAreLeft) {
  auto objective = wanted("Pass the tests", engineering, 0);
  NewKeyResult steps{};
  steps.title = "Pass every test";
  steps.milestones = {{"Drawings", {}, {}}, {"Spark test", {}, {}}};
  objective.key_results = {steps};
  auto const old = made(objective);
  NewCheckIn wanted{};
  wanted.reached = {old.milestones[0].id};
  check_in(old.key_results[0].id, wanted);
  auto closure = with_grade(0.5);
  closure.key_results = {{old.key_results[0].id, Outcome::missed, Cause::blocked, {}}};
  closure.carry_to = next;
  EXPECT_EQ(closing(old.id, closure), "");
  auto const carried = now(*now(old.id).closure->carried_to);
  ASSERT_EQ(carried.milestones.size(), 1U);
  EXPECT_EQ(carried.milestones[0].title, "Spark test");
}

// [OKR-58] [OKR-61]
TEST_P(ClosingTest, CarriesForwardWhatFollowsAKpi) {
  kpis[KpiId{7}] = 12.5;
  auto objective = wanted("Make it smooth", engineering, 1);
  objective.key_results[0].kpi_id = KpiId{7};
  auto const old = made(objective);
  auto closure = with_grade(0.1);
  closure.key_results = {{old.key_results[0].id, Outcome::missed, Cause::blocked, {}}};
  closure.carry_to = next;
  EXPECT_EQ(closing(old.id, closure), "");
  EXPECT_EQ(now(*now(old.id).closure->carried_to).key_results.at(0).kpi_id, KpiId{7});
}

// [OKR-34]
TEST_P(ClosingTest, TheMarkFollowsTheGradeAndNotTheOutcome) {
  auto const objective = made("Make it smooth", 2);
  check_in(objective.key_results[0].id, value(80));
  check_in(objective.key_results[1].id, value(20));
  auto closure = with_grade(0.5);
  closure.key_results = {{objective.key_results[0].id, Outcome::missed, Cause::no_capacity, {}},
                         {objective.key_results[1].id, Outcome::missed, Cause::no_capacity, {}}};
  EXPECT_EQ(closing(objective.id, closure), "");
  auto const page = now(objective.id);
  EXPECT_EQ(page.standing.status, Status::partly);
  EXPECT_EQ(page.key_results[0].standing.status, Status::done);  // missed at 0.8, and a success
  EXPECT_EQ(page.key_results[0].outcome, Outcome::missed);
  EXPECT_EQ(page.key_results[1].standing.status, Status::missed);
  EXPECT_FALSE(page.expected_progress.has_value());
  EXPECT_FALSE(page.key_results[0].expected_progress.has_value());
}

// [OKR-46] [OKR-57]
TEST_P(ClosingTest, TheFirstTargetIsRemembered) {
  auto const objective = made("Make it smooth");
  auto const id = objective.key_results[0].id;
  for (double const target : {60.0, 50.0}) {
    KeyResultChange change{};
    change.target = json::Figure{target};
    change.reason = "The plant was sold.";
    write([&](db::Tx& tx) {
      return okr.key_results.change(tx, as(ana), id, okr.key_results.get(tx, as(ana), id).version, change);
    });
  }
  auto const suggestion = read([&](db::Tx& tx) { return okr.closing.suggest(tx, as(ana), objective.id); });
  EXPECT_THAT(suggestion.key_results.at(0).first_target, Optional(DoubleEq(100)));
  check_in(id, value(50));
  EXPECT_EQ(closing(objective.id, with_grade(1.0)), "");
  EXPECT_THAT(now(objective.id).closure->key_results.at(0).first_target, Optional(DoubleEq(100)));
}

// [OKR-100]
TEST_P(ClosingTest, OnlyWhoAnswersForItEndsIt) {
  auto wanted = this->wanted("Make it smooth", engineering);
  wanted.accountable_id = cam;
  wanted.contributor_ids = {erik};
  auto const objective = made(wanted);
  auto const may = [&](policy::Viewer const& viewer) {
    auto const all = now(objective.id, viewer).may;
    return std::ranges::find(all, "close") != all.end();
  };
  auto const sysadmin = as(erik, {policy::Role::employee, policy::Role::administrator});
  for (auto const& viewer : {as(ben), as(erik), as(dora), director(), sysadmin}) {
    EXPECT_FALSE(may(viewer)) << viewer.person.value;
    EXPECT_EQ(refusal([&](db::Tx& tx) { okr.objectives.cancel(tx, viewer, objective.id, "Gone."); }), "forbidden");
  }
  for (auto const& viewer : {as(cam), as(ana), hr()}) {
    EXPECT_TRUE(may(viewer)) << viewer.person.value;
    EXPECT_EQ(refusal([&](db::Tx& tx) { okr.objectives.cancel(tx, viewer, objective.id, "Gone."); }), "");
    EXPECT_EQ(refusal([&](db::Tx& tx) { okr.closing.reopen(tx, viewer, objective.id, "No, not gone."); }), "");
  }
  auto const ours = made(this->wanted("Be the first", company));
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.objectives.cancel(tx, director(), ours.id, "Gone."); }), "");
}

// [OKR-101]
TEST_P(ClosingTest, WhatIsOverGoesOnWithAReasonWhileItsCycleIsOpen) {
  auto const objective = made("Make it smooth");
  check_in(objective.key_results[0].id, value(100));
  auto closure = with_grade(1.0);
  closure.learning = "Begin with the hardest part.";
  EXPECT_EQ(closing(objective.id, closure), "");
  auto const reopen = [&](std::string const& reason) {
    return wrong_field([&](db::Tx& tx) { okr.closing.reopen(tx, as(ana), objective.id, reason); });
  };
  EXPECT_EQ(reopen(""), "reason");
  EXPECT_EQ(reopen("Closed by mistake."), "");
  EXPECT_EQ(reopen("Twice is no error."), "");
  auto const page = now(objective.id);
  EXPECT_EQ(page.state, State::published);
  EXPECT_FALSE(page.grade.has_value());
  ASSERT_EQ(page.past_closures.size(), 1U);
  EXPECT_EQ(page.past_closures[0].grade, 1.0);
  EXPECT_EQ(page.past_closures[0].learning, "Begin with the hardest part.");
  EXPECT_EQ(page.changes.at(0).reason, "Closed by mistake.");
  auto const retro = [&] {
    return read([&](db::Tx& tx) { return okr.retros.get(tx, as(ana), engineering, quarter); });
  };
  EXPECT_THAT(retro().cards, IsEmpty());
  EXPECT_EQ(closing(objective.id, closure), "");
  EXPECT_EQ(retro().cards.size(), 1U);

  auto const step = [&](Phase phase) {
    write([&](db::Tx& tx) {
      CycleChange change{};
      change.phase = phase;
      change.without_retros = true;
      okr.cycles.change(tx, hr(), quarter, okr.cycles.get(tx, hr(), quarter).version, change);
    });
  };
  step(Phase::closing);
  step(Phase::closed);
  EXPECT_EQ(reopen("Too late."), "cycle_closed");
}

// [OKR-103]
TEST_P(ClosingTest, WhatSomebodyLeavesBehindGoesToASuccessor) {
  auto wanted = this->wanted("Make it smooth", engineering, 2);
  wanted.accountable_id = cam;
  wanted.key_results[0].owner_id = cam;
  auto const objective = made(wanted);
  write([&](db::Tx& tx) { people.depart(tx, hugo, cam); });
  auto const held = read([&](db::Tx& tx) { return holdings_of(tx, cam); });
  EXPECT_TRUE(held.has_left);
  ASSERT_EQ(held.objectives.size(), 1U);
  ASSERT_EQ(held.key_results.size(), 1U);
  EXPECT_TRUE(now(objective.id).accountable_left);
  auto const give = [&](NewHandover const& handover) {
    return wrong_field([&](db::Tx& tx) { hand_over(tx, events, hr(), cam, handover); });
  };
  EXPECT_EQ(give({cam, {}, {}, {}, {}}), "successor_id");
  EXPECT_EQ(give({ben, {ObjectiveId{99}}, {}, {}, {}}), "objective_ids[0]");
  EXPECT_EQ(give({ben, {objective.id}, {}, {}, {}}), "");
  EXPECT_EQ(now(objective.id).accountable.name, "Ben");
  EXPECT_FALSE(now(objective.id).accountable_left);
  EXPECT_EQ(now(objective.id).changes.at(0).before, "Cam");
  EXPECT_EQ(give({ben, {}, {}, {}, "Cam has left."}), "");
  EXPECT_EQ(now(objective.id).key_results.at(0).owner.name, "Ben");
  EXPECT_THAT(read([&](db::Tx& tx) { return holdings_of(tx, cam); }).key_results, IsEmpty());
}

// [OKR-77]
TEST_P(ClosingTest, NobodyOwnsTheirOwnBlockerWithoutAWord) {
  auto const ours = made(this->wanted("Be the first", company));
  NewBlocker stuck{};
  stuck.key_result_id = ours.key_results[0].id;
  stuck.text = "The bank waits.";
  auto const raise = [&] {
    return wrong_field([&](db::Tx& tx) { okr.blockers.raise(tx, director(), ours.id, stuck); });
  };
  EXPECT_EQ(raise(), "owner_id");
  stuck.owner_id = hugo;
  EXPECT_EQ(raise(), "");
}

// [OKR-102]
TEST_P(ClosingTest, WhatSupportedACancelledObjectiveSupportsNothing) {
  auto const parent = made(wanted("Be the first", company));
  auto child = wanted("Make it smooth", engineering);
  child.parent_id = parent.id;
  auto const id = made(child).id;
  EXPECT_EQ(now(id).parent_id, parent.id);
  write([&](db::Tx& tx) { okr.objectives.cancel(tx, director(), parent.id, "The market turned."); });
  auto const page = now(id);
  EXPECT_FALSE(page.parent_id.has_value());
  EXPECT_EQ(page.ancestors.at(0).state, State::cancelled);
  EXPECT_EQ(page.supports.at(0).other_state, State::cancelled);
  auto const graph = read([&](db::Tx& tx) { return cycle_graph(tx, as(ana), quarter); });
  EXPECT_THAT(graph.orphans, ElementsAre(id));
}

TEST_P(ClosingTest, TheCycleShowsGradesAndMissingRetros) {
  auto const objective = made("Make it smooth");
  check_in(objective.key_results[0].id, value(100));
  EXPECT_EQ(closing(objective.id, with_grade(1.0)), "");
  auto const summary = [&] { return read([&](db::Tx& tx) { return okr.cycles.summary(tx, as(hugo), quarter); }); };
  EXPECT_EQ(summary().closed, 1);
  EXPECT_EQ(summary().grades.at(10), 1);
  EXPECT_THAT(summary().retros_missing, IsEmpty());  // in the middle of the cycle
  pass_days(38);
  ASSERT_EQ(summary().retros_missing.size(), 1U);
  EXPECT_EQ(summary().retros_missing[0].name, "Engineering");
  write([&](db::Tx& tx) { okr.retros.add(tx, as(ben), engineering, quarter, {RetroPart::celebrate, "Done."}); });
  EXPECT_THAT(summary().retros_missing, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Databases, ClosingTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
