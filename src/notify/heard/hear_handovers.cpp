#include "notify/facts/facts.hpp"
#include "notify/heard/hear.hpp"

// What goes from one person to another: who has it now hears of it, and who had it.
namespace waymark::notify::hear {
namespace {

// Among what went from a person, that of one objective is one notice.
template <class Id>
std::string once_gone(Id id) {
  return once("gone", id);
}

void tell_former(Teller const& teller, db::Tx& tx, Event const& event, PersonId from, std::string why) {
  ObjectiveId const id{event.parent_id};
  auto const objective = facts::objective(tx, id);
  if (!objective) return;
  teller.settle_reminders(tx, from);
  teller.tell_again(tx, event,
                    {.person = from,
                     .kind = NoticeKind::taken_over,
                     .once = once_gone(id),
                     .actor = event.actor_id,
                     .objective = id,
                     .about = objective->title,
                     .text = std::move(why)});
}

}  // namespace

void objective_handed_over(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id) {
  auto const objective = facts::objective(tx, id);
  if (!objective) return;
  store::take_back(tx, once("handed", id));
  store::take_back(tx, once_gone(id), objective->accountable_id);
  teller.tell(tx, event,
              {.person = objective->accountable_id,
               .kind = NoticeKind::handed_over,
               .once = once("handed", id),
               .actor = event.actor_id,
               .objective = id,
               .about = objective->title,
               .text = facts::why_handed_over(tx, id)});
}

void objective_taken_over(Teller const& teller, db::Tx& tx, Event const& event, PersonId from) {
  ObjectiveId const id{event.parent_id};
  tell_former(teller, tx, event, from, facts::why_handed_over(tx, id));
}

void key_result_handed_over(Teller const& teller, db::Tx& tx, Event const& event, KeyResultId id) {
  auto const key_result = facts::key_result(tx, id);
  if (!key_result) return;
  store::take_back(tx, once("handed", id));
  teller.tell(tx, event,
              {.person = key_result->owner_id,
               .kind = NoticeKind::handed_over,
               .once = once("handed", id),
               .actor = event.actor_id,
               .objective = ObjectiveId{event.parent_id},
               .about = key_result->title,
               .text = facts::why_handed_over(tx, id)});
}

void key_result_taken_over(Teller const& teller, db::Tx& tx, Event const& event, PersonId from) {
  tell_former(teller, tx, event, from, "");
}

void kpi_handed_over(Teller const& teller, db::Tx& tx, Event const& event, kpi::KpiId id) {
  auto const kpi = facts::kpi(tx, id);
  if (!kpi) return;
  store::take_back(tx, once("handed", id));
  store::take_back(tx, once_gone(id), kpi->owner_id);
  teller.tell(tx, event,
              {.person = kpi->owner_id,
               .kind = NoticeKind::handed_over,
               .once = once("handed", id),
               .actor = event.actor_id,
               .page = NoticePage::kpi,
               .place = id.value,
               .about = kpi->name});
}

void kpi_taken_over(Teller const& teller, db::Tx& tx, Event const& event, PersonId from) {
  kpi::KpiId const id{event.parent_id};
  auto const kpi = facts::kpi(tx, id);
  if (!kpi) return;
  teller.settle(tx, once("kpi", id), from);
  teller.tell_again(tx, event,
                    {.person = from,
                     .kind = NoticeKind::taken_over,
                     .once = once_gone(id),
                     .actor = event.actor_id,
                     .page = NoticePage::kpi,
                     .place = id.value,
                     .about = kpi->name});
}

}  // namespace waymark::notify::hear
