#include "okr/check_in/check_ins.hpp"

#include "okr/home/my_week.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

class CheckInsTest : public SmallCompany {
 protected:
  std::string field_refused(KeyResultId key_result, NewCheckIn const& wanted) {
    return wrong_field([&](db::Tx& tx) { okr.check_ins.create(tx, as(ben), key_result, wanted); });
  }
  std::vector<CheckIn> history(KeyResultId key_result) {
    return read([&](db::Tx& tx) { return okr.check_ins.history(tx, as(erik), key_result, {}, 50); }).items;
  }
  Objective with_milestones() {
    auto objective = wanted("Pass the tests of the body", engineering, 0);
    NewKeyResult steps{};
    steps.title = "Pass every test";
    steps.milestones = {{"Drawings", {}, {}}, {"Spark test", {}, {}}, {"Certificate", json::Figure{2}, {}}};
    objective.key_results = {steps};
    return made(objective);
  }
};

// [OKR-51]
TEST_P(CheckInsTest, KeepWhatThePersonSaid) {
  auto const objective = made("Make it smooth", 2);
  auto wanted = value(40, 3);
  wanted.what_happened = "Seven run.";
  wanted.what_next = "Confirm two more.";
  auto const done = check_in(objective.key_results[0].id, wanted);
  EXPECT_THAT(done.progress, Optional(DoubleEq(0.4)));
  EXPECT_THAT(done.objective_progress, Optional(DoubleEq(0.4)));  // the other one was never measured
  auto const kept = history(objective.key_results[0].id).at(0);
  EXPECT_EQ(kept.confidence, 3);
  EXPECT_EQ(kept.author.name, "Ben");
  EXPECT_EQ(kept.what_happened, "Seven run.");
  auto const page = now(objective.id);
  EXPECT_EQ(page.key_results[0].confidence, 3);
  EXPECT_EQ(page.key_results[1].confidence, std::nullopt);
  EXPECT_THAT(page.progress, Optional(DoubleEq(0.4)));
}

// [OKR-51]
TEST_P(CheckInsTest, NeedAValueThatFits) {
  auto const objective = made("Make it smooth");
  auto const id = objective.key_results[0].id;
  NewCheckIn nothing{};
  EXPECT_EQ(field_refused(id, nothing), "value");
  auto both = value(1);
  both.reached = {MilestoneId{1}};
  EXPECT_EQ(field_refused(id, both), "reached");
  auto half = wanted("Publish the calendar", engineering, 0);
  auto& done = half.key_results.emplace_back();
  done.title = "Publish it";
  done.kind = Kind::yes_no;
  auto const yes = made(half).key_results[0].id;
  EXPECT_EQ(field_refused(yes, value(0.5)), "value");
  EXPECT_EQ(field_refused(yes, value(1)), "");
  EXPECT_EQ(field_refused(KeyResultId{99}, value(1)), "not_found");
}

TEST_P(CheckInsTest, CountMilestonesByTheirWeight) {
  auto const objective = with_milestones();
  auto const id = objective.key_results[0].id;
  NewCheckIn wanted{};
  wanted.reached = {objective.milestones[0].id, objective.milestones[2].id};
  EXPECT_THAT(check_in(id, wanted).progress, Optional(DoubleEq(0.75)));
  wanted.reached = {objective.milestones[0].id};
  EXPECT_THAT(check_in(id, wanted).progress, Optional(DoubleEq(0.25)));
  EXPECT_EQ(now(objective.id).milestones[2].reached_at, std::nullopt);
  EXPECT_EQ(field_refused(id, value(0.5)), "value");
  wanted.reached = {MilestoneId{99}};
  EXPECT_EQ(field_refused(id, wanted), "reached");
}

// [OKR-52]
TEST_P(CheckInsTest, AreCorrectedByANewOne) {
  auto const id = made("Make it smooth").key_results[0].id;
  check_in(id, value(80));
  pass_days(1);
  check_in(id, value(8));
  auto const lines = history(id);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].value, 8);
  EXPECT_EQ(lines[1].value, 80);
  EXPECT_EQ(read([&](db::Tx& tx) { return okr.key_results.get(tx, as(erik), id); }).current, 8);
}

TEST_P(CheckInsTest, AreMadeByThoseTheObjectiveConcernsOnceItIsPublished) {
  auto const published = made("Make it smooth").key_results[0].id;
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.check_ins.create(tx, as(erik), published, value(1)); }), "forbidden");
  auto const draft = made(wanted("Not yet", engineering, 1, false)).key_results[0].id;
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.check_ins.create(tx, as(ana), draft, value(1)); }), "still_draft");
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.check_ins.create(tx, as(erik), draft, value(1)); }), "not_found");
}

