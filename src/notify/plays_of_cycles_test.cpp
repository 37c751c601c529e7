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

}  // namespace waymark::notify
