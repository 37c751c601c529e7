#include "core/rest/router.hpp"
#include "kpi/kpi.hpp"
#include "notify/notify.hpp"
#include "notify/table_of_news.hpp"
#include "okr/happened.hpp"
#include "okr/holdings.hpp"
#include "okr/publication.hpp"
#include "okr/testing/small_company.hpp"

// Plays each line of the table of news and looks who was told.
namespace waymark::notify {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAreArray;

struct Told {
  PersonId person;
  NoticeKind kind;
  NoticePage page;

  bool operator==(Told const&) const = default;
};
void PrintTo(Told const& told, std::ostream* out) {
  *out << told.person.text() << ' ' << json::name_of(told.kind) << " on " << json::name_of(told.page);
}

class EachLineTest : public okr::SmallCompany, public rest::Authenticator {
 protected:
  std::optional<Caller> caller_of(http::Request const&) override { return Caller{as(ana), false}; }

  // What is new to anybody.
  std::vector<Told> news() {
    return read([&](db::Tx& tx) {
      std::vector<Told> all;
      NoticeFilter const unread{.unread = true, .after = {}, .limit = {}};
      for (auto const person : {iris, ana, dora, ben, cam, erik, hugo}) {
        for (auto const& notice : store::page(tx, person, unread, 100))
          all.push_back({person, notice.kind, notice.page});
      }
      return all;
    });
  }
  // What was needed for a line is no news; what comes from here on is.
  void quiet() {
    jobs.run_due();
    write([&](db::Tx& tx) {
      for (auto const person : {iris, ana, dora, ben, cam, erik, hugo}) store::set_all_read(tx, person, tx.now());
    });
  }
  void told(std::vector<Told> const& wanted) {
    jobs.run_due();
    EXPECT_THAT(news(), UnorderedElementsAreArray(wanted));
    told_ = wanted;
  }
  void gone() {
    jobs.run_due();
    for (auto const& notice : told_) EXPECT_THAT(news(), Not(Contains(notice)));
    gone_ = true;
  }

  okr::Objective ours() { return made("Make it smooth", 2); }
  okr::Objective draft() { return made(wanted("Still secret", engineering, 1, false)); }
  okr::Objective theirs() { return made(wanted("Sell pilots", sales)); }
  okr::Objective company_wide() { return made(wanted("Be trusted", company)); }

  okr::Objective supporting(ObjectiveId parent) {
    auto wanted = this->wanted("Make it smooth", engineering);
    wanted.parent_id = parent;
    return made(wanted);
  }
  void retitle(okr::Objective const& objective, std::string const& title) {
    okr::ObjectiveChange change{};
    change.title = title;
    change.reason = "Nobody understood it";
    write([&](db::Tx& tx) { okr.objectives.change(tx, director(), objective.id, now(objective.id).version, change); });
  }

