#pragma once

#include <gmock/gmock.h>

#include <map>

#include "core/base/problem.hpp"
#include "okr/okr.hpp"
#include "people/people.hpp"
#include "testing/databases.hpp"

namespace waymark::okr {

inline std::optional<KpiNow> no_kpi(db::Tx&, KpiId) {
  return std::nullopt;
}

// A company of seven in one running quarter, for tests of what people do. Iris leads it; Ana leads Engineering, where
// Ben and Cam work; Dora leads Sales, where Erik works; Hugo is HR. Today is Monday, 2025-11-17, week 7 of 13.
class SmallCompany : public testing::OnBothDatabases {
 protected:
  SmallCompany() {
    db->write([&](db::Tx& tx) {
      iris = hire(tx, "Iris", {}, {policy::Role::executive});
      ana = hire(tx, "Ana", iris);
      dora = hire(tx, "Dora", iris);
      ben = hire(tx, "Ben", ana);
      cam = hire(tx, "Cam", ana);
      erik = hire(tx, "Erik", dora);
      hugo = hire(tx, "Hugo", iris, {policy::Role::hr});
      company = found(tx, "Halden", people::TeamKind::company, iris, {});
      engineering = found(tx, "Engineering", people::TeamKind::team, ana, {ana, ben, cam});
      sales = found(tx, "Sales", people::TeamKind::team, dora, {dora, erik});
      quarter = make_cycle(tx, "2025 Q4", "2025-10-01", "2025-12-31");
      next = make_cycle(tx, "2026 Q1", "2026-01-01", "2026-03-31", Phase::planning);
    });
  }

  static policy::Viewer as(PersonId person, policy::Set<policy::Role> roles = {policy::Role::employee}) {
    return {person, roles, {policy::Scope::read, policy::Scope::write}};
  }
  policy::Viewer director() const { return as(iris, {policy::Role::employee, policy::Role::executive}); }
  policy::Viewer hr() const { return as(hugo, {policy::Role::employee, policy::Role::hr}); }

  static base::Day day(std::string_view text) { return *base::Day::parse(text); }
  void pass_days(int days) { clock.set(clock.now() + days * base::ms_per_day); }

  template <class F>
  auto write(F&& work) {
    return db->write(std::forward<F>(work));
  }
  template <class F>
  auto read(F&& work) {
    return db->read(std::forward<F>(work));
  }

  // The slug of the refusal of a write; "" when it went through.
  template <class F>
  std::string refusal(F&& work) {
    try {
      db->write([&](db::Tx& tx) { work(tx); });
      return "";
    } catch (base::Problem const& problem) {
      return problem.slug;
    }
  }
  // The path of the field that was refused.
  template <class F>
  std::string wrong_field(F&& work) {
    try {
      db->write([&](db::Tx& tx) { work(tx); });
      return "";
    } catch (base::Problem const& problem) {
      return problem.fields.empty() ? problem.slug : problem.fields.front().path;
    }
  }

  static NewKeyResult rise(std::string title, double from, double to) {
    NewKeyResult wanted{};
    wanted.title = std::move(title);
    wanted.baseline = from;
    wanted.target = to;
    return wanted;
  }

  NewObjective wanted(std::string title, TeamId team, int key_results = 1, bool publish = true) const {
    NewObjective objective{};
    objective.cycle_id = quarter;
    objective.team_id = team;
    objective.title = std::move(title);
    objective.publish = publish;
    for (int i = 0; i < key_results; ++i)
      objective.key_results.push_back(rise("Raise measure " + std::to_string(i) + " from 0 to 100", 0, 100));
    return objective;
  }

  // As whoever writes it sees it then.
  Objective written(policy::Viewer const& by, NewObjective const& objective) {
    return write([&](db::Tx& tx) { return okr.pages.get(tx, by, okr.writing.create(tx, by, objective)); });
  }
  // Published by the lead of the team, unless said otherwise.
  Objective made(NewObjective const& objective) {
    auto const lead = objective.team_id == sales ? as(dora) : objective.team_id == company ? director() : as(ana);
    return written(lead, objective);
  }
  Objective made(std::string title, int key_results = 1) {
    return made(wanted(std::move(title), engineering, key_results));
  }
  Objective now(ObjectiveId id, std::optional<policy::Viewer> viewer = {}) {
    return read([&](db::Tx& tx) { return okr.pages.get(tx, viewer.value_or(as(ana)), id); });
  }

  static NewCheckIn value(double value, std::int64_t confidence = 6) {
    NewCheckIn wanted{};
    wanted.value = value;
    wanted.confidence = confidence;
    return wanted;
  }
  CheckedIn check_in(KeyResultId key_result, NewCheckIn const& wanted) {
    return write([&](db::Tx& tx) { return okr.check_ins.create(tx, as(ben), key_result, wanted); });
  }

  events::Events events;
  people::People people{events};
  std::map<KpiId, std::optional<double>> kpis;  // what the slice that keeps them would answer
  Okr okr{events, [this](db::Tx&, KpiId kpi) -> std::optional<KpiNow> {
            auto const known = kpis.find(kpi);
            if (known == kpis.end()) return std::nullopt;
            return KpiNow{"KPI " + std::to_string(kpi.value), known->second, {}};
          }};
  PersonId iris, ana, dora, ben, cam, erik, hugo;
  TeamId company, engineering, sales;
  CycleId quarter, next;

 private:
  PersonId hire(db::Tx& tx, std::string const& name, std::optional<PersonId> manager,
                std::vector<policy::Role> roles = {}) {
    people::NewPerson person{};
    person.name = name;
    person.email = name + "@halden.example";
    person.manager_id = manager;
    person.roles = std::move(roles);
    return people.create_person(tx, {}, person);
  }
  TeamId found(db::Tx& tx, std::string const& name, people::TeamKind kind, PersonId lead,
               std::vector<PersonId> const& members) {
    auto const team = people.create_team(tx, {}, {name, kind, {}, lead});
    for (auto const member : members) people.join(tx, {}, team, member);
    return team;
  }
  CycleId make_cycle(db::Tx& tx, std::string const& name, std::string_view from, std::string_view to,
                     Phase phase = Phase::active) {
    NewCycle cycle{};
    cycle.name = name;
    cycle.kind = CycleKind::quarter;
    cycle.starts_on = day(from);
    cycle.ends_on = day(to);
    cycle.phase = phase;
    return okr.cycles.create(tx, hr(), cycle).id;
  }
};

}  // namespace waymark::okr
