#include "okr/dashboard/dashboards.hpp"
#include "okr/overview/cycle_graph.hpp"

#include "okr/overview/view_filter.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::DoubleEq;
using ::testing::IsEmpty;
using ::testing::Optional;

class DashboardsTest : public SmallCompany {
 protected:
  Dashboard board(DashboardQuery const& query = {}) {
    return read([&](db::Tx& tx) { return okr.dashboards.get(tx, as(erik), query); });
  }
  Dashboard of(TeamId team) { return board({.cycle = {}, .team = team, .person = {}, .everybody = {}}); }
  Dashboard of(PersonId person) { return board({.cycle = {}, .team = {}, .person = person, .everybody = {}}); }
  Dashboard of_everybody() { return board({.cycle = {}, .team = {}, .person = {}, .everybody = true}); }

  // Of the company, two teams and a person: drafts, what was cancelled, and what is on track, lost, silent and closed.
  void fill() {
    auto const smooth = made("Make it smooth", 3);
    made("Say nothing yet");
    made(wanted("A draft", engineering, 1, false));
    made(wanted("Sell it", sales));
    made(wanted("Lead the market", company));
    auto mine = wanted("Learn to solder", engineering);
    mine.team_id.reset();
    mine.person_id = ben;
    mine.accountable_id = ana;
    auto const own = written(as(ben), mine);
    auto const over = made("Give this up");
    write([&](db::Tx& tx) { okr.objectives.cancel(tx, as(ana), over.id, "Not now"); });
    check_in(smooth.key_results[0].id, value(90, 8));
    check_in(smooth.key_results[1].id, value(1, 1));
    pass_days(8);
    check_in(own.key_results[0].id, value(100, 9));
  }
  std::vector<DashboardQuery> scopes() const {
    return {
        {}, {{}, {}, {}, true}, {{}, engineering, {}, {}}, {{}, sales, {}, {}}, {{}, {}, ben, {}}, {{}, {}, ana, {}}};
  }
  // The filter of the list that lets through what a dashboard counts.
  static ViewFilter filter_of(DashboardQuery const& query) {
    ViewFilter filter{};
    filter.team = query.team;
    filter.person = query.person;
    filter.only_team = query.team.has_value();
    if (!query.team && !query.person && !query.everybody) filter.level = ObjectiveLevel::company;
    return filter;
  }
  std::int64_t objectives_shown(ViewFilter const& filter) {
    auto const graph = read([&](db::Tx& tx) { return cycle_graph(tx, as(ana), quarter); });
    auto const tree = read([&](db::Tx& tx) { return people::team_tree(tx); });
    return std::ranges::count_if(graph.nodes, [&](auto const& node) { return shows(filter, node, tree); });
  }
};

// [OKR-80]
TEST_P(DashboardsTest, CountsWhatIsPublishedAndNothingElse) {
  auto const objective = made("Make it smooth", 2);
  made(wanted("A draft", engineering, 1, false));
  made(wanted("Sell it", sales, 1));
  check_in(objective.key_results[0].id, value(90, 8));
  EXPECT_EQ(board().objectives, 0);
  EXPECT_EQ(of_everybody().objectives, 2);
  EXPECT_EQ(of_everybody().key_results, 3);
  EXPECT_EQ(of_everybody().key_result_statuses.on_track, 1);
  EXPECT_EQ(of(engineering).objectives, 1);
  EXPECT_EQ(of(dora).key_results, 1);
  EXPECT_EQ(board().teams.size(), 2U);
  EXPECT_EQ(board().teams_without_okrs.size(), 0U);
  EXPECT_THAT(of(engineering).progress, Optional(DoubleEq(0.9)));
  EXPECT_EQ(of(engineering).spread.unmeasured, 1);
}