// [OKR-53]
TEST_P(CheckInsTest, ThatNeedHelpOpenABlockerWithAnOwnerAndAnAge) {
  auto const objective = made("Make it smooth");
  auto wanted = value(10);
  wanted.help_needed = "The climate chamber is down.";
  check_in(objective.key_results[0].id, wanted);
  wanted.help_from = erik;
  wanted.help_needed = "We need a list of plants.";
  check_in(objective.key_results[0].id, wanted);
  pass_days(3);

  auto const blockers = now(objective.id).blockers;
  ASSERT_EQ(blockers.size(), 2U);
  EXPECT_EQ(blockers[1].owner.name, "Iris");  // leads the accountable person
  EXPECT_EQ(blockers[0].owner.name, "Erik");
  EXPECT_EQ(blockers[0].age_days, 3);
  auto const waiting = [&] { return read([&](db::Tx& tx) { return my_week(tx, as(erik), okr.cycles, {}); }).blockers; };
  EXPECT_EQ(waiting().size(), 1U);

  auto const resolve = [&](PersonId person) {
    return refusal([&](db::Tx& tx) { okr.blockers.resolve(tx, as(person), blockers[0].id, "Sent on Tuesday."); });
  };
  EXPECT_EQ(resolve(hugo), "forbidden");
  EXPECT_EQ(resolve(erik), "");
  EXPECT_EQ(resolve(erik), "blocker_resolved");
  EXPECT_THAT(waiting(), IsEmpty());
  pass_days(5);
  auto const resolved = now(objective.id).blockers[0];
  EXPECT_EQ(resolved.resolution, "Sent on Tuesday.");
  EXPECT_EQ(resolved.age_days, 3);
}

// [OKR-53]
TEST_P(CheckInsTest, BlockersAreHandedOver) {
  auto const objective = made("Make it smooth");
  auto wanted = value(10);
  wanted.help_needed = "The chamber is down.";
  check_in(objective.key_results[0].id, wanted);
  auto const blocker = now(objective.id).blockers.at(0).id;
  auto const hand_over = [&](PersonId to) {
    return wrong_field([&](db::Tx& tx) { okr.blockers.hand_over(tx, as(iris), blocker, to); });
  };
  EXPECT_EQ(hand_over(PersonId{99}), "owner_id");
  EXPECT_EQ(hand_over(hugo), "");
  EXPECT_EQ(now(objective.id).blockers.at(0).owner.name, "Hugo");
}

// [OKR-54]
TEST_P(CheckInsTest, OfOneRequestAreKeptTogetherOrNotAtAll) {
  auto const objective = made("Make it smooth", 3);
  CheckInBatch batch{};
  for (auto const& key_result : objective.key_results) {
    auto& line = batch.check_ins.emplace_back();
    static_cast<NewCheckIn&>(line) = value(50);
    line.key_result_id = key_result.id;
  }
  batch.check_ins[1].value.reset();
  auto const send = [&] { return wrong_field([&](db::Tx& tx) { okr.check_ins.create_all(tx, as(ben), batch); }); };
  EXPECT_EQ(send(), "check_ins[1].value");
  EXPECT_THAT(now(objective.id).check_ins, IsEmpty());
  batch.check_ins[1].value = 80;
  EXPECT_EQ(send(), "");
  EXPECT_EQ(now(objective.id).check_ins.size(), 3U);
  EXPECT_THAT(now(objective.id).progress, Optional(DoubleEq(0.6)));
  batch.check_ins.clear();
  EXPECT_EQ(send(), "check_ins");
}

// [OKR-55]
TEST_P(CheckInsTest, AreAcknowledgedByWhoeverLeadsTheWork) {
  auto const id = check_in(made("Make it smooth").key_results[0].id, value(50)).id;
  auto const acknowledge = [&](PersonId person) {
    return refusal([&](db::Tx& tx) { okr.check_ins.acknowledge(tx, as(person), id); });
  };
  EXPECT_EQ(acknowledge(cam), "forbidden");
  EXPECT_EQ(acknowledge(ana), "");
  EXPECT_EQ(acknowledge(iris), "");
  EXPECT_EQ(read([&](db::Tx& tx) { return okr.check_ins.get(tx, as(erik), id); }).acknowledged_by->name, "Ana");
}

// [OKR-55]
TEST_P(CheckInsTest, AreCommentedByAnyoneWhoSeesThem) {
  auto const objective = made("Make it smooth");
  auto const id = check_in(objective.key_results[0].id, value(50)).id;
  auto const comment = write([&](db::Tx& tx) {
    return okr.comments.create(tx, as(erik), objective.id,
                               {.text = "Well done, Ben.", .check_in_id = id, .mention_ids = {ben, ben}});
  });
  ASSERT_EQ(comment.mentions.size(), 1U);
  auto const mentions = [&](PersonId person) {
    return read([&](db::Tx& tx) { return my_week(tx, as(person), okr.cycles, {}); }).mentions.size();
  };
  EXPECT_EQ(mentions(ben), 1U);
  EXPECT_EQ(mentions(cam), 0U);
  auto const other = made("Another one");
  EXPECT_EQ(wrong_field([&](db::Tx& tx) {
              okr.comments.create(tx, as(erik), other.id, {.text = "?", .check_in_id = id, .mention_ids = {}});
            }),
            "check_in_id");
  auto const take_back = [&](PersonId person) {
    return refusal([&](db::Tx& tx) { okr.comments.remove(tx, as(person), comment.id); });
  };
  EXPECT_EQ(take_back(ana), "forbidden");
  EXPECT_EQ(take_back(erik), "");
  EXPECT_EQ(take_back(erik), "not_found");
}

