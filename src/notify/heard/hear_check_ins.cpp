#include "notify/facts/facts.hpp"
#include "notify/heard/hear.hpp"

namespace waymark::notify::hear {
namespace {

constexpr std::int64_t doubtful = 3;  // a confidence up to here worries

// Whoever answers for the objective; of what they say themselves, their manager hears.
std::optional<PersonId> who_helps(facts::CheckIn const& said) {
  return said.author_id == said.accountable_id ? said.manager_id : said.accountable_id;
}

void tell_doubt(Teller const& teller, db::Tx& tx, Event const& event, facts::CheckIn const& said) {
  auto const key = once("doubt", said.key_result_id);
  if (*said.confidence > doubtful) return teller.settle(tx, key);
  if (auto const person = who_helps(said))
    teller.tell_again(tx, event,
                      {.person = *person,
                       .kind = NoticeKind::low_confidence,
                       .once = key,
                       .actor = event.actor_id,
                       .objective = ObjectiveId{event.parent_id},
                       .about = said.key_result,
                       .text = said.text,
                       .amount = *said.confidence});
}

}  // namespace

void check_in_made(Teller const& teller, db::Tx& tx, Event const& event, okr::CheckInId id) {
  auto const said = facts::check_in(tx, id);
  if (!said) return;
  teller.settle_reminders(tx, said->owner_id);
  if (said->confidence) tell_doubt(teller, tx, event, *said);
}

// Many that are read are one line; that of the week before goes with the first of this one.
void check_in_acknowledged(Teller const& teller, db::Tx& tx, Event const& event, okr::CheckInId id) {
  auto const check_in = facts::check_in(tx, id);
  if (!check_in) return;
  auto const monday = tx.today() - (tx.today().weekday() - 1);
  store::Fresh const fresh{.person = check_in->author_id,
                           .kind = NoticeKind::acknowledged,
                           .once = "acknowledged:" + monday.to_string(),
                           .actor = event.actor_id,
                           .objective = ObjectiveId{event.parent_id},
                           .about = check_in->key_result,
                           .amount = 1};
  store::settle_others(tx, fresh);
  teller.count(tx, event, fresh);
}

}  // namespace waymark::notify::hear
