#include "okr/closing.hpp"

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::DoubleEq;
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
