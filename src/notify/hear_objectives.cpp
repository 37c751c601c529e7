#include <algorithm>

#include "notify/facts.hpp"
#include "notify/hear.hpp"

// What becomes of objectives.
namespace waymark::notify::hear {
namespace {

bool is_over(facts::Objective const& objective, base::Day today) {
  return objective.phase == okr::Phase::closed || objective.ends_on < today;
}

void settle_reminders(Teller const& teller, db::Tx& tx, ObjectiveId id) {
  for (auto const owner : facts::owners(tx, id)) teller.settle_reminders(tx, owner);
}

// Whoever has closed or cancelled the last of theirs is waited for no more.
void settle_closing(Teller const& teller, db::Tx& tx, facts::Objective const& objective) {
  if (!facts::holds_any(tx, objective.accountable_id, objective.cycle_id))
    teller.settle(tx, once("closing", objective.cycle_id), objective.accountable_id);
}

void settle_midcycle(Teller const& teller, db::Tx& tx, facts::Objective const& objective) {
  auto const look = facts::midcycle_look(tx, objective.cycle_id);
  auto const left = facts::undecided(tx, look->cycle_id, look->on.start_ms());
  if (std::ranges::find(left, objective.accountable_id, &facts::Holder::person_id) == left.end())
    teller.settle(tx, once("midcycle", look->cycle_id) + look->on.to_string(), objective.accountable_id);
}

}  // namespace

void objective_published(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (!objective || objective->level != okr::ObjectiveLevel::company) return;
  teller.tell_everybody_later(tx, {NoticeKind::company_published, id, event.actor_id});
}

void objective_taken_back(Teller const&, db::Tx& tx, Event const&, ObjectiveId id) {
  store::take_back(tx, once("company_published", id));
}

// An import may bring hundreds: everybody is told once how many are theirs, and of nothing that is over.
void objective_imported(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (!objective || objective->state != okr::State::published || is_over(*objective, tx.today())) return;
  teller.count(tx, event,
               {.person = objective->accountable_id,
                .kind = NoticeKind::imported,
                .once = "imported:" + base::id_text(event.at),
                .actor = event.actor_id,
                .page = NoticePage::okrs,
                .about = objective->cycle,
                .amount = 1});
}

void objective_cancelled(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (!objective) return;
  settle_reminders(teller, tx, id);
  settle_closing(teller, tx, *objective);
  settle_midcycle(teller, tx, *objective);
  settle_above(teller, tx, id);
  tell_below(teller, tx, event, {NoticeKind::parent_cancelled, id, objective->title, objective->reason});
  if (objective->level != okr::ObjectiveLevel::company) return;
  store::take_back(tx, once("company_published", id));
  teller.tell_everybody_later(tx, {NoticeKind::company_cancelled, id, event.actor_id});
}

void objective_closed(Teller const& teller, db::Tx& tx, Event const&, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (!objective) return;
  settle_reminders(teller, tx, id);
  settle_closing(teller, tx, *objective);
  settle_above(teller, tx, id);
}

void objective_reopened(Teller const&, db::Tx& tx, Event const&, ObjectiveId id) {
  store::take_back(tx, once("company_cancelled", id));
  take_back_below(tx, NoticeKind::parent_cancelled, id);
}

void objective_retitled(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (!objective) return;
  tell_below(teller, tx, event, {NoticeKind::parent_retitled, id, objective->title, facts::why_retitled(tx, id)});
}

void objective_reviewed(Teller const& teller, db::Tx& tx, Event const&, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (objective) settle_midcycle(teller, tx, *objective);
}

void key_result_dropped(Teller const& teller, db::Tx& tx, Event const& event, KeyResultId) {
  settle_reminders(teller, tx, ObjectiveId{event.parent_id});
}

}  // namespace waymark::notify::hear
