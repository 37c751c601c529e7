#include "okr/home/my_week.hpp"
#include "okr/overview/cycle_graph.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class CyclesTest : public SmallCompany {
 protected:
  NewCycle month(std::string_view from, std::string_view to) const {
    NewCycle cycle{};
    cycle.name = "A month";
    cycle.kind = CycleKind::custom;
    cycle.parent_id = quarter;
    cycle.starts_on = day(from);
    cycle.ends_on = day(to);
    return cycle;
  }
  std::string field_refused(NewCycle const& cycle) {
    return wrong_field([&](db::Tx& tx) { okr.cycles.create(tx, hr(), cycle); });
  }
  Cycle move(db::Tx& tx, Phase phase) {
    CycleChange change{};
    change.phase = phase;
    change.without_retros = true;
    return okr.cycles.change(tx, hr(), quarter, okr.cycles.get(tx, hr(), quarter).version, change);
  }
  Cycle move(Phase phase) {
    return write([&](db::Tx& tx) { return move(tx, phase); });
  }
};

// [OKR-40]
TEST_P(CyclesTest, EndAfterTheyStartAndLieWithinTheirParent) {
  EXPECT_EQ(field_refused(month("2025-11-01", "2025-11-01")), "ends_on");
  EXPECT_EQ(field_refused(month("2025-11-02", "2025-11-01")), "ends_on");
  EXPECT_EQ(field_refused(month("2025-09-30", "2025-11-01")), "parent_id");
  EXPECT_EQ(field_refused(month("2025-12-01", "2026-01-01")), "parent_id");
  EXPECT_EQ(field_refused(month("2025-11-01", "2025-11-30")), "");
  EXPECT_EQ(field_refused(month("2025-12-01", "2025-12-31")), "name_taken");
}

// [OKR-40]
TEST_P(CyclesTest, AreWeeklyUnlessAnotherCadenceIsSet) {
  auto cycle = month("2025-11-01", "2025-11-30");
  auto const made = [&] { return write([&](db::Tx& tx) { return okr.cycles.create(tx, hr(), cycle); }).cadence; };
  EXPECT_EQ(made(), Cadence::weekly);
  cycle.name = "Another month";
  cycle.cadence = Cadence::monthly;
  EXPECT_EQ(made(), Cadence::monthly);
}

// [OKR-41]
TEST_P(CyclesTest, GoThroughTheirPhasesOneAfterTheOther) {
  EXPECT_EQ(refusal([&](db::Tx& tx) { move(tx, Phase::closed); }), "phase_out_of_order");
  EXPECT_EQ(move(Phase::closing).phase, Phase::closing);
  EXPECT_EQ(move(Phase::active).phase, Phase::active);
  move(Phase::closing);
  EXPECT_EQ(move(Phase::closed).phase, Phase::closed);
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.writing.create(tx, as(ana), wanted("Too late", engineering)); }),
            "cycle_closed");
}

// [OKR-41]
TEST_P(CyclesTest, StayOpenUntilNothingInThemIs) {
  auto const open = made("Make the start-up of plants boring");
  move(Phase::closing);
  try {
    move(Phase::closed);
    FAIL() << "a cycle with an open objective was closed";
  } catch (base::Problem const& problem) {
    EXPECT_THAT(problem.detail, HasSubstr("1 objectives of this cycle are still open"));
  }
  auto const summary = read([&](db::Tx& tx) { return okr.cycles.summary(tx, as(ben), quarter); });
  EXPECT_EQ(summary.objectives, 1);
  EXPECT_EQ(summary.open, 1);
  ASSERT_EQ(summary.teams_without_okrs.size(), 1U);
  EXPECT_EQ(summary.teams_without_okrs[0].name, "Sales");
  auto const still_open = read([&](db::Tx& tx) { return okr.cycles.summary(tx, hr(), quarter); }).still_open;
  ASSERT_EQ(still_open.size(), 1U);
  EXPECT_EQ(still_open[0].accountable.name, "Ana");
  write([&](db::Tx& tx) { okr.objectives.cancel(tx, as(ana), open.id, "The plant was sold."); });
  auto const draft = made(wanted("Not yet", sales, 1, false));
  auto const drafts = [&](PersonId reader) {
    return read([&](db::Tx& tx) { return okr.cycles.summary(tx, as(reader), quarter); }).drafts;
  };
  EXPECT_EQ(drafts(erik), 1);
  EXPECT_EQ(drafts(ben), 0);
  EXPECT_EQ(move(Phase::closed).phase, Phase::closed);
  EXPECT_EQ(now(draft.id, as(dora)).state, State::draft);
}

TEST_P(CyclesTest, TwoWhoChangeTheSameCycleDoNotOverwriteEachOther) {
  CycleChange change{};
  change.name = "Fourth quarter";
  auto const once = [&](db::Tx& tx) { okr.cycles.change(tx, hr(), quarter, 1, change); };
  EXPECT_EQ(refusal(once), "");
  EXPECT_EQ(refusal(once), "version_conflict");
}

// [OKR-89]
TEST_P(CyclesTest, ClosingWithoutARetroHasToBeSaid) {
  auto const objective = made("Make it smooth");
  auto const closing = [&](Phase phase, bool without_retros) {
    return refusal([&](db::Tx& tx) {
      CycleChange change{};
      change.phase = phase;
      change.without_retros = without_retros;
      okr.cycles.change(tx, hr(), quarter, okr.cycles.get(tx, hr(), quarter).version, change);
    });
  };
  EXPECT_EQ(closing(Phase::closing, false), "");
  EXPECT_EQ(closing(Phase::closed, true), "objectives_open");
  write([&](db::Tx& tx) { okr.objectives.cancel(tx, as(ana), objective.id, "Gone."); });
  EXPECT_EQ(closing(Phase::closed, false), "retros_missing");
  EXPECT_EQ(closing(Phase::closed, true), "");
}

INSTANTIATE_TEST_SUITE_P(Databases, CyclesTest, testing::on_both_databases, testing::name_of);

// Nobody has made anything yet.
class EmptyOrganisationTest : public testing::OnBothDatabases {
 protected:
  events::Events events;
  Okr okr{events, no_kpi};
  policy::Viewer const viewer{PersonId{1}, {policy::Role::employee}, {policy::Scope::read}};
};

TEST_P(EmptyOrganisationTest, SaysWhatIsMissing) {
  db->read([&](db::Tx& tx) {
    EXPECT_TRUE(okr.cycles.list(tx, viewer).items.empty());
    EXPECT_TRUE(okr.objectives.list(tx, viewer, {}).items.empty());
    EXPECT_THROW(my_week(tx, viewer, okr.cycles, {}), base::Problem);
    EXPECT_THROW(okr.boards.team(tx, viewer, TeamId{1}, {}), base::Problem);
    EXPECT_THROW(okr.cycles.summary(tx, viewer, CycleId{1}), base::Problem);
    EXPECT_THROW(cycle_graph(tx, viewer, CycleId{1}), base::Problem);
    EXPECT_THROW(okr.pages.get(tx, viewer, ObjectiveId{1}), base::Problem);
  });
}

INSTANTIATE_TEST_SUITE_P(Databases, EmptyOrganisationTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