// [OKR-56]
TEST_P(CheckInsTest, InitiativesNeverCountAsProgress) {
  auto const objective = made("Make it smooth");
  auto const initiative = write([&](db::Tx& tx) {
    return okr.initiatives.create(
        tx, as(ben), objective.id,
        {.title = "Write the manual", .key_result_id = objective.key_results[0].id, .owner_id = cam, .due_on = {}});
  });
  InitiativeChange change{};
  change.state = InitiativeState::done;
  auto const finish = [&] {
    return refusal([&](db::Tx& tx) { okr.initiatives.change(tx, as(cam), initiative.id, initiative.version, change); });
  };
  EXPECT_EQ(finish(), "");
  EXPECT_EQ(finish(), "version_conflict");
  auto const page = now(objective.id);
  EXPECT_EQ(page.initiatives.at(0).state, InitiativeState::done);
  EXPECT_FALSE(page.progress);
  EXPECT_EQ(page.key_results[0].current, std::nullopt);
}

// [OKR-61]
TEST_P(CheckInsTest, OfAKpiAreItsValues) {
  KpiId const kpi{77};
  kpis[kpi] = std::nullopt;
  auto objective = wanted("Deliver on the day", engineering, 0);
  objective.key_results.push_back(rise("Raise deliveries on the promised day from 80 % to 100 %", 80, 100));
  objective.key_results[0].kpi_id = kpi;
  auto const id = made(objective).key_results[0].id;
  EXPECT_EQ(field_refused(id, value(90)), "value");
  write([&](db::Tx& tx) { okr.check_ins.follow(tx, kpi, 85, hugo); });
  write([&](db::Tx& tx) { okr.check_ins.follow(tx, KpiId{78}, 99, hugo); });
  auto const shown = read([&](db::Tx& tx) { return okr.key_results.get(tx, as(erik), id); });
  EXPECT_EQ(shown.current, 85);
  EXPECT_THAT(shown.progress, Optional(DoubleEq(0.25)));
  EXPECT_EQ(history(id).at(0).source, Source::kpi);
  EXPECT_EQ(history(id).at(0).confidence, std::nullopt);

  NewCheckIn note{};  // a confidence and a note beside the value that the KPI gave
  note.confidence = 7;
  EXPECT_EQ(field_refused(id, note), "");
  EXPECT_EQ(read([&](db::Tx& tx) { return okr.key_results.get(tx, as(erik), id); }).current, 85);
  write([&](db::Tx& tx) { okr.check_ins.follow(tx, kpi, 90, hugo); });
  EXPECT_EQ(read([&](db::Tx& tx) { return okr.key_results.get(tx, as(erik), id); }).confidence, 7);
}

// [OKR-61]
TEST_P(CheckInsTest, OfAKpiBeginWithTheValueItHas) {
  KpiId const kpi{77};
  kpis[kpi] = 85;
  auto objective = wanted("Deliver on the day", engineering, 0, false);
  objective.key_results.push_back(rise("Raise deliveries on the promised day from 80 % to 100 %", 80, 100));
  objective.key_results[0].kpi_id = kpi;
  auto const draft = made(objective);
  EXPECT_EQ(draft.key_results[0].current, std::nullopt) << "a draft has no news";
  write([&](db::Tx& tx) { okr.writing.publish(tx, as(ana), draft.id); });
  EXPECT_EQ(now(draft.id).key_results[0].current, 85);
  EXPECT_THAT(now(draft.id).progress, Optional(DoubleEq(0.25)));

  auto const added = write([&](db::Tx& tx) {
    return okr.key_results.create(tx, as(ana), draft.id, objective.key_results[0], "It was missing.");
  });
  EXPECT_EQ(added.current, 85);

  kpis[KpiId{78}] = 90;
  KeyResultChange change{};
  change.kpi_id = {true, KpiId{78}};
  change.reason = "The other plant counts";
  auto const changed =
      write([&](db::Tx& tx) { return okr.key_results.change(tx, as(ana), added.id, added.version, change); });
  EXPECT_EQ(changed.current, 90);

  change.kpi_id = {true, KpiId{79}};
  EXPECT_EQ(wrong_field([&](db::Tx& tx) { okr.key_results.change(tx, as(ana), added.id, changed.version, change); }),
            "kpi_id");
  objective.key_results[0].kpi_id = KpiId{79};
  EXPECT_EQ(wrong_field([&](db::Tx& tx) { okr.writing.create(tx, as(ana), objective); }), "key_results[0].kpi_id");
}

INSTANTIATE_TEST_SUITE_P(Databases, CheckInsTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
