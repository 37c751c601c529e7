#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

class MilestonesTest : public SmallCompany {
 protected:
  Objective with_milestones() {
    auto objective = wanted("Pass the tests of the body", engineering, 0);
    NewKeyResult steps{};
    steps.title = "Pass every test";
    steps.milestones = {{"Drawings", {}, {}}, {"Spark test", {}, {}}};
    objective.key_results = {steps};
    return made(objective);
  }
  std::string change(KeyResultId id, std::vector<MilestoneChange> milestones) {
    KeyResultChange change{};
    change.milestones = std::move(milestones);
    change.reason = "The body asks for more.";
    return wrong_field([&](db::Tx& tx) {
      okr.key_results.change(tx, as(ben), id, okr.key_results.get(tx, as(ben), id).version, change);
    });
  }
};

// [OKR-78]
TEST_P(MilestonesTest, KeepTheDayTheyWereReached) {
  auto const objective = with_milestones();
  auto const id = objective.key_results[0].id;
  NewCheckIn reached{};
  reached.confidence = 6;
  reached.reached = {objective.milestones[0].id};
  check_in(id, reached);
  EXPECT_EQ(change(id, {{objective.milestones[0].id, "All drawings", {}, {}},
                        {{}, "Certificate", {}, {}},
                        {{}, "Print", {}, {}},
                        {objective.milestones[1].id, "Spark test", {}, {}}}),
            "");
  auto const page = now(objective.id);
  EXPECT_EQ(page.milestones[0].title, "All drawings");
  EXPECT_TRUE(page.milestones[0].reached_at);
  EXPECT_EQ(page.key_results[0].current, 0.25);
  EXPECT_EQ(page.changes.at(0).field, "milestones");
  EXPECT_EQ(page.changes.at(0).before, "Drawings, Spark test");
  EXPECT_EQ(page.changes.at(0).after, "All drawings, Certificate, Print, Spark test");
}

// [OKR-78]
TEST_P(MilestonesTest, AreThoseOfTheKeyResult) {
  auto const id = with_milestones().key_results[0].id;
  EXPECT_EQ(change(id, {}), "milestones");
  EXPECT_EQ(change(id, {{MilestoneId{99}, "Other", {}, {}}}), "milestones[0].id");
  EXPECT_EQ(change(made("Make it smooth").key_results[0].id, {{{}, "Step", {}, {}}}), "milestones");
  EXPECT_EQ(change(id, {{{}, "Certificate", {}, {}}}), "");
}

INSTANTIATE_TEST_SUITE_P(Databases, MilestonesTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