  okr::BlockerId blocker(okr::Objective const& objective) {
    return write([&](db::Tx& tx) {
             return okr.blockers.raise(
                 tx, as(ben), objective.id,
                 {.key_result_id = objective.key_results[0].id, .text = "No bench", .owner_id = cam});
           })
        .id;
  }
  void solve(okr::BlockerId id) {
    write([&](db::Tx& tx) { okr.blockers.resolve(tx, as(cam), id, "It came"); });
  }
  okr::CommentId say(okr::Objective const& objective) {
    return write([&](db::Tx& tx) {
             return okr.comments.create(tx, as(ben), objective.id,
                                        {.text = "Look", .check_in_id = {}, .mention_ids = {cam}});
           })
        .id;
  }
  okr::DependencyId question() {
    auto const needs = theirs();
    auto const gives = ours();
    return write([&](db::Tx& tx) {
             return okr.alignment.ask(tx, as(erik), needs.id,
                                      {.provider_id = gives.id, .need = "A demo", .due_on = {}});
           })
        .id;
  }
  void answer(okr::DependencyId id) {
    write([&](db::Tx& tx) {
      okr.alignment.answer(tx, as(ana), id, {.state = okr::DependencyState::confirmed, .answer = {}});
    });
  }
  // A wish of somebody whom our objective does not concern.
  okr::LinkId link(PersonId by) {
    auto const child = ours().id;
    auto const parent = theirs().id;
    return write([&](db::Tx& tx) {
             return okr.alignment.create(tx, as(by), child,
                                         {.parent_id = parent, .parent_key_result_id = {}, .primary = {}});
           })
        .id;
  }
  okr::CycleId cycle(std::string const& name) {
    okr::NewCycle wanted{};
    wanted.name = name;
    wanted.kind = okr::CycleKind::quarter;
    wanted.starts_on = day("2026-04-01");
    wanted.ends_on = day("2026-06-30");
    return write([&](db::Tx& tx) { return okr.cycles.create(tx, hr(), wanted); }).id;
  }
  void set_phase(okr::CycleId id, okr::Phase phase) {
    write([&](db::Tx& tx) {
      okr::CycleChange change{};
      change.phase = phase;
      change.without_retros = true;
      okr.cycles.change(tx, hr(), id, okr.cycles.get(tx, hr(), id).version, change);
    });
  }
  okr::CycleId active_cycle(std::string const& name) {
    auto const id = cycle(name);
    set_phase(id, okr::Phase::active);
    return id;
  }
  void close(okr::Objective const& objective) {
    for (auto const& key_result : objective.key_results) check_in(key_result.id, value(100));
    write([&](db::Tx& tx) {
      okr::NewClosure closure{};
      closure.grade = okr.closing.suggest(tx, as(ana), objective.id).suggested_grade.value_or(0);
      closure.execution = okr::Execution::good;
      closure.could_stretch = "No";
      okr.closing.close(tx, as(ana), objective.id, closure);
    });
  }
  void write_retro(okr::CycleId cycle) {
    write([&](db::Tx& tx) {
      okr.retros.add(tx, as(ben), engineering, cycle, {.part = okr::RetroPart::learn, .text = "Earlier"});
    });
  }
  kpi::KpiId kpi() {
    kpi::NewKpi wanted{};
    wanted.name = "Complaints";
    wanted.better = kpi::Better::lower;
    wanted.high = 10;
    wanted.team_id = engineering;
    wanted.owner_id = ben;
    return write([&](db::Tx& tx) { return measures.create(tx, as(ana), wanted); });
  }
  void enter(kpi::KpiId id, double value) {
    write([&](db::Tx& tx) { measures.enter(tx, as(ana), id, {.value = value, .day = {}, .note = {}}); });
  }
  void decide(okr::Objective const& objective, okr::Decision decision) {
    write([&](db::Tx& tx) {
      okr.midcycles.decide(tx, as(ana), objective.id, {.decision = decision, .reason = "It was the wrong one"});
    });
  }

  // What was played is what the line says.
  void expect_as(LineOfNews const& line) {
    EXPECT_EQ(told_.empty(), line.told.starts_with("nobody"));
    EXPECT_EQ(gone_, line.goes_with != "–");
  }
  void TearDown() override {
    if (played.empty()) return;
    auto const lines = table_of_news();
    auto const line = std::ranges::find(lines, played, &LineOfNews::kind);
    ASSERT_NE(line, lines.end()) << played << " is no line";
    expect_as(*line);
  }

  template <class F>
  void act(F&& work) {
    write([&](db::Tx& tx) { work(tx); });
  }

  using Plays = std::map<std::string_view, std::function<void()>>;
  void add_talk(Plays& plays);
  void add_objectives(Plays& plays);
  void add_links(Plays& plays);
  void add_people(Plays& plays);
  void add_cycles(Plays& plays);
  okr::KeyResultId late_for(int days);