// [OKR-80]
TEST_P(DashboardsTest, SaysTheSameAsTheCards) {
  auto const objective = made("Make it smooth", 2);
  check_in(objective.key_results[0].id, value(5, 2));
  check_in(objective.key_results[1].id, value(90, 8));
  auto const card = now(objective.id);
  auto const figures = of(engineering);
  EXPECT_EQ(figures.expected_progress, card.expected_progress);
  EXPECT_EQ(figures.key_result_statuses.on_track, 1);
  ASSERT_EQ(figures.attention.size(), 1U);
  EXPECT_EQ(figures.attention[0].standing, card.standing);
}

// [OKR-80] [OKR-90]
TEST_P(DashboardsTest, CountsWhatTheFilterLetsThrough) {
  fill();
  for (auto const& query : scopes()) {
    auto const counted = board(query);
    auto const through = [&](std::optional<Status> status) {
      auto filter = filter_of(query);
      filter.state = StateAsked::settled;
      filter.status = status;
      return objectives_shown(filter);
    };
    EXPECT_EQ(counted.objectives, through({}));
    EXPECT_EQ(counted.objective_statuses.on_track, through(Status::on_track));
    EXPECT_EQ(counted.objective_statuses.no_news, through(Status::no_news));
    EXPECT_EQ(counted.objective_statuses.stale, through(Status::stale));
    EXPECT_EQ(counted.objective_statuses.done, through(Status::done));
    auto at_risk = filter_of(query);
    at_risk.at_risk = true;
    EXPECT_EQ(counted.at_risk, objectives_shown(at_risk));
  }
}

// [OKR-90]
TEST_P(DashboardsTest, ListsTheKeyResultsBehindEachFigure) {
  fill();
  for (auto const& query : scopes()) {
    auto const counted = board(query);
    auto const listed = [&](CountedQuery wanted) {
      wanted.team = query.team;
      wanted.person = query.person;
      wanted.everybody = query.everybody;
      auto const page = read([&](db::Tx& tx) { return okr.dashboards.key_results(tx, as(erik), wanted); });
      EXPECT_EQ(page.count, std::ssize(page.items));
      return page.count;
    };
    auto const having = [&](Status status) {
      CountedQuery wanted{};
      wanted.status = status;
      return listed(wanted);
    };
    EXPECT_EQ(listed({}), counted.key_results);
    EXPECT_EQ(having(Status::on_track), counted.key_result_statuses.on_track);
    EXPECT_EQ(having(Status::off_track), counted.key_result_statuses.off_track);
    EXPECT_EQ(having(Status::no_news), counted.key_result_statuses.no_news);
    CountedQuery late{};
    late.late = true;
    EXPECT_EQ(listed(late), counted.late);
    CountedQuery successes{};
    successes.success = true;
    CountedQuery lowest{};
    lowest.tenth = 0;
    if (!query.person) {
      EXPECT_EQ(listed(successes), counted.spread.tally ? counted.spread.tally->successes : 0);
      EXPECT_EQ(listed(lowest), counted.spread.bars[0]);
    }
  }
}

// [OKR-90]
TEST_P(DashboardsTest, ListsArePagedByCursor) {
  auto const objective = made("Make it smooth", 3);
  CountedQuery wanted{};
  wanted.everybody = true;
  wanted.limit = 2;
  auto const page = [&] { return read([&](db::Tx& tx) { return okr.dashboards.key_results(tx, as(erik), wanted); }); };
  auto const first = page();
  EXPECT_EQ(first.count, 3);
  ASSERT_EQ(first.items.size(), 2U);
  EXPECT_EQ(first.items[0].objective_title, "Make it smooth");
  wanted.after = *first.next;
  EXPECT_EQ(page().items.at(0).id, objective.key_results[2].id);
  EXPECT_FALSE(page().next);
}

