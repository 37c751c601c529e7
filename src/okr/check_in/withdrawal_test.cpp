#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

class WithdrawalTest : public SmallCompany {
 protected:
  CheckIn withdraw(CheckInId id) {
    return write([&](db::Tx& tx) { return okr.check_ins.withdraw(tx, as(ben), id); });
  }
};

// [OKR-70]
TEST_P(WithdrawalTest, BringsBackWhatWasBefore) {
  auto const objective = made("Make it smooth");
  auto const key_result = objective.key_results[0].id;
  auto const first = check_in(key_result, value(40, 4));
  pass_days(1);
  auto wrong = value(4, 9);
  wrong.help_needed = "Somebody must sign.";
  auto const second = check_in(key_result, wrong);
  EXPECT_EQ(withdraw(second.id).author.name, "Ben");
  EXPECT_TRUE(withdraw(second.id).withdrawn_at);
  auto const page = now(objective.id);
  EXPECT_EQ(page.key_results[0].current, 40);
  EXPECT_EQ(page.key_results[0].confidence, 4);
  EXPECT_EQ(page.key_results[0].last_check_in->id, first.id);
  EXPECT_EQ(page.progress, 0.4);
  EXPECT_THAT(page.blockers, IsEmpty());
  EXPECT_EQ(page.check_ins.size(), 1U);
}

// [OKR-70]
TEST_P(WithdrawalTest, LeavesNoNewsWhenItWasTheOnlyOne) {
  auto const objective = made("Make it smooth");
  withdraw(check_in(objective.key_results[0].id, value(40)).id);
  auto const page = now(objective.id);
  EXPECT_EQ(page.key_results[0].current, std::nullopt);
  EXPECT_EQ(page.key_results[0].confidence, std::nullopt);
  EXPECT_FALSE(page.key_results[0].last_check_in);
}

// [OKR-70]
TEST_P(WithdrawalTest, TurnsMilestonesBack) {
  auto wanted_steps = wanted("Pass the tests", engineering, 0);
  NewKeyResult steps{};
  steps.title = "Pass every test";
  steps.milestones = {{"Drawings", {}, {}}, {"Spark test", {}, {}}};
  wanted_steps.key_results = {steps};
  auto const objective = made(wanted_steps);
  auto const key_result = objective.key_results[0].id;
  NewCheckIn first{};
  first.confidence = 6;
  first.reached = {objective.milestones[0].id};
  check_in(key_result, first);
  auto second = first;
  second.reached = {objective.milestones[1].id};
  withdraw(check_in(key_result, second).id);
  auto const page = now(objective.id);
  EXPECT_TRUE(page.milestones[0].reached_at);
  EXPECT_FALSE(page.milestones[1].reached_at);
  EXPECT_EQ(page.key_results[0].current, 0.5);
}

// [OKR-70]
TEST_P(WithdrawalTest, IsRefusedToOthersAndLater) {
  auto const key_result = made("Make it smooth").key_results[0].id;
  auto const first = check_in(key_result, value(40)).id;
  auto const by = [&](PersonId person) {
    return refusal([&](db::Tx& tx) { okr.check_ins.withdraw(tx, as(person), first); });
  };
  EXPECT_EQ(by(ana), "forbidden");
  pass_days(1);
  EXPECT_EQ(by(ben), "too_late_to_withdraw");
  check_in(key_result, value(50));
  EXPECT_EQ(by(ben), "not_the_newest");
}

// [OKR-71]
TEST_P(WithdrawalTest, IsNotNeededForWhatWasSkipped) {
  auto const objective = made("Make it smooth");
  auto const key_result = objective.key_results[0].id;
  CheckInBatch batch{};
  batch.skips = {{key_result, "The line stands still."}};
  write([&](db::Tx& tx) { okr.check_ins.create_all(tx, as(ben), batch); });
  auto const page = now(objective.id);
  EXPECT_EQ(page.skips.at(0).reason, "The line stands still.");
  EXPECT_EQ(page.skips.at(0).author.name, "Ben");
  EXPECT_FALSE(page.key_results[0].last_check_in);
  EXPECT_EQ(page.key_results[0].standing.days_late, objective.key_results[0].standing.days_late);
}

// [OKR-77]
TEST_P(WithdrawalTest, IsNoneOfABlockerRaisedByItself) {
  auto const objective = made("Make it smooth");
  NewBlocker const wanted{objective.key_results[0].id, "The test rig is down.", dora};
  auto const raise = [&](PersonId person) {
    return [&, person](db::Tx& tx) { okr.blockers.raise(tx, as(person), objective.id, wanted); };
  };
  EXPECT_EQ(refusal(raise(erik)), "forbidden");
  EXPECT_EQ(refusal(raise(ben)), "");
  auto const blocker = now(objective.id, as(cam)).blockers.at(0);
  EXPECT_EQ(blocker.owner.name, "Dora");
  EXPECT_THAT(blocker.may, Contains("resolve"));
  EXPECT_THAT(now(objective.id, as(erik)).blockers.at(0).may, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Databases, WithdrawalTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