  jobs::Jobs jobs{*db};
  Notify notify{events, jobs, [](db::Tx&, PersonId, base::Day) { return false; }, [](db::Tx&) { return 7; }};
  kpi::Kpis measures{events};
  std::string_view played;  // the line of a test that plays one
  std::vector<Told> told_;
  bool gone_{false};
};

void EachLineTest::add_talk(Plays& plays) {
  using enum NoticeKind;
  plays["comment.made"] = [this] {
    auto const objective = ours();
    quiet();
    auto const id = write([&](db::Tx& tx) {
                      return okr.comments.create(
                          tx, as(ben), objective.id,
                          {.text = "Well done", .check_in_id = {}, .mention_ids = {cam}, .thanked_id = erik});
                    }).id;
    told({{cam, mention, NoticePage::comment},
          {erik, thanked, NoticePage::comment},
          {ana, NoticeKind::comment, NoticePage::comment}});
    act([&](db::Tx& tx) { okr.comments.remove(tx, as(ben), id); });
    gone();
  };
  plays["comment.removed"] = [this] {
    auto const id = say(ours());
    quiet();
    act([&](db::Tx& tx) { okr.comments.remove(tx, as(ben), id); });
    told({});
  };
  plays["blocker.raised"] = [this] {
    auto const objective = ours();
    quiet();
    auto const id = blocker(objective);
    told({{cam, blocker_raised, NoticePage::objective}});
    solve(id);
    gone();
  };
  plays["blocker.handed_over"] = [this] {
    auto const id = blocker(ours());
    quiet();
    act([&](db::Tx& tx) { okr.blockers.hand_over(tx, as(cam), id, erik); });
    told({{erik, blocker_raised, NoticePage::objective}});
    act([&](db::Tx& tx) { okr.blockers.resolve(tx, as(erik), id, "It came"); });
    gone();
  };
  plays["blocker.resolved"] = [this] {
    auto const id = blocker(ours());
    quiet();
    solve(id);
    told({{ben, blocker_resolved, NoticePage::objective}});
  };
  plays["dependency.asked"] = [this] {
    quiet();
    auto const id = question();
    told({{ana, dependency_asked, NoticePage::objective}});
    answer(id);
    gone();
  };
  plays["dependency.answered"] = [this] {
    auto const id = question();
    quiet();
    answer(id);
    told({{erik, dependency_answered, NoticePage::objective}, {dora, dependency_answered, NoticePage::objective}});
  };
  plays["dependency.withdrawn"] = [this] {
    auto const id = question();
    quiet();
    act([&](db::Tx& tx) { okr.alignment.withdraw(tx, as(erik), id); });
    told({});
  };
  plays["check_in.made"] = [this] {
    auto const objective = ours();
    quiet();
    check_in(objective.key_results[0].id, value(10, 2));
    told({{ana, low_confidence, NoticePage::objective}});
    check_in(objective.key_results[0].id, value(12, 6));
    gone();
  };
  plays["check_in.acknowledged"] = [this] {
    auto const objective = ours();
    quiet();
    for (auto const& key_result : objective.key_results) {
      auto const done = check_in(key_result.id, value(10));
      act([&](db::Tx& tx) { okr.check_ins.acknowledge(tx, as(ana), done.id); });
      act([&](db::Tx& tx) { okr.check_ins.acknowledge(tx, as(ana), done.id); });
    }
    told({{ben, acknowledged, NoticePage::objective}});
    EXPECT_EQ(read([&](db::Tx& tx) { return store::page(tx, ben, {}, 1); })[0].amount, 2);
  };
}

void EachLineTest::add_objectives(Plays& plays) {
  using enum NoticeKind;
  auto const everybody = [this](NoticeKind kind) {
    std::vector<Told> all;
    for (auto const person : {ana, dora, ben, cam, erik, hugo}) all.push_back({person, kind, NoticePage::objective});
    return all;
  };
  auto const cancel = [this](okr::Objective const& objective) {
    act([&](db::Tx& tx) { okr.objectives.cancel(tx, director(), objective.id, "The market turned"); });
  };
  plays["objective.published"] = [=, this] {
    quiet();
    auto const objective = company_wide();
    told({});  // not before it can no longer be taken back unseen
    clock.set(clock.now() + okr::untold_ms);
    told(everybody(company_published));
    cancel(objective);
    gone();
  };
  plays["objective.taken_back"] = [=, this] {
    quiet();
    auto const objective = company_wide();
    clock.set(clock.now() + okr::untold_ms);
    told(everybody(company_published));
    act([&](db::Tx& tx) { okr.objectives.take_back(tx, director(), objective.id); });
    told({});
  };
  plays["objective.cancelled"] = [=, this] {
    auto const objective = company_wide();
    supporting(objective.id);
    quiet();
    cancel(objective);
    auto wanted = everybody(company_cancelled);
    wanted.front().kind = parent_cancelled;  // of Ana, whose objective supports it, and nothing else
    told(wanted);
    act([&](db::Tx& tx) { okr.closing.reopen(tx, director(), objective.id, "The market turned back"); });
    gone();
  };
  plays["objective.reopened"] = [=, this] {
    auto const objective = company_wide();
    cancel(objective);
    quiet();
    act([&](db::Tx& tx) { okr.closing.reopen(tx, director(), objective.id, "The market turned back"); });
    told({});
  };
  plays["objective.retitled"] = [this] {
    auto const objective = company_wide();
    auto const below = supporting(objective.id);
    clock.set(clock.now() + okr::untold_ms);
    quiet();
    retitle(objective, "Be trusted by all");
    told({});  // within the hour its words settle
    clock.set(clock.now() + 3'600'000);
    quiet();  // it may be another day by now
    retitle(objective, "Be trusted by inspectors");
    told({{ana, parent_retitled, NoticePage::objective}});
    close(below);
    gone();
  };
  plays["objective.imported"] = [this] {
    auto const first = ours();
    auto const second = ours();
    quiet();
    act([&](db::Tx& tx) {
      for (auto const id : {first.id, second.id})
        events.announce(tx, waymark::okr::happened.objective_imported, id, {.actor_id = hugo});
    });
    told({{ana, imported, NoticePage::okrs}});
    EXPECT_EQ(read([&](db::Tx& tx) { return store::page(tx, ana, {}, 1); })[0].amount, 2);
  };
  plays["objective.changed"] = [this] {
    auto const objective = ours();
    quiet();
    retitle(objective, "Make it smoother");
    told({});
  };
  plays["key_result.changed"] = [this] {
    auto const objective = ours();
    quiet();
    act([&](db::Tx& tx) {
      auto const& key_result = objective.key_results[0];
      okr::KeyResultChange change{};
      change.title = "Raise it further";
      okr.key_results.change(tx, as(ana), key_result.id, key_result.version, change);
    });
    told({});
  };
  plays["objective.closed"] = [this] {
    auto const objective = ours();
    quiet();
    close(objective);
    told({});
  };
  plays["objective.reviewed"] = [this] {
    auto const objective = ours();
    quiet();
    decide(objective, okr::Decision::keep);
    told({});
  };
  auto const hand_over = [this](okr::Objective const& objective, policy::Viewer const& by, PersonId to) {
    act([&](db::Tx& tx) {
      okr::ObjectiveChange change{};
      change.accountable_id = to;
      change.reason = "Cam knows it best";
      okr.objectives.change(tx, by, objective.id, now(objective.id).version, change);
    });
  };
  auto const hand_over_part = [this](okr::Objective const& objective, PersonId to) {
    act([&](db::Tx& tx) {
      okr::KeyResultChange change{};
      change.owner_id = {true, to};
      change.reason = "Cam measures it";
      auto const part = now(objective.id).key_results[0];
      okr.key_results.change(tx, as(ana), part.id, part.version, change);
    });
  };
  plays["objective.handed_over"] = [=, this] {
    auto const objective = ours();
    quiet();
    hand_over(objective, as(ana), cam);
    told({{cam, handed_over, NoticePage::objective}});
    hand_over(objective, as(ana), ben);
    gone();
  };
  plays["objective.taken_over"] = [=, this] {
    auto const objective = ours();
    hand_over(objective, as(ana), cam);
    quiet();
    hand_over(objective, as(ana), ben);
    told({{ben, handed_over, NoticePage::objective}, {cam, taken_over, NoticePage::objective}});
    hand_over(objective, as(ana), cam);
    gone();
  };
  plays["key_result.handed_over"] = [=, this] {
    auto const objective = ours();
    quiet();
    hand_over_part(objective, cam);
    told({{cam, handed_over, NoticePage::objective}});
    hand_over_part(objective, ben);
    gone();
  };
  plays["key_result.taken_over"] = [=, this] {
    auto const objective = ours();
    hand_over_part(objective, cam);
    quiet();
    hand_over_part(objective, ben);
    told({{ben, handed_over, NoticePage::objective}, {cam, taken_over, NoticePage::objective}});
  };
  plays["key_result.dropped"] = [this] {
    auto const objective = ours();
    quiet();
    act([&](db::Tx& tx) { okr.key_results.drop(tx, as(ana), objective.key_results[0].id, "Not ours"); });
    told({});
  };
}

void EachLineTest::add_links(Plays& plays) {
  using enum NoticeKind;
  plays["link.made"] = [this] {
    quiet();
    link(ana);
    told({});
  };
  plays["link.proposed"] = [this] {
    quiet();
    auto const id = link(hugo);
    told({{ana, link_proposed, NoticePage::objective}, {dora, link_proposed, NoticePage::objective}});
    act([&](db::Tx& tx) { okr.alignment.remove(tx, as(hugo), id); });
    gone();
  };
  plays["link.accepted"] = [this] {
    auto const id = link(hugo);
    quiet();
    act([&](db::Tx& tx) { okr.alignment.accept(tx, as(ana), id); });
    told({{hugo, link_accepted, NoticePage::objective}});
  };
  plays["link.removed"] = [this] {
    auto const id = link(hugo);
    quiet();
    act([&](db::Tx& tx) { okr.alignment.remove(tx, as(dora), id); });
    told({});
  };
}

void EachLineTest::add_people(Plays& plays) {
  using enum NoticeKind;
  plays["person.left"] = [this] {
    auto wanted = this->wanted("Make it smooth", engineering);
    wanted.accountable_id = cam;
    made(wanted);
    quiet();
    act([&](db::Tx& tx) { people.depart(tx, hugo, cam); });
    told({{ana, left_behind, NoticePage::person}});
    act([&](db::Tx& tx) {
      okr::NewHandover all{};
      all.successor_id = ben;
      okr::hand_over(tx, events, hr(), cam, all);
    });
    gone();
  };
  plays["person.changed"] = [this] {
    quiet();
    act([&](db::Tx& tx) { people.set_manager(tx, hugo, erik, hugo); });
    told({});
  };
}

void EachLineTest::add_cycles(Plays& plays) {
  using enum NoticeKind;
  plays["cycle.created"] = [this] {
    quiet();
    auto const id = cycle("Spring");
    told({{iris, cycle_created, NoticePage::cycle},
          {ana, cycle_created, NoticePage::cycle},
          {dora, cycle_created, NoticePage::cycle}});
    set_phase(id, okr::Phase::active);
    set_phase(id, okr::Phase::closing);
    gone();
  };
  plays["cycle.closing_begun"] = [this] {
    auto const id = active_cycle("Summer");
    auto wanted = this->wanted("Make it smooth", engineering);
    wanted.cycle_id = id;
    auto const objective = made(wanted);
    quiet();
    set_phase(id, okr::Phase::closing);
    told({{ana, closing_begun, NoticePage::cycle}, {ana, retro_due, NoticePage::retro}});
    close(objective);
    write_retro(id);
    gone();
  };
  plays["cycle.closed"] = [this] {
    auto const id = active_cycle("Autumn");
    set_phase(id, okr::Phase::closing);
    quiet();
    set_phase(id, okr::Phase::closed);
    told({});
  };
  plays["retro.changed"] = [this] {
    quiet();
    write_retro(quarter);
    told({});
  };
  auto const hand_over = [this](kpi::KpiId id, PersonId by, PersonId to, std::int64_t version) {
    act([&](db::Tx& tx) {
      kpi::KpiChange change{};
      change.owner_id = to;
      measures.change(tx, as(by), id, change, version);
    });
  };
  plays["kpi.handed_over"] = [=, this] {
    auto const id = kpi();
    quiet();
    hand_over(id, ben, cam, 1);
    told({{cam, handed_over, NoticePage::kpi}});
    hand_over(id, ben, ana, 2);
    gone();
  };
  plays["kpi.taken_over"] = [=, this] {
    auto const id = kpi();
    quiet();
    hand_over(id, ana, cam, 1);
    told({{cam, handed_over, NoticePage::kpi}, {ben, taken_over, NoticePage::kpi}});
    hand_over(id, ana, ben, 2);
    gone();
  };
  plays["kpi.out_of_range"] = [this] {
    auto const id = kpi();
    quiet();
    enter(id, 12);
    told({{ben, kpi_out_of_range, NoticePage::kpi}});
    enter(id, 9);
    gone();
  };
  plays["kpi.back_in_range"] = [this] {
    auto const id = kpi();
    enter(id, 12);
    quiet();
    enter(id, 9);
    told({});
  };
}

// Each day has a company of its own, in which nothing else waits.
okr::KeyResultId EachLineTest::late_for(int days) {
  auto wanted = this->wanted("Make it smooth", engineering);
  wanted.key_results[0].owner_id = ben;
  auto const objective = made(wanted);
  quiet();
  pass_days(days);
  notify.remind(*db);
  notify.remind(*db);
  return objective.key_results[0].id;
}

// [NOT-9] [NOT-12]
TEST_P(EachLineTest, TellsTheDayBeforeACheckInUntilItIsMade) {
  played = "day.check_in_due";
  auto const key_result = late_for(7);
  told({{ben, NoticeKind::check_in_due, NoticePage::check_in}});
  check_in(key_result, value(10));
  gone();
}

// [NOT-9] [NOT-12]
TEST_P(EachLineTest, TellsTheDayAfterIt) {
  played = "day.check_in_late";
  auto const key_result = late_for(8);
  told({{ben, NoticeKind::check_in_late, NoticePage::check_in}});
  check_in(key_result, value(10));
  gone();
}

// [NOT-10] [NOT-12]
TEST_P(EachLineTest, TellsTheManagerAfterAWeek) {
  played = "day.handed_up";
  auto const key_result = late_for(14);
  told({{ben, NoticeKind::check_in_late, NoticePage::check_in}, {ana, NoticeKind::handed_up, NoticePage::objective}});
  check_in(key_result, value(10));
  gone();
}

// [NOT-28] [NOT-12]
TEST_P(EachLineTest, TellsWhoIsRemindedBySomebody) {
  played = "day.reminded";
  auto const key_result = late_for(8);
  quiet();
  rest::Router router{*db, *this};
  router.add(notify.routes());
  http::Request request;
  request.method = http::Method::post;
  request.target = request.path = "/api/v1/cycles/" + quarter.text() + "/reminders";
  request.body = R"({"person_ids": []})";
  request.headers = {{"content-type", "application/json"}};
  EXPECT_EQ(router.answer(request).status, 200);
  EXPECT_EQ(router.answer(request).status, 200);
  told({{ben, NoticeKind::reminded, NoticePage::check_in}});
  check_in(key_result, value(10));
  gone();
}

// [NOT-22]
TEST_P(EachLineTest, AsksForTheLookInTheMiddle) {
  played = "day.midcycle";
  auto const objective = ours();
  clock.set(day("2025-11-20").start_ms());
  quiet();
  act([&](db::Tx& tx) {
    okr::CycleChange change{};
    change.midcycle_on = day("2025-11-19");
    okr.cycles.change(tx, hr(), quarter, okr.cycles.get(tx, hr(), quarter).version, change);
  });
  notify.ask_for_looks(*db);
  notify.ask_for_looks(*db);
  told({{ana, NoticeKind::midcycle, NoticePage::cycle}});
  decide(objective, okr::Decision::keep);
  gone();
}

// [NOT-4] [NOT-5] [NOT-6] [NOT-7] [NOT-12] [NOT-17] [NOT-18] [NOT-19] [NOT-20] [NOT-21] [NOT-22] [NOT-23]
// [NOT-24] [NOT-26] [NOT-27]
TEST_P(EachLineTest, TellsWhomTheTableNames) {
  Plays plays;
  add_talk(plays);
  add_objectives(plays);
  add_links(plays);
  add_cycles(plays);
  add_people(plays);
  for (auto const& line : table_of_news()) {
    if (!line.hear && line.leads_to == "–") continue;  // nobody hears it, so nobody can be told
    if (line.kind.starts_with("day.")) continue;       // each is a test of its own
    SCOPED_TRACE(line.kind);
    auto const play = plays.extract(line.kind);
    ASSERT_FALSE(play.empty()) << "the line has no play";
    told_.clear();
    gone_ = false;
    EXPECT_NO_THROW(play.mapped()());
    expect_as(line);
  }
  EXPECT_THAT(plays, IsEmpty());
}

// So that a day that joins the table gets its test.
TEST(TheDaysOfTheTable, AreFive) {
  EXPECT_EQ(std::ranges::count_if(table_of_news(), [](auto const& line) { return line.kind.starts_with("day."); }), 5);
}

INSTANTIATE_TEST_SUITE_P(Databases, EachLineTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::notify