// [OKR-90]
TEST_P(DashboardsTest, ListsWhatWasSaidInAWeek) {
  auto const objective = made("Make it smooth", 2);
  check_in(objective.key_results[0].id, value(10, 8));
  check_in(objective.key_results[1].id, value(10, 3));
  auto const said = [&](std::int64_t week, bool low, std::int64_t limit = 50) {
    SaidQuery wanted{};
    wanted.everybody = true;
    wanted.week = week;
    wanted.low = low;
    wanted.limit = limit;
    return read([&](db::Tx& tx) { return okr.dashboards.check_ins(tx, as(erik), wanted); });
  };
  EXPECT_EQ(said(7, false).count, 2);
  EXPECT_EQ(said(7, false).items.at(0).confidence, 3);
  EXPECT_EQ(said(7, false).monday, day("2025-11-12"));
  EXPECT_EQ(said(7, false, 1).next, said(7, false).items.at(0).id.text());
  EXPECT_EQ(said(7, true).count, 1);
  EXPECT_EQ(said(7, true).items.at(0).author.name, "Ben");
  EXPECT_EQ(said(6, false).count, 0);
}

// [OKR-83]
TEST_P(DashboardsTest, WhatWasWithdrawnGivesNoConfidence) {
  auto const objective = made("Make it smooth");
  auto const slip = check_in(objective.key_results[0].id, value(10, 1));
  write([&](db::Tx& tx) { okr.check_ins.withdraw(tx, as(ben), slip.id); });
  EXPECT_THAT(board().confidence, IsEmpty());
}

// [OKR-84] [OKR-90]
TEST_P(DashboardsTest, ListsWhoIsInHowManyObjectives) {
  fill();
  auto const bars = board().load_spread;
  for (std::size_t bar = 0; bar < bars.size(); ++bar) {
    LoadedQuery wanted{};
    wanted.objectives = static_cast<std::int64_t>(bar) + 1;
    auto const page = read([&](db::Tx& tx) { return okr.dashboards.people(tx, as(erik), wanted); });
    EXPECT_EQ(page.count, bars[bar]);
    EXPECT_EQ(std::ssize(page.items), bars[bar]);
    wanted.team = engineering;
    auto const named = read([&](db::Tx& tx) { return okr.dashboards.people(tx, as(erik), wanted); });
    EXPECT_EQ(named.count, of(engineering).load_spread[bar]);
  }
}

// [OKR-91]
TEST_P(DashboardsTest, ATeamHasOneProgressWhereverItStands) {
  auto const firmware = write([&](db::Tx& tx) {
    auto const team = people.create_team(tx, {}, {"Firmware", people::TeamKind::team, engineering, ana});
    people.join(tx, {}, team, hugo);
    people.join(tx, {}, team, ben);
    return team;
  });
  check_in(made("Make it smooth").key_results[0].id, value(40, 8));
  check_in(made("Make it last").key_results[0].id, value(20, 8));
  made(wanted("A draft", engineering, 1, false));
  check_in(made(wanted("Boot in a second", firmware, 2)).key_results[0].id, value(80, 8));
  auto mine = wanted("Learn to solder", engineering);
  mine.team_id.reset();
  mine.person_id = ben;
  check_in(written(as(ben), mine).key_results[0].id, value(90, 8));
  made(wanted("Sell it", sales));

  auto const dashboard = of(engineering);
  auto const whole = of_everybody();
  auto const board = read([&](db::Tx& tx) { return okr.boards.team(tx, as(erik), engineering, {}); });
  auto const list = read([&](db::Tx& tx) { return cycle_graph(tx, as(erik), quarter); });
  EXPECT_THAT(dashboard.progress, Optional(DoubleEq(0.3)));
  EXPECT_EQ(dashboard.objectives, 2);
  EXPECT_EQ(board.progress, dashboard.progress);
  EXPECT_EQ(std::ssize(board.objectives), dashboard.objectives);
  auto const line = std::ranges::find(list.team_figures, engineering, &TeamProgress::team_id);
  ASSERT_NE(line, list.team_figures.end());
  EXPECT_EQ(line->progress, dashboard.progress);
  EXPECT_EQ(line->objectives, dashboard.objectives);
  auto const row = std::ranges::find(whole.teams, engineering, [](auto const& one) { return one.team.id; });
  ASSERT_NE(row, whole.teams.end());
  EXPECT_EQ(row->progress, dashboard.progress);
  EXPECT_EQ(row->objectives, dashboard.objectives);
  auto settled = filter_of({{}, engineering, {}, {}});
  settled.state = StateAsked::settled;
  EXPECT_EQ(objectives_shown(settled), 2);
}

