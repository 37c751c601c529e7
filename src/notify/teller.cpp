#include "notify/teller.hpp"

#include <algorithm>

#include "core/json/write.hpp"
#include "notify/facts.hpp"
#include "notify/happened.hpp"
#include "okr/publication.hpp"
#include "okr/relation.hpp"
#include "people/directory.hpp"

namespace waymark::notify {
Teller::Teller(events::Events const& events, jobs::Jobs& jobs, Away away, HandedUpAfter handed_up_after)
    : events_(events), jobs_(jobs), away_(std::move(away)), handed_up_after_(std::move(handed_up_after)) {}

void Teller::tell(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) const {
  if (event.actor_id == fresh.person || !people::is_active(tx, fresh.person)) return;
  if (event.restricted && fresh.objective && !okr::may_see(tx, fresh.person, *fresh.objective)) return;
  if (store::insert(tx, fresh)) announce(tx, fresh.person);
}

void Teller::ask(db::Tx& tx, store::Fresh const& fresh) const {
  if (store::insert(tx, fresh)) announce(tx, fresh.person);
}

void Teller::count(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) const {
  if (event.actor_id == fresh.person || !people::is_active(tx, fresh.person)) return;
  store::count(tx, fresh);
  announce(tx, fresh.person);
}

void Teller::tell_again(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) const {
  store::take_back(tx, fresh.once, fresh.person);
  tell(tx, event, fresh);
}

void Teller::tell_everybody_later(db::Tx& tx, ToEverybody const& what) const {
  auto const wait = what.kind == NoticeKind::company_published ? okr::untold_ms : 0;
  jobs_.enqueue(tx, "notify.everybody", json::text_of(what), tx.now() + wait);
}

void Teller::remind(db::Tx& tx, std::span<Waiting const> of_one) const {
  if (away_(tx, of_one.front().owner_id, tx.today())) return;
  for (auto const& reminder : reminders(of_one, tx.today(), handed_up_after_(tx))) {
    if (reminder.whose && away_(tx, reminder.person, tx.today())) continue;
    ask(tx, {.person = reminder.person,
             .kind = reminder.kind,
             .once = reminder.once,
             .actor = reminder.whose,
             .page = reminder.whose ? NoticePage::objective : NoticePage::check_in,
             .objective = reminder.objective,
             .about = reminder.about,
             .amount = reminder.amount,
             .days = reminder.days});
  }
}

void Teller::settle_reminders(db::Tx& tx, PersonId owner) const {
  auto const told = store::open_reminders(tx, owner);
  if (told.empty()) return;
  auto const left = reminders(facts::waiting_for(tx, owner), tx.today(), handed_up_after_(tx));
  for (auto const& notice : told) {
    auto const same = std::ranges::find(left, notice.kind, &Reminder::kind);
    if (same == left.end()) store::set_read(tx, notice.id, tx.now());
    if (same != left.end()) store::say_anew(tx, notice.id, *same);
    announce(tx, notice.person);
  }
}

void Teller::settle(db::Tx& tx, std::string const& once, std::optional<PersonId> only) const {
  for (auto const person : store::settle(tx, once, only)) announce(tx, person);
}

void Teller::announce(db::Tx& tx, PersonId person) const {
  events_.announce(tx, happened.notice_made, person, {.restricted = true});
}

}  // namespace waymark::notify
