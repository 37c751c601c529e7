#include "core/json/write.hpp"
#include "notify/facts/facts.hpp"
#include "notify/heard/hear.hpp"

// What becomes of the links between objectives, and of what is supported through them.
namespace waymark::notify::hear {
namespace {

constexpr NoticeKind of_parents[]{NoticeKind::parent_cancelled, NoticeKind::parent_retitled};

std::string once_below(NoticeKind kind, ObjectiveId child, ObjectiveId parent) {
  return once(once(json::name_of(kind), child), parent);
}

}  // namespace

void tell_below(Teller const& teller, db::Tx& tx, Event const& event, OfParent const& what) {
  for (auto const& child : facts::children(tx, what.parent))
    teller.tell_again(tx, event,
                      {.person = child.accountable_id,
                       .kind = what.kind,
                       .once = once_below(what.kind, child.id, what.parent),
                       .actor = event.actor_id,
                       .objective = child.id,
                       .place = what.parent.value,
                       .about = what.title,
                       .text = what.reason});
}

void take_back_below(db::Tx& tx, NoticeKind kind, ObjectiveId parent) {
  for (auto const& child : facts::children(tx, parent)) store::take_back(tx, once_below(kind, child.id, parent));
}

void settle_above(Teller const& teller, db::Tx& tx, ObjectiveId child) {
  for (auto const parent : facts::parents(tx, child))
    for (auto const kind : of_parents) teller.settle(tx, once_below(kind, child, parent));
}

void link_made(Teller const& teller, db::Tx& tx, Event const&, okr::LinkId id) {
  auto const link = facts::link(tx, id);
  if (link && okr::is_open(link->parent_state)) settle_above(teller, tx, link->child_id);
}

void link_proposed(Teller const& teller, db::Tx& tx, Event const& event, okr::LinkId id) {
  auto const link = facts::link(tx, id);
  if (!link) return;
  store::Fresh fresh{.person = link->child_accountable_id,
                     .kind = NoticeKind::link_proposed,
                     .once = once("link", id),
                     .actor = event.actor_id,
                     .objective = link->child_id,
                     .place = link->parent_id.value,
                     .about = link->parent};
  teller.tell(tx, event, fresh);
  fresh.person = link->parent_accountable_id;
  fresh.objective = link->parent_id;
  fresh.place = link->child_id.value;
  fresh.about = link->child;
  teller.tell(tx, event, fresh);
}

void link_accepted(Teller const& teller, db::Tx& tx, Event const& event, okr::LinkId id) {
  auto const link = facts::link(tx, id);
  if (!link) return;
  teller.settle(tx, once("link", id));
  teller.tell(tx, event,
              {.person = link->proposed_by,
               .kind = NoticeKind::link_accepted,
               .once = once("accepted", id),
               .actor = event.actor_id,
               .objective = link->child_id,
               .place = link->parent_id.value,
               .about = link->parent});
  link_made(teller, tx, event, id);
}

void link_removed(Teller const&, db::Tx& tx, Event const&, okr::LinkId id) {
  store::take_back(tx, once("link", id));
  auto const link = facts::link(tx, id);
  if (!link) return;
  for (auto const kind : of_parents) store::take_back(tx, once_below(kind, link->child_id, link->parent_id));
}

}  // namespace waymark::notify::hear
