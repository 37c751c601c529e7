#include <algorithm>

#include "notify/facts/facts.hpp"
#include "notify/heard/hear.hpp"

// What becomes of objectives.
namespace waymark::notify::hear {
namespace {

bool is_over(facts::Objective const& objective, base::Day today) {
  return objective.phase == okr::Phase::closed || objective.ends_on < today;
}

void settle_reminders(Teller const& teller, db::Tx& tx, ObjectiveId id) {
  for (auto const owner : facts::owners(tx, id)) teller.settle_reminders(tx, owner);
}

void settle_closing(Teller const& teller, db::Tx& tx, okr::CycleId cycle) {
  settle_holders(teller, tx, NoticeKind::closing_begun, cycle,
                 [&](PersonId holder) { return facts::open_held(tx, holder, cycle) > 0; });
}

void settle_midcycle(Teller const& teller, db::Tx& tx, okr::CycleId cycle) {
  if (store::open_to_holders(tx, NoticeKind::midcycle, cycle).empty()) return;
  auto const look = facts::midcycle_look(tx, cycle);
  auto const left = facts::undecided(tx, cycle, look->on.start_ms());
  settle_holders(teller, tx, NoticeKind::midcycle, cycle, [&](PersonId holder) {
    return std::ranges::find(left, holder, &facts::Holder::person_id) != left.end();
  });
}

// What was asked of who answered for it is asked of who answers now.
void pass_on_questions(Teller const& teller, db::Tx& tx, ObjectiveId id, PersonId to) {
  for (auto const& question : store::open_questions(tx, id)) {
    if (question.person == to) continue;
    teller.hand_on(tx, question, to, {});
    teller.announce(tx, question.person);
    teller.announce(tx, to);
  }
}

void settle_held(Teller const& teller, db::Tx& tx, okr::CycleId cycle) {
  settle_closing(teller, tx, cycle);
  settle_midcycle(teller, tx, cycle);
  settle_left_behind(teller, tx);
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

// Somebody else may answer for it now, or check it in.
void objective_changed(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (!objective || objective->state != okr::State::published) return;
  pass_on_questions(teller, tx, id, objective->accountable_id);
  for (auto const person : store::reminded_of(tx, id)) teller.settle_reminders(tx, person);
  settle_held(teller, tx, objective->cycle_id);
  auto const holder = objective->accountable_id;
  if (objective->phase == okr::Phase::closing)
    teller.tell(tx, event,
                wants_closing(event, objective->cycle_id, objective->cycle, holder,
                              facts::open_held(tx, holder, objective->cycle_id)));
}

void key_result_changed(Teller const& teller, db::Tx& tx, Event const& event, KeyResultId) {
  for (auto const person : store::reminded_of(tx, ObjectiveId{event.parent_id})) teller.settle_reminders(tx, person);
  settle_left_behind(teller, tx);
}

void objective_cancelled(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (!objective) return;
  settle_reminders(teller, tx, id);
  settle_held(teller, tx, objective->cycle_id);
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
  settle_held(teller, tx, objective->cycle_id);
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
  if (objective) settle_midcycle(teller, tx, objective->cycle_id);
}

void key_result_dropped(Teller const& teller, db::Tx& tx, Event const& event, KeyResultId) {
  settle_reminders(teller, tx, ObjectiveId{event.parent_id});
  settle_left_behind(teller, tx);
}

}  // namespace waymark::notify::hear
