#include "notify/sent/teller.hpp"

#include <algorithm>
#include <utility>

#include "core/json/write.hpp"
#include "notify/facts/facts.hpp"
#include "notify/notice/happened.hpp"
#include "notify/notice/spoken_of.hpp"
#include "notify/sent/sent.hpp"
#include "okr/objective/relation.hpp"
#include "people/directory.hpp"
#include "people/holiday.hpp"

namespace waymark::notify {
Teller::Teller(events::Events const& events, jobs::Jobs& jobs, Away away, HandedUpAfter handed_up_after)
    : events_(events), jobs_(jobs), away_(std::move(away)), handed_up_after_(std::move(handed_up_after)) {}

namespace {

void hold(db::Tx& tx, store::Fresh const& fresh, Held why) {
  if (is_logged(fresh.kind) && !store::is_told(tx, fresh.once, fresh.person)) store::log_held(tx, fresh, why);
}

// In the inbox, and in the log of what was sent unless it is between people or of a draft. [NOT-30]
bool put(db::Tx& tx, store::Fresh const& fresh, bool restricted) {
  if (!store::insert(tx, fresh)) return false;
  if (is_logged(fresh.kind) && !restricted) store::log_sent(tx, fresh);
  return true;
}

// Whoever stands in for somebody who has left is told what outlives them; who stands in is always here. What
// was theirs alone is held back. [NOT-26]
std::optional<store::Fresh> to_who_is_here(db::Tx& tx, store::Fresh fresh, bool restricted) {
  if (people::is_active(tx, fresh.person)) return fresh;
  auto const stand_in = outlives_its_reader(fresh.kind) ? people::above_of(tx, fresh.person) : std::nullopt;
  if (!stand_in && !restricted) hold(tx, fresh, Held::left);
  if (!stand_in) return std::nullopt;
  fresh.in_place_of = std::exchange(fresh.person, *stand_in);
  return fresh;
}

bool concerns_nobody(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) {
  if (event.actor_id == fresh.person) return true;
  return event.restricted && fresh.objective && !okr::may_see(tx, fresh.person, *fresh.objective);
}

// It waits until its reader may open what it speaks of, and nobody tells them that it does. [NOT-29]
bool is_hidden(db::Tx& tx, store::Fresh const& fresh) {
  return speaks_of_another(fresh.kind) && fresh.place && !okr::may_see(tx, fresh.person, {*fresh.place});
}

}  // namespace

std::optional<Held> Teller::away_today(db::Tx& tx, PersonId person) const {
  if (!away_(tx, person, tx.today())) return std::nullopt;
  return people::is_holiday(tx, tx.today()) ? Held::holiday : Held::away;
}

void Teller::tell(db::Tx& tx, events::Event const& event, store::Fresh const& told) const {
  auto const fresh = to_who_is_here(tx, told, event.restricted);
  if (!fresh || concerns_nobody(tx, event, *fresh)) return;
  if (put(tx, *fresh, event.restricted) && !is_hidden(tx, *fresh)) announce(tx, fresh->person);
}

bool Teller::ask(db::Tx& tx, store::Fresh const& told) const {
  auto const fresh = to_who_is_here(tx, told, false);
  if (!fresh || !put(tx, *fresh, false)) return false;
  announce(tx, fresh->person);
  return true;
}

void Teller::count(db::Tx& tx, events::Event const& event, store::Fresh const& told) const {
  auto const fresh = to_who_is_here(tx, told, event.restricted);
  if (!fresh || concerns_nobody(tx, event, *fresh)) return;
  if (is_logged(fresh->kind) && !event.restricted) {
    if (store::is_told(tx, fresh->once, fresh->person))
      store::log_more(tx, *fresh);
    else
      store::log_sent(tx, *fresh);
  }
  store::count(tx, *fresh);
  announce(tx, fresh->person);
}

void Teller::tell_again(db::Tx& tx, events::Event const& event, store::Fresh const& told) const {
  auto const fresh = to_who_is_here(tx, told, event.restricted);
  if (!fresh) return;
  store::take_back(tx, fresh->once, fresh->person);
  tell(tx, event, *fresh);
}

void Teller::tell_everybody_later(db::Tx& tx, ToEverybody const& what) const {
  jobs_.enqueue(tx, job_of(Occasion::everybody), json::text_of(what), tx.now() + untold_ms_of(what.kind));
}

std::int64_t Teller::remind(db::Tx& tx, std::span<Waiting const> of_one) const {
  auto const owner = of_one.front().owner_id;
  auto const owner_away = away_today(tx, owner);
  std::int64_t sent = 0;
  for (auto const& reminder : reminders(of_one, tx.today(), handed_up_after_(tx))) {
    store::Fresh const fresh{.person = reminder.person,
                             .kind = reminder.kind,
                             .once = reminder.once,
                             .actor = reminder.whose,
                             .page = reminder.whose ? NoticePage::objective : NoticePage::check_in,
                             .objective = reminder.objective,
                             .about = reminder.about,
                             .amount = reminder.amount,
                             .days = reminder.days};
    if (owner_away)
      hold(tx, fresh, reminder.whose && owner_away == Held::away ? Held::theirs_away : *owner_away);
    else if (auto const away = reminder.whose ? away_today(tx, reminder.person) : std::nullopt)
      hold(tx, fresh, *away);
    else if (ask(tx, fresh))
      ++sent;
  }
  if (sent > 0) settle_reminders(tx, owner);
  return sent;
}

bool Teller::remind_once(db::Tx& tx, store::Fresh const& fresh) const {
  auto const away = away_today(tx, fresh.person);
  if (away) hold(tx, fresh, *away);
  if (away || !put(tx, fresh, false)) return false;
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
    if (outlives_its_reader(notice.kind)) hand_on(tx, notice, to, from);
  announce(tx, to);
}

void Teller::hand_on(db::Tx& tx, store::Told const& notice, PersonId to, std::optional<PersonId> in_place_of) const {
  if (store::pass_on(tx, notice.id, to, in_place_of) && is_logged(notice.kind)) store::log_passed_on(tx, notice.id);
}

void Teller::settle(db::Tx& tx, std::string const& once, std::optional<PersonId> only) const {
  for (auto const person : store::settle(tx, once, only)) announce(tx, person);
}

void Teller::announce(db::Tx& tx, PersonId person) const {
  events_.announce(tx, happened.notice_made, person, {.restricted = true});
}

}  // namespace waymark::notify
