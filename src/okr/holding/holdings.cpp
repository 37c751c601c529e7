#include "okr/holding/holdings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/holding/holding_store.hpp"
#include "okr/objective/named.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "people/directory.hpp"
#include "people/rules.hpp"

namespace waymark::okr {
namespace {

using rest::Call;

// Those of `held` that were named, or all of them.
template <class Held, class Id>
std::vector<Held> chosen(std::vector<Held> held, std::vector<Id> const& named, bool all, std::string_view path) {
  if (all) return held;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (std::ranges::find(held, named[i], &Held::id) == held.end())
      throw base::invalid(fmt::format("{}[{}]", path, i), "This does not wait for this person.");
  }
  std::erase_if(held, [&](Held const& one) { return std::ranges::find(named, one.id) == named.end(); });
  return held;
}

// One handover: who gives, who takes, and why.
struct Turn {
  PersonName from, to;
  std::string reason;
};

void give(db::Tx& tx, events::Events const& events, policy::Viewer const& viewer, ObjectiveName const& objective,
          Turn const& turn) {
  store::hold(tx, objective.id);
  store::insert_change(tx, objective.id, {}, "accountable", turn.from.name, turn.to.name, turn.reason, viewer.person);
  store::give(tx, objective.id, turn.to.id);
  auto const relation = relation_to(tx, viewer, objective.id);
  announce(events, tx, happened.objective_changed, objective.id, objective.id, relation, viewer);
  announce_handover(events, tx, objective.id, turn.from.id, relation, viewer);
}

void give(db::Tx& tx, events::Events const& events, policy::Viewer const& viewer, HeldKeyResult const& held,
          Turn const& turn) {
  auto const objective = held.objective.id;
  store::hold(tx, objective);
  store::insert_change(tx, objective, held.id, "owner", turn.from.name, turn.to.name, turn.reason, viewer.person);
  store::give(tx, held.id, turn.to.id);
  auto const relation = relation_to(tx, viewer, objective);
  announce(events, tx, happened.key_result_changed, held.id, objective, relation, viewer);
  announce_handover(events, tx, held.id, turn.from.id, objective, relation, viewer);
}

void give(db::Tx& tx, events::Events const& events, policy::Viewer const& viewer, HeldBlocker const& held,
          Turn const& turn) {
  store::hand_over(tx, held.id, turn.to.id);
  announce(events, tx, happened.blocker_handed_over, held.id, held.objective.id,
           relation_to(tx, viewer, held.objective.id), viewer);
}

PersonName known(db::Tx& tx, PersonId person) {
  auto name = people::name_of(tx, person);
  if (!name) throw base::not_found("There is no such person.");
  return *std::move(name);
}

bool may_hand_over(db::Tx& tx, policy::Viewer const& viewer, PersonId person) {
  return people::may_hand_over(viewer, {person, {}, {}, people::above_of(tx, person)});
}

void check_may_hand_over(bool may) {
  if (!may) throw base::forbidden("Their manager, who stands in for them, HR and administrators may do that.");
}

// What is named one by one may also be given by those who may end its objective. [OKR-100]
bool ends_all_of(db::Tx& tx, policy::Viewer const& viewer, NewHandover const& wanted) {
  auto const ends = [&](ObjectiveId id) { return relation_to(tx, viewer, id).may_end(viewer); };
  return !wanted.names_nothing() && wanted.blocker_ids.empty() && std::ranges::all_of(wanted.objective_ids, ends) &&
         std::ranges::all_of(wanted.key_result_ids, [&](KeyResultId id) { return ends(objective_of(tx, viewer, id)); });
}

}  // namespace

Holdings holdings_seen_by(db::Tx& tx, policy::Viewer const& viewer, PersonId person) {
  auto held = holdings_of(tx, person);
  check_may_hand_over(may_hand_over(tx, viewer, person));
  return held;
}

Holdings holdings_of(db::Tx& tx, PersonId person) {
  return {known(tx, person), !store::is_active(tx, person), store::objectives_held(tx, person),
          store::key_results_held(tx, person), store::blockers_held(tx, person)};
}

Holdings hand_over(db::Tx& tx, events::Events const& events, policy::Viewer const& viewer, PersonId from,
                   NewHandover const& wanted) {
  auto const held = holdings_of(tx, from);
  check_may_hand_over(may_hand_over(tx, viewer, from) || ends_all_of(tx, viewer, wanted));
  if (wanted.successor_id == from || !store::is_active(tx, wanted.successor_id))
    throw base::invalid("successor_id", "Name somebody else who is here.");
  Turn const turn{held.person, known(tx, wanted.successor_id), wanted.reason.value_or("")};
  bool const all = wanted.names_nothing();
  std::size_t given = 0;
  auto const give_each = [&](auto const& those) {
    for (auto const& one : those) give(tx, events, viewer, one, turn);
    given += those.size();
  };
  give_each(chosen(held.objectives, wanted.objective_ids, all, "objective_ids"));
  give_each(chosen(held.key_results, wanted.key_result_ids, all, "key_result_ids"));
  give_each(chosen(held.blockers, wanted.blocker_ids, all, "blocker_ids"));
  audit::record(tx, viewer.person, "person.handed_over", "person", from.value, wanted.reason.value_or(""),
                {.with = wanted.successor_id, .codes = audit::code("count", std::to_string(given))});
  return holdings_of(tx, from);
}

std::vector<rest::Route> holding_routes(events::Events const& events) {
  return {
      rest::get("/api/v1/people/{person}/holdings", policy::signed_in,
                "Lists what waits for a person: objectives, key results, blockers.",
                [](Call<> const& c) { return holdings_seen_by(c.tx, c.viewer, c.id<PersonId>("person")); }),
      rest::post("/api/v1/people/{person}/handovers", policy::signed_in,
                 "Gives what waits for a person, or some of it, to a successor; answers what is left.",
                 [&events](Call<NewHandover> const& c) {
                   return hand_over(c.tx, events, c.viewer, c.id<PersonId>("person"), c.body);
                 }),
  };
}

}  // namespace waymark::okr
