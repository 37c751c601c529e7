#include "notify/facts/facts.hpp"
#include "notify/heard/hear.hpp"

// What people say to each other and ask of each other.
namespace waymark::notify::hear {
namespace {

store::Fresh waits_for_owner(Event const& event, facts::Blocker const& blocker) {
  return {.person = blocker.owner_id,
          .kind = NoticeKind::blocker_raised,
          .once = once("blocker", blocker.id),
          .actor = event.actor_id,
          .objective = ObjectiveId{event.parent_id},
          .about = blocker.key_result,
          .text = blocker.text};
}

}  // namespace

void comment_made(Teller const& teller, db::Tx& tx, Event const& event, okr::CommentId id) {
  auto const comment = facts::comment(tx, id);
  if (!comment) return;
  auto const tell = [&](PersonId person, NoticeKind kind) {
    teller.tell(tx, event,
                {.person = person,
                 .kind = kind,
                 .once = once("comment", id),
                 .actor = event.actor_id,
                 .page = NoticePage::comment,
                 .objective = ObjectiveId{event.parent_id},
                 .place = id.value,
                 .about = comment->title,
                 .text = comment->text});
  };
  if (comment->thanked_id) tell(*comment->thanked_id, NoticeKind::thanked);  // who is thanked is mentioned as well
  for (auto const person : facts::mentioned(tx, id)) tell(person, NoticeKind::mention);
  tell(comment->accountable_id, NoticeKind::comment);
}

void comment_removed(Teller const&, db::Tx& tx, Event const&, okr::CommentId id) {
  store::take_back(tx, once("comment", id));
}

void blocker_raised(Teller const& teller, db::Tx& tx, Event const& event, okr::BlockerId id) {
  auto const blocker = facts::blocker(tx, id);
  if (blocker) teller.tell(tx, event, waits_for_owner(event, *blocker));
}

void blocker_handed_over(Teller const& teller, db::Tx& tx, Event const& event, okr::BlockerId id) {
  store::take_back(tx, once("blocker", id));
  blocker_raised(teller, tx, event, id);
  settle_left_behind(teller, tx);
}

void blocker_resolved(Teller const& teller, db::Tx& tx, Event const& event, okr::BlockerId id) {
  auto const blocker = facts::blocker(tx, id);
  if (!blocker) return;
  teller.settle(tx, once("blocker", id));
  teller.tell(tx, event,
              {.person = blocker->raised_by,
               .kind = NoticeKind::blocker_resolved,
               .once = once("resolved", blocker->id),
               .actor = event.actor_id,
               .objective = ObjectiveId{event.parent_id},
               .about = blocker->key_result,
               .text = blocker->resolution});
  settle_left_behind(teller, tx);
}

void dependency_asked(Teller const& teller, db::Tx& tx, Event const& event, okr::DependencyId id) {
  auto const asked = facts::dependency(tx, id);
  if (!asked) return;
  teller.tell(tx, event,
              {.person = asked->provider_accountable_id,
               .kind = NoticeKind::dependency_asked,
               .once = once("asked", id),
               .actor = event.actor_id,
               .objective = asked->provider_id,
               .place = asked->objective_id.value,
               .about = asked->objective,
               .text = asked->need});
}

void dependency_answered(Teller const& teller, db::Tx& tx, Event const& event, okr::DependencyId id) {
  auto const answered = facts::dependency(tx, id);
  if (!answered) return;
  teller.settle(tx, once("asked", id));
  auto const state = std::string{boost::describe::enum_to_string(answered->state, "")};
  store::Fresh fresh{.person = answered->asked_by,
                     .kind = NoticeKind::dependency_answered,
                     .once = once(state, id),
                     .actor = event.actor_id,
                     .objective = answered->objective_id,
                     .place = answered->provider_id.value,
                     .about = answered->provider,
                     .text = answered->answer.empty() ? answered->need : answered->answer};
  teller.tell(tx, event, fresh);
  fresh.person = answered->objective_accountable_id;
  teller.tell(tx, event, fresh);
}

void dependency_withdrawn(Teller const&, db::Tx& tx, Event const&, okr::DependencyId id) {
  store::take_back(tx, once("asked", id));
}

}  // namespace waymark::notify::hear
