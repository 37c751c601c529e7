#pragma once

#include "core/rest/router.hpp"
#include "kpi/kpi.hpp"
#include "notify/heard/table_of_news.hpp"
#include "notify/notify.hpp"
#include "okr/cycle/publication.hpp"
#include "okr/holding/holdings.hpp"
#include "okr/rules/happened.hpp"
#include "okr/testing/small_company.hpp"
#include "people/happened.hpp"

// Plays the lines of the table of news through the product and looks who was told.
namespace waymark::notify {

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
inline void PrintTo(Told const& told, std::ostream* out) {
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
  void add_own_account(Plays& plays);
  void add_cycles(Plays& plays);
  okr::KeyResultId late_for(int days);

  jobs::Jobs jobs{*db};
  Notify notify{events, jobs, [](db::Tx&, PersonId, base::Day) { return false; }, [](db::Tx&) { return 7; }};
  kpi::Kpis measures{events};
  std::string_view played;  // the line of a test that plays one
  std::vector<Told> told_;
  bool gone_{false};
};

}  // namespace waymark::notify
