#include <map>

#include "core/base/problem.hpp"
#include "notify/facts.hpp"
#include "notify/notify.hpp"
#include "okr/publication.hpp"
#include "okr/relation.hpp"
#include "people/directory.hpp"

// News of others into notices, each in the transaction of the news.
namespace waymark::notify {
namespace {

std::string once(std::string_view what, std::int64_t id) {
  return std::string{what} + ":" + base::id_text(id);
}

bool may_see(db::Tx& tx, PersonId person, ObjectiveId objective) {
  policy::Viewer const reader{.person = person, .roles = people::roles_of(tx, person), .scopes = {}};
  try {
    okr::relation_to(tx, reader, objective);
    return true;
  } catch (base::Problem const&) {
    return false;
  }
}

store::Fresh waits_for_owner(events::Event const& event, facts::Blocker const& blocker) {
  return {.person = blocker.owner_id,
          .kind = NoticeKind::blocker_raised,
          .once = once("blocker", blocker.id),
          .actor = event.actor_id,
          .objective = ObjectiveId{event.parent_id},
          .about = blocker.key_result,
          .text = blocker.text};
}

}  // namespace

void Notify::hear(db::Tx& tx, events::Event const& event) const {
  static std::map<std::string_view, News> const known{
      {"comment.made", &Notify::comment_made},
      {"comment.removed", &Notify::comment_removed},
      {"blocker.raised", &Notify::blocker_raised},
      {"blocker.handed_over", &Notify::blocker_handed_over},
      {"blocker.resolved", &Notify::blocker_resolved},
      {"dependency.asked", &Notify::dependency_asked},
      {"dependency.answered", &Notify::dependency_answered},
      {"dependency.withdrawn", &Notify::dependency_withdrawn},
      {"objective.published", &Notify::objective_published},
      {"objective.taken_back", &Notify::objective_taken_back},
      {"check_in.acknowledged", &Notify::acknowledged},
      {"check_in.made", &Notify::checked_in},
  };
  if (auto const news = known.find(event.kind); news != known.end()) (this->*news->second)(tx, event);
}

void Notify::comment_made(db::Tx& tx, events::Event const& event) const {
  auto const comment = facts::comment(tx, event.subject_id);
  if (!comment) return;
  store::Fresh fresh{.person = comment->accountable_id,
                     .kind = NoticeKind::mention,
                     .once = once("comment", event.subject_id),
                     .actor = event.actor_id,
                     .objective = ObjectiveId{event.parent_id},
                     .about = comment->title,
                     .text = comment->text};
  for (auto const person : facts::mentioned(tx, event.subject_id)) {
    fresh.person = person;
    tell(tx, event, fresh);
  }
  fresh.person = comment->accountable_id;
  fresh.kind = NoticeKind::comment;
  tell(tx, event, fresh);
}

void Notify::comment_removed(db::Tx& tx, events::Event const& event) const {
  store::take_back(tx, once("comment", event.subject_id));
}

void Notify::blocker_raised(db::Tx& tx, events::Event const& event) const {
  auto const blocker = facts::newest_blocker(tx, event.parent_id, event.subject_id);
  if (blocker) tell(tx, event, waits_for_owner(event, *blocker));
}

void Notify::blocker_handed_over(db::Tx& tx, events::Event const& event) const {
  auto const blocker = facts::blocker(tx, event.subject_id);
  if (blocker) tell(tx, event, waits_for_owner(event, *blocker));
}

void Notify::blocker_resolved(db::Tx& tx, events::Event const& event) const {
  auto const blocker = facts::blocker(tx, event.subject_id);
  if (!blocker) return;
  store::settle(tx, once("blocker", blocker->id));
  tell(tx, event,
       {.person = blocker->raised_by,
        .kind = NoticeKind::blocker_resolved,
        .once = once("resolved", blocker->id),
        .actor = event.actor_id,
        .objective = ObjectiveId{event.parent_id},
        .about = blocker->key_result,
        .text = blocker->resolution});
}

void Notify::dependency_asked(db::Tx& tx, events::Event const& event) const {
  auto const asked = facts::dependency(tx, event.subject_id);
  if (!asked) return;
  tell(tx, event,
       {.person = asked->provider_accountable_id,
        .kind = NoticeKind::dependency_asked,
        .once = once("asked", event.subject_id),
        .actor = event.actor_id,
        .objective = asked->provider_id,
        .about = asked->objective,
        .text = asked->need});
}

void Notify::dependency_answered(db::Tx& tx, events::Event const& event) const {
  auto const answered = facts::dependency(tx, event.subject_id);
  if (!answered) return;
  store::settle(tx, once("asked", event.subject_id));
  auto const state = std::string{boost::describe::enum_to_string(answered->state, "")};
  store::Fresh fresh{.person = answered->asked_by,
                     .kind = NoticeKind::dependency_answered,
                     .once = once(state, event.subject_id),
                     .actor = event.actor_id,
                     .objective = answered->objective_id,
                     .about = answered->provider,
                     .text = answered->answer.empty() ? answered->need : answered->answer};
  tell(tx, event, fresh);
  fresh.person = answered->objective_accountable_id;
  tell(tx, event, fresh);
}

void Notify::dependency_withdrawn(db::Tx& tx, events::Event const& event) const {
  store::take_back(tx, once("asked", event.subject_id));
}

void Notify::objective_published(db::Tx& tx, events::Event const& event) const {
  ObjectiveId const objective{event.subject_id};
  if (!facts::company_objective(tx, objective, 0, tx.now())) return;
  jobs_.enqueue(tx, "notify.everybody", objective.text() + event.actor_id.value_or(PersonId{}).text(),
                tx.now() + okr::untold_ms);
}

void Notify::objective_taken_back(db::Tx& tx, events::Event const& event) const {
  store::take_back(tx, store::once_published(ObjectiveId{event.subject_id}));
}

void Notify::acknowledged(db::Tx& tx, events::Event const& event) const {
  auto const check_in = facts::check_in(tx, event.subject_id);
  if (!check_in) return;
  tell(tx, event,
       {.person = check_in->author_id,
        .kind = NoticeKind::acknowledged,
        .once = once("acknowledged", event.subject_id),
        .actor = event.actor_id,
        .objective = ObjectiveId{event.parent_id},
        .about = check_in->key_result,
        .text = check_in->text});
}

void Notify::checked_in(db::Tx& tx, events::Event const& event) const {
  if (!event.actor_id || !store::is_reminded(tx, *event.actor_id)) return;
  auto const left = reminders(facts::waiting_for(tx, *event.actor_id), tx.today(), handed_up_after_(tx));
  if (!left.empty()) return;
  store::settle_reminders(tx, *event.actor_id);
  announce(tx, *event.actor_id);
}

void Notify::tell(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) const {
  if (event.actor_id == fresh.person || !people::is_active(tx, fresh.person)) return;
  if (event.restricted && fresh.objective && !may_see(tx, fresh.person, *fresh.objective)) return;
  if (store::insert(tx, fresh)) announce(tx, fresh.person);
}

// Only the person's own pages hear it.
void Notify::announce(db::Tx& tx, PersonId person) const {
  events_.announce(tx, {.id = {},
                        .kind = "notice.made",
                        .subject = "notice",
                        .subject_id = person.value,
                        .parent_id = person.value,
                        .team_id = {},
                        .actor_id = {},
                        .restricted = true,
                        .at = 0});
}

}  // namespace waymark::notify