// [OKR-91]
TEST_P(DashboardsTest, PeopleAndSubteamsStandBesideTheirTeam) {
  auto const firmware = write([&](db::Tx& tx) {
    auto const team = people.create_team(tx, {}, {"Firmware", people::TeamKind::team, engineering, ana});
    people.join(tx, {}, team, hugo);
    people.join(tx, {}, team, ben);
    return team;
  });
  made("Make it smooth");
  made(wanted("Boot in a second", firmware, 2));
  auto mine = wanted("Learn to solder", engineering);
  mine.team_id.reset();
  mine.person_id = cam;
  write([&](db::Tx& tx) { okr.writing.create(tx, as(cam), mine); });
  made(wanted("Sell it", sales));
  EXPECT_EQ(of(engineering).subteams, 1);
  EXPECT_EQ(of(engineering).objectives, 1);
  ASSERT_EQ(of(engineering).teams.size(), 1U);
  EXPECT_EQ(of(engineering).teams[0].team.id, firmware);
  EXPECT_EQ(of(engineering).teams[0].key_results, 2);
  ASSERT_TRUE(of(engineering).people);
  EXPECT_EQ(of(engineering).people->objectives, 1);
  EXPECT_EQ(of(firmware).subteams, 0);
  EXPECT_FALSE(of(firmware).people);
  ViewFilter with_all_below{};
  with_all_below.team = engineering;
  EXPECT_EQ(objectives_shown(with_all_below), 3);
  EXPECT_EQ(of(engineering).load.size(), 4U);  // Ben once, though he is in both
  EXPECT_EQ(board().teams.size(), 3U);
  EXPECT_EQ(board().people->objectives, 1);
}

// [OKR-91]
TEST_P(DashboardsTest, ATeamWhoseSubteamsHaveOkrsIsNotWithout) {
  auto const firmware = write([&](db::Tx& tx) {
    return people.create_team(tx, {}, {"Firmware", people::TeamKind::team, engineering, ana});
  });
  made(wanted("Boot in a second", firmware));
  auto const without = board().teams_without_okrs;
  ASSERT_EQ(without.size(), 1U);
  EXPECT_EQ(without[0].id, sales);
}

// [OKR-92]
TEST_P(DashboardsTest, SaysHowItWasAWeekAgo) {
  auto const smooth = made("Make it smooth", 2);
  auto const over = made("Give this up");
  check_in(smooth.key_results[0].id, value(20, 8));
  check_in(smooth.key_results[1].id, value(40, 1));
  pass_days(7);
  EXPECT_FALSE(of(sales).since);
  check_in(smooth.key_results[0].id, value(88, 8));
  auto const slip = check_in(smooth.key_results[1].id, value(41, 1));
  write([&](db::Tx& tx) {
    okr.check_ins.withdraw(tx, as(ben), slip.id);
    okr.objectives.cancel(tx, as(ana), over.id, "Not now");
  });
  made("Begin something");
  auto const figures = of(engineering);
  ASSERT_TRUE(figures.since);
  EXPECT_EQ(figures.since->day, day("2025-11-17"));
  EXPECT_EQ(figures.since->objectives, (Move{2, 0}));
  EXPECT_DOUBLE_EQ(figures.since->progress->before, 0.3);  // the other one was never measured
  EXPECT_DOUBLE_EQ(figures.since->progress->by, 0.34);
  EXPECT_EQ(figures.since->success_percent, (Move{0, 50}));
  EXPECT_EQ(figures.since->at_risk, (Move{1, 0}));
  EXPECT_EQ(of_everybody().since->objectives, (Move{2, 0}));
  EXPECT_FALSE(of(ana).since->success_percent);
}

