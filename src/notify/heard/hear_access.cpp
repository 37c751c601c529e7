#include "notify/heard/hear.hpp"
#include "people/directory.hpp"

// What somebody is told of their own account and of where others put them: what opens it and what it opens. [NOT-34]
namespace waymark::notify::hear {
namespace {

void tell_alone(Teller const& teller, db::Tx& tx, Event const& event, NoticeKind kind, PersonId id, std::string about) {
  teller.tell(tx, event,
              {.person = id,
               .kind = kind,
               .once = once(json::name_of(kind), event.id),
               .actor = event.actor_id,
               .page = NoticePage::person,
               .place = id.value,
               .about = std::move(about)});
}

void tell_of_team(Teller const& teller, db::Tx& tx, Event const& event, NoticeKind kind, PersonId id) {
  auto const team = event.team_id ? people::team_name(tx, people::TeamId{*event.team_id}) : std::nullopt;
  tell_alone(teller, tx, event, kind, id, team ? team->name : "");
}

}  // namespace

void link_to_account_made(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  tell_alone(teller, tx, event, NoticeKind::access_link, id, "");
}

void guessed_at(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  tell_alone(teller, tx, event, NoticeKind::access_guessed, id, "");
}

void readdressed(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  auto const card = people::card_of(tx, id);
  tell_alone(teller, tx, event, NoticeKind::readdressed, id, card ? card->email : "");
}

void manager_set(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  auto const manager = people::manager_of(tx, id);
  auto const name = manager ? people::name_of(tx, *manager) : std::nullopt;
  tell_alone(teller, tx, event, NoticeKind::manager_set, id, name ? name->name : "");
}

void put_into_team(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  tell_of_team(teller, tx, event, NoticeKind::put_into_team, id);
}

void taken_out_of_team(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  tell_of_team(teller, tx, event, NoticeKind::taken_out_of_team, id);
}

void lead_given(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  tell_of_team(teller, tx, event, NoticeKind::lead_given, id);
}

void lead_taken(Teller const& teller, db::Tx& tx, Event const& event, PersonId id) {
  tell_of_team(teller, tx, event, NoticeKind::lead_taken, id);
}

}  // namespace waymark::notify::hear
