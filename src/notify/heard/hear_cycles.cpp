#include "notify/facts/facts.hpp"
#include "notify/heard/hear.hpp"

// What cycles, retros and KPIs ask of people.
namespace waymark::notify::hear {
namespace {

bool nobody(PersonId) {
  return false;
}

}  // namespace

store::Fresh wants_closing(Event const& event, okr::CycleId id, std::string const& cycle, PersonId holder,
                           std::int64_t objectives) {
  return {.person = holder,
          .kind = NoticeKind::closing_begun,
          .once = once_of_holder("closing", id, holder),
          .actor = event.actor_id,
          .page = NoticePage::cycle,
          .place = id.value,
          .about = cycle,
          .amount = objectives};
}

void settle_holders(Teller const& teller, db::Tx& tx, NoticeKind kind, okr::CycleId cycle,
                    std::function<bool(PersonId)> const& still) {
  for (auto const& told : store::open_to_holders(tx, kind, cycle)) {
    if (still(told.holder)) continue;
    store::set_read(tx, told.id, tx.now());
    teller.announce(tx, told.person);
  }
}

void cycle_created(Teller const& teller, db::Tx& tx, Event const& event, okr::CycleId id) {
  auto const cycle = facts::cycle(tx, id);
  if (!cycle || cycle->phase == okr::Phase::closed || cycle->ends_on < tx.today()) return;
  for (auto const lead : facts::leads(tx))
    teller.tell(tx, event,
                {.person = lead,
                 .kind = NoticeKind::cycle_created,
                 .once = once("cycle", id),
                 .actor = event.actor_id,
                 .page = NoticePage::cycle,
                 .place = id.value,
                 .about = cycle->name});
}

void closing_begun(Teller const& teller, db::Tx& tx, Event const& event, okr::CycleId id) {
  auto const cycle = facts::cycle(tx, id);
  if (!cycle) return;
  teller.settle(tx, once("cycle", id));
  settle_holders(teller, tx, NoticeKind::midcycle, id, nobody);
  for (auto const& holder : facts::holders(tx, id))
    teller.tell_again(tx, event, wants_closing(event, id, cycle->name, holder.person_id, holder.objectives));
  for (auto const& [lead, team, name] : facts::leads_without_retro(tx, id))
    teller.tell_again(tx, event,
                      {.person = lead,
                       .kind = NoticeKind::retro_due,
                       .once = once(once("retro", id), team),
                       .actor = event.actor_id,
                       .page = NoticePage::retro,
                       .place = id.value,
                       .team = team,
                       .about = name});
}

void cycle_closed(Teller const& teller, db::Tx& tx, Event const&, okr::CycleId id) {
  teller.settle(tx, once("cycle", id));
  settle_holders(teller, tx, NoticeKind::closing_begun, id, nobody);
  for (auto const& led : facts::leads_without_retro(tx, id)) teller.settle(tx, once(once("retro", id), led.team_id));
}

void retro_changed(Teller const& teller, db::Tx& tx, Event const&, okr::RetroCardId id) {
  auto const retro = facts::retro_of(tx, id);
  if (retro && retro->team_id) teller.settle(tx, once(once("retro", retro->cycle_id), *retro->team_id));
}

void kpi_out_of_range(Teller const& teller, db::Tx& tx, Event const& event, kpi::KpiId id) {
  auto const kpi = facts::kpi(tx, id);
  if (!kpi) return;
  teller.tell_again(tx, event,
                    {.person = kpi->owner_id,
                     .kind = NoticeKind::kpi_out_of_range,
                     .once = once("kpi", id),
                     .actor = event.actor_id,
                     .page = NoticePage::kpi,
                     .place = id.value,
                     .about = kpi->name});
}

void kpi_back_in_range(Teller const& teller, db::Tx& tx, Event const&, kpi::KpiId id) {
  teller.settle(tx, once("kpi", id));
}

}  // namespace waymark::notify::hear
