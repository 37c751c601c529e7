#include "okr/midcycle/midcycles.hpp"

#include <map>

#include "core/base/problem.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/midcycle/midcycle_store.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/many_store.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/relations.hpp"

namespace waymark::okr {
namespace {

// To drop is to cancel. [OKR-87] [OKR-100]
std::vector<Decision> may_decide(policy::Viewer const& viewer, Relation const& relation) {
  if (relation.state != State::published || relation.phase == Phase::closed) return {};
  std::vector<Decision> all{Decision::keep, Decision::change};
  if (relation.may_end(viewer)) all.push_back(Decision::drop);
  return all;
}

}  // namespace

Midcycle Midcycles::list(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle) const {
  if (!store::cycle(tx, cycle)) throw base::not_found("There is no such cycle.");
  Midcycle midcycle;
  auto const ids = store::up_for_decision(tx, viewer.person, cycle);
  std::map<ObjectiveId, MidcycleDecision> decisions;
  for (auto& decision : store::decisions(tx, ids)) decisions.emplace(decision.objective.id, std::move(decision));
  auto const relations = relations_to(tx, viewer, ids);
  for (auto& card : cards_of(tx, store::objectives(tx, ids))) {
    auto const decision = decisions.find(card.id);
    bool const decided = decision != decisions.end();
    if (card.state == State::cancelled && !decided) continue;
    auto may = may_decide(viewer, relation_in(relations, card.id));
    midcycle.items.push_back(
        {std::move(card), decided ? std::optional{std::move(decision->second)} : std::nullopt, std::move(may)});
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
