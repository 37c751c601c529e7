#include "okr/key_result/key_results.hpp"

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::DoubleEq;
using ::testing::Optional;

class KeyResultsTest : public SmallCompany {
 protected:
  std::string changing(KeyResult const& key_result, KeyResultChange const& change) {
    return wrong_field(
        [&](db::Tx& tx) { okr.key_results.change(tx, as(ana), key_result.id, key_result.version, change); });
  }
  std::string adding(ObjectiveId objective, NewKeyResult const& wanted) {
    return wrong_field([&](db::Tx& tx) { okr.key_results.create(tx, as(ana), objective, wanted, "We saw more."); });
  }
  KeyResult shown(KeyResultId id) {
    return read([&](db::Tx& tx) { return okr.key_results.get(tx, as(erik), id); });
  }
};

// [OKR-45]
TEST_P(KeyResultsTest, HaveAMeasureAndAreDueByTheEndOfTheCycle) {
  auto const objective = made("Make it smooth");
  EXPECT_EQ(objective.key_results[0].due_on, day("2025-12-31"));
  auto own_day = rise("Raise it from 2 to 12", 2, 12);
  own_day.due_on = day("2025-11-30");
  EXPECT_EQ(adding(objective.id, own_day), "");
  EXPECT_EQ(now(objective.id).key_results[1].due_on, day("2025-11-30"));

  NewKeyResult bare{};
  bare.title = "Sell more";
  EXPECT_EQ(adding(objective.id, bare), "target");
  EXPECT_EQ(adding(objective.id, rise("Stay", 5, 5)), "target");
  bare.kind = Kind::milestones;
  EXPECT_EQ(adding(objective.id, bare), "milestones");
  auto stranger = rise("Raise it", 1, 2);
  stranger.owner_id = PersonId{99};
  EXPECT_EQ(adding(objective.id, stranger), "owner_id");
  auto heavy = rise("Raise it", 1, 2);
  heavy.weight = -1;
  EXPECT_EQ(adding(objective.id, heavy), "weight");
  EXPECT_EQ(adding(ObjectiveId{99}, own_day), "not_found");
}

TEST_P(KeyResultsTest, ByAPercentageHaveATarget) {
  NewKeyResult fall{};
  fall.title = "Cut scrap by 20 %";
  fall.change_percent = -20;
  auto const id = made("Build it right").id;
  EXPECT_EQ(adding(id, fall), "");
  fall.baseline = 50;
  EXPECT_EQ(adding(id, fall), "");
  EXPECT_EQ(now(id).key_results[1].target, std::nullopt);
  EXPECT_EQ(now(id).key_results[1].direction, Direction::fall);
  EXPECT_EQ(now(id).key_results[2].target, 40);
  EXPECT_EQ(now(id).key_results[2].direction, Direction::fall);
}

// [OKR-46]
TEST_P(KeyResultsTest, AreAddedToWhatIsPublishedWithAReason) {
  auto const objective = made("Make it smooth");
  auto const add = [&](ObjectiveId to, std::string const& reason) {
    return wrong_field([&](db::Tx& tx) { okr.key_results.create(tx, as(ana), to, rise("Raise it", 1, 2), reason); });
  };
  EXPECT_EQ(add(objective.id, ""), "reason");
  EXPECT_EQ(add(objective.id, "A second plant joined."), "");
  EXPECT_EQ(now(objective.id).changes.at(0).reason, "A second plant joined.");
  EXPECT_EQ(add(made(wanted("Not yet", engineering, 1, false)).id, ""), "");
}

// [OKR-46]
TEST_P(KeyResultsTest, SayInTheirHistoryWhoOwnsThemAndWhichKpiTheyFollow) {
  kpis[KpiId{7}] = 12;
  auto const key_result = made("Make it smooth").key_results[0];
  KeyResultChange change{};
  change.owner_id = {.given = true, .value = cam};
  change.kpi_id = {.given = true, .value = KpiId{7}};
  EXPECT_EQ(changing(key_result, change), "reason");
  change.reason = "Cam measures it.";
  EXPECT_EQ(changing(key_result, change), "");
  auto const changes = now(key_result.objective_id).changes;
  EXPECT_EQ(changes.at(0).after, "KPI 7");
  EXPECT_EQ(changes.at(1).after, "Cam");
}

// [OKR-46]
TEST_P(KeyResultsTest, ChangeWithAReasonAndKeepWhatWas) {
  auto const key_result = made("Make it smooth").key_results[0];
  check_in(key_result.id, value(50));
  KeyResultChange change{};
  change.target = 200;
  EXPECT_EQ(changing(key_result, change), "reason");
  change.reason = "A second plant joined.";
  EXPECT_EQ(changing(key_result, change), "");
  change.target = 80;
  EXPECT_EQ(changing(key_result, change), "version_conflict");
  EXPECT_EQ(changing(shown(key_result.id), change), "");
  EXPECT_THAT(shown(key_result.id).progress, Optional(DoubleEq(0.625)));
  auto const page = now(key_result.objective_id);
  ASSERT_EQ(page.changes.size(), 2U);  // the newest first; the last one holds the first target
  EXPECT_EQ(page.changes[1].before, "100");
  EXPECT_EQ(page.changes[1].after, "200");
  EXPECT_EQ(page.changes[1].reason, "A second plant joined.");
  EXPECT_THAT(page.progress, Optional(DoubleEq(0.625)));
}

TEST_P(KeyResultsTest, KeepAMeasureThatMakesSense) {
  auto const key_result = made("Make it smooth").key_results[0];
  KeyResultChange change{};
  change.reason = "Try.";
  change.target = 0;
  EXPECT_EQ(changing(key_result, change), "target");
  change.target = -10;  // turns it into a fall
  EXPECT_EQ(changing(key_result, change), "");
  EXPECT_EQ(shown(key_result.id).direction, Direction::fall);
}

TEST_P(KeyResultsTest, CountByTheirWeight) {
  auto objective = wanted("Make it smooth", engineering, 2);
  objective.key_results[1].weight = 3;
  auto const id = made(objective);
  check_in(id.key_results[1].id, value(80));
  check_in(id.key_results[0].id, value(0));
  EXPECT_THAT(now(id.id).progress, Optional(DoubleEq(0.6)));
}

TEST_P(KeyResultsTest, LeaveAPublishedObjectiveWithAReasonAndTheirCheckInsStay) {
  auto const objective = made("Make it smooth", 2);
  auto const id = objective.key_results[0].id;
  check_in(id, value(100));
  auto const drop = [&](std::string const& reason) {
    return wrong_field([&](db::Tx& tx) { okr.key_results.drop(tx, as(ana), id, reason); });
  };
  EXPECT_EQ(drop(""), "reason");
  EXPECT_EQ(drop("Measured twice."), "");
  EXPECT_EQ(drop("Measured twice."), "not_found");
  auto const page = now(objective.id);
  EXPECT_EQ(page.key_results.size(), 1U);
  EXPECT_EQ(page.check_ins.size(), 1U);
  EXPECT_FALSE(page.progress);
  EXPECT_EQ(page.changes.at(0).reason, "Measured twice.");
}

INSTANTIATE_TEST_SUITE_P(Databases, KeyResultsTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
