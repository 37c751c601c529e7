#include "notify/testing/each_line.hpp"

// People who come and go, the cycles they work in and the KPIs they keep.
namespace waymark::notify {

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
    act([&](db::Tx& tx) { people.set_roles(tx, hugo, erik, {policy::Role::auditor}); });
    told({});
  };
  add_own_account(plays);
}

// What others do to somebody's account and place is told to them alone, and not when they do it themselves. [NOT-34]
void EachLineTest::add_own_account(Plays& plays) {
  using enum NoticeKind;
  auto const play = [this, &plays](std::string_view kind, NoticeKind notice, std::function<void(db::Tx&)> how) {
    plays[kind] = [this, notice, how] {
      quiet();
      act(how);
      told({{ben, notice, NoticePage::person}});
    };
  };
  auto const lead = [this](db::Tx& tx, PersonId person) {
    people::TeamChange change{};
    change.lead_id = {true, person};
    people.change_team(tx, hugo, sales, change);
  };
  play("person.readdressed", readdressed,
       [this](db::Tx& tx) { people.tell_alone(tx, hugo, people::happened.readdressed, ben); });
  play("person.link_made", access_link,
       [this](db::Tx& tx) { people.tell_alone(tx, hugo, people::happened.link_made, ben); });
  play("person.guessed_at", access_guessed,
       [this](db::Tx& tx) { people.tell_alone(tx, {}, people::happened.guessed_at, ben); });
  play("person.manager_set", manager_set, [this](db::Tx& tx) { people.set_manager(tx, hugo, ben, iris); });
  play("person.put_into_team", put_into_team, [this](db::Tx& tx) {
    people.leave(tx, ben, sales, ben);
    people.join(tx, hugo, sales, ben);
  });
  play("person.taken_out_of_team", taken_out_of_team, [this](db::Tx& tx) {
    people.join(tx, ben, sales, ben);
    people.leave(tx, hugo, sales, ben);
  });
  plays["person.lead_given"] = [this, lead] {
    quiet();
    act([&](db::Tx& tx) { lead(tx, ben); });
    told({{ben, lead_given, NoticePage::person}, {dora, lead_taken, NoticePage::person}});
  };
  plays["person.lead_taken"] = [this, lead] {
    act([&](db::Tx& tx) { lead(tx, ben); });
    quiet();
    act([&](db::Tx& tx) { lead(tx, dora); });
    told({{ben, lead_taken, NoticePage::person}, {dora, lead_given, NoticePage::person}});
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

}  // namespace waymark::notify
