#include "okr/midcycle/midcycles.hpp"

#include "core/base/problem.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/midcycle/midcycle_store.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/news.hpp"

namespace waymark::okr {
namespace {

// To drop is to cancel. [OKR-87] [OKR-100]
std::vector<Decision> may_decide(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) {
  auto const relation = relation_to(tx, viewer, id);
  if (relation.state != State::published || relation.phase == Phase::closed) return {};
  std::vector<Decision> all{Decision::keep, Decision::change};
  if (relation.may_end(viewer)) all.push_back(Decision::drop);
  return all;
}

}  // namespace

Midcycle Midcycles::list(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle) const {
  if (!store::cycle(tx, cycle)) throw base::not_found("There is no such cycle.");
  Midcycle midcycle;
  for (auto const id : store::up_for_decision(tx, viewer.person, cycle)) {
    auto const row = *store::objective(tx, id);
    auto decision = store::decision(tx, id);
    if (row.state == State::cancelled && !decision) continue;
    midcycle.items.push_back(
        {card_of(row, store::of_objective(tx, id), tx.today()), std::move(decision), may_decide(tx, viewer, id)});
  }
  return midcycle;
}

MidcycleDecision Midcycles::decide(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id,
                                   NewDecision const& wanted) const {
  auto const relation = open_to(tx, viewer, id);
  if (relation.state == State::draft) throw base::conflict("still_draft", "This is a draft: publish or delete it.");
  std::string const reason = wanted.reason.value_or("");
  if (wanted.decision != Decision::keep && reason.empty())
    throw base::invalid("reason", "Say in a line what has changed since the cycle began.");
  store::insert_decision(tx, id, wanted.decision, reason, viewer.person);
  if (wanted.decision == Decision::drop) {
    objectives_.cancel(tx, viewer, id, reason);
  } else {
    announce(events_, tx, happened.objective_reviewed, id, id, relation, viewer);
  }
  return *store::decision(tx, id);
}

}  // namespace waymark::okr
