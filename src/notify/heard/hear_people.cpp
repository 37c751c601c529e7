#include "notify/facts/facts.hpp"
#include "notify/heard/hear.hpp"
#include "okr/holding/holdings.hpp"
#include "people/directory.hpp"

// What becomes of what waits for people: they leave, and others take it over.
namespace waymark::notify::hear {
namespace {

std::int64_t count_of(okr::Holdings const& held) {
  return std::ssize(held.objectives) + std::ssize(held.key_results) + std::ssize(held.blockers);
}

}  // namespace

void person_left(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  teller.settle_reminders(tx, id);
  auto const stand_in = people::above_of(tx, id);
  if (!stand_in) return;
  teller.pass_on(tx, id, *stand_in);
  auto const held = okr::holdings_of(tx, id);
  if (auto const count = count_of(held); count > 0)
    teller.tell_again(tx, event,
                      {.person = *stand_in,
                       .kind = NoticeKind::left_behind,
                       .once = once("left", id),
                       .actor = id,
                       .page = NoticePage::person,
                       .place = id.value,
                       .about = held.person.name,
                       .amount = count});
}

void settle_left_behind(Teller const& teller, db::Tx& tx) {
  for (auto const person : store::open_actors(tx, NoticeKind::left_behind)) {
    auto const count = people::is_active(tx, person) ? 0 : count_of(okr::holdings_of(tx, person));
    if (count == 0) teller.settle(tx, once("left", person));
    if (count > 0) store::say_amount(tx, once("left", person), count);
  }
}

void person_changed(Teller const& teller, db::Tx& tx, Event const&, PersonId) {
  settle_left_behind(teller, tx);
}

}  // namespace waymark::notify::hear
