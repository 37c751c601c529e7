#include "notify/teller.hpp"

#include <algorithm>
#include <utility>

#include "core/json/write.hpp"
#include "notify/facts.hpp"
#include "notify/happened.hpp"
#include "okr/publication.hpp"
#include "okr/relation.hpp"
#include "people/directory.hpp"

namespace waymark::notify {
Teller::Teller(events::Events const& events, jobs::Jobs& jobs, Away away, HandedUpAfter handed_up_after)
    : events_(events), jobs_(jobs), away_(std::move(away)), handed_up_after_(std::move(handed_up_after)) {}

namespace {

// Whoever stands in for somebody who has left is told what outlives them; who stands in is always here. [NOT-26]
std::optional<store::Fresh> to_who_is_here(db::Tx& tx, store::Fresh fresh) {
  if (people::is_active(tx, fresh.person)) return fresh;
  auto const stand_in = outlives_its_reader(fresh.kind) ? people::above_of(tx, fresh.person) : std::nullopt;
  if (!stand_in) return std::nullopt;
  fresh.in_place_of = std::exchange(fresh.person, *stand_in);
  return fresh;
}

bool concerns_nobody(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) {
  if (event.actor_id == fresh.person) return true;
  return event.restricted && fresh.objective && !okr::may_see(tx, fresh.person, *fresh.objective);
}

}  // namespace

void Teller::tell(db::Tx& tx, events::Event const& event, store::Fresh const& told) const {
  auto const fresh = to_who_is_here(tx, told);
  if (!fresh || concerns_nobody(tx, event, *fresh)) return;
  if (store::insert(tx, *fresh)) announce(tx, fresh->person);
}

bool Teller::ask(db::Tx& tx, store::Fresh const& told) const {
  auto const fresh = to_who_is_here(tx, told);
  if (!fresh || !store::insert(tx, *fresh)) return false;
  announce(tx, fresh->person);
  return true;
}

void Teller::count(db::Tx& tx, events::Event const& event, store::Fresh const& told) const {
  auto const fresh = to_who_is_here(tx, told);
  if (!fresh || concerns_nobody(tx, event, *fresh)) return;
  store::count(tx, *fresh);
  announce(tx, fresh->person);
}

void Teller::tell_again(db::Tx& tx, events::Event const& event, store::Fresh const& told) const {
  auto const fresh = to_who_is_here(tx, told);
  if (!fresh) return;
  store::take_back(tx, fresh->once, fresh->person);
  tell(tx, event, *fresh);
}

void Teller::tell_everybody_later(db::Tx& tx, ToEverybody const& what) const {
  auto const wait = what.kind == NoticeKind::company_published ? okr::untold_ms : 0;
  jobs_.enqueue(tx, "notify.everybody", json::text_of(what), tx.now() + wait);
}

void Teller::remind(db::Tx& tx, std::span<Waiting const> of_one) const {
  auto const owner = of_one.front().owner_id;
  if (away_(tx, owner, tx.today())) return;
  bool anew = false;
  for (auto const& reminder : reminders(of_one, tx.today(), handed_up_after_(tx))) {
    if (reminder.whose && away_(tx, reminder.person, tx.today())) continue;
    anew |= ask(tx, {.person = reminder.person,
                     .kind = reminder.kind,
                     .once = reminder.once,
                     .actor = reminder.whose,
                     .page = reminder.whose ? NoticePage::objective : NoticePage::check_in,
                     .objective = reminder.objective,
                     .about = reminder.about,
                     .amount = reminder.amount,
                     .days = reminder.days});
  }
  if (anew) settle_reminders(tx, owner);
}

bool Teller::remind_once(db::Tx& tx, store::Fresh const& fresh) const {
  if (away_(tx, fresh.person, tx.today()) || !store::insert(tx, fresh)) return false;
  announce(tx, fresh.person);
  return true;
}

void Teller::settle_reminders(db::Tx& tx, PersonId owner) const {
  auto const told = store::open_reminders(tx, owner);
  if (told.empty()) return;
  auto const waiting = facts::waiting_for(tx, owner);
  auto left = reminders(waiting, tx.today(), handed_up_after_(tx));
  if (auto wanted = wanted_today(waiting, tx.today())) left.push_back(*std::move(wanted));
  std::vector<NoticeKind> said;
  for (auto const& notice : told) {
    auto const same = std::ranges::find(left, notice.kind, &Reminder::kind);
    bool const holds = same != left.end() && std::ranges::find(said, notice.kind) == said.end();
    said.push_back(notice.kind);
    if (holds) store::say_anew(tx, notice.id, *same);
    if (!holds) store::set_read(tx, notice.id, tx.now());
    announce(tx, notice.person);
  }
}

void Teller::pass_on(db::Tx& tx, PersonId from, PersonId to) const {
  for (auto const& notice : store::unread_of(tx, from))
    if (outlives_its_reader(notice.kind)) store::pass_on(tx, notice.id, to, from);
  announce(tx, to);
}

void Teller::settle(db::Tx& tx, std::string const& once, std::optional<PersonId> only) const {
  for (auto const person : store::settle(tx, once, only)) announce(tx, person);
}

void Teller::announce(db::Tx& tx, PersonId person) const {
  events_.announce(tx, happened.notice_made, person, {.restricted = true});
}

}  // namespace waymark::notify