// [OKR-92]
TEST_P(DashboardsTest, AKpiAndANoteOnItWereWhatTheyWere) {
  kpis[KpiId{5}] = 10;
  auto wants = wanted("Make it smooth", engineering);
  wants.key_results[0].kpi_id = KpiId{5};
  auto const key_result = made(wants).key_results.at(0).id;
  NewCheckIn note{};
  note.confidence = 2;
  pass_days(1);
  check_in(key_result, note);
  pass_days(7);
  write([&](db::Tx& tx) { okr.check_ins.follow(tx, KpiId{5}, 60, ana); });
  auto const since = of(engineering).since;
  ASSERT_TRUE(since);
  EXPECT_DOUBLE_EQ(since->progress->before, 0.1);
  EXPECT_DOUBLE_EQ(since->progress->by, 0.5);
  EXPECT_EQ(since->at_risk, (Move{1, 0}));
}

// [OKR-82]
TEST_P(DashboardsTest, AttentionGoesToWhatIsWorst) {
  auto const silent = made("Say nothing");
  auto const lost = made("Fall behind");
  check_in(lost.key_results[0].id, value(1, 1));
  auto const all = of(engineering).attention;
  ASSERT_GE(all.size(), 1U);
  EXPECT_EQ(all[0].id, lost.id);
}

// [OKR-83]
TEST_P(DashboardsTest, ConfidenceIsTheMeanOfEachWeek) {
  auto const objective = made("Make it smooth", 2);
  check_in(objective.key_results[0].id, value(10, 8));
  check_in(objective.key_results[1].id, value(10, 3));
  pass_days(7);
  check_in(objective.key_results[0].id, value(20, 6));
  auto const weeks = of(engineering).confidence;
  ASSERT_EQ(weeks.size(), 2U);
  EXPECT_EQ(weeks[0].week, 7);
  EXPECT_DOUBLE_EQ(weeks[0].average, 5.5);
  EXPECT_EQ(weeks[0].low, 1);
  EXPECT_DOUBLE_EQ(weeks[1].average, 6);
}

// [OKR-84]
TEST_P(DashboardsTest, LoadCountsEachObjectiveOnceAndNamesPeopleByName) {
  auto first = wanted("Make it smooth", engineering);
  first.contributor_ids = {cam};
  first.key_results[0].owner_id = cam;
  made(first);
  made("Make it last");
  auto const load = of(engineering).load;
  ASSERT_EQ(load.size(), 3U);
  EXPECT_EQ(load[0].person.name, "Ana");
  EXPECT_EQ(load[0].objectives, 2);
  EXPECT_EQ(load[1].objectives, 0);
  EXPECT_EQ(load[2].objectives, 1);
  EXPECT_EQ(board().load_spread[0], 1);
  EXPECT_EQ(board().load_spread[1], 1);
  EXPECT_THAT(board().load, IsEmpty());
}

// [OKR-85]
TEST_P(DashboardsTest, APersonHasNoGrades) {
  auto const objective = made("Make it smooth");
  check_in(objective.key_results[0].id, value(90, 8));
  EXPECT_FALSE(of(ana).spread.tally.has_value());
  EXPECT_TRUE(of(engineering).spread.tally.has_value());
}

TEST_P(DashboardsTest, RefusesWhatIsNotThere) {
  EXPECT_EQ(refusal([&](db::Tx&) { of(TeamId{77}); }), "not_found");
  EXPECT_EQ(refusal([&](db::Tx&) { of(PersonId{77}); }), "not_found");
  EXPECT_EQ(wrong_field([&](db::Tx&) { board({{}, sales, {}, true}); }), "everybody");
  EXPECT_EQ(wrong_field([&](db::Tx&) { board({.cycle = {}, .team = sales, .person = ana, .everybody = {}}); }),
            "person");
}

INSTANTIATE_TEST_SUITE_P(Databases, DashboardsTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
