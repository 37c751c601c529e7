#include "core/base/problem.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/check_in/check_ins.hpp"
#include "okr/objective/named.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr {
namespace {

// An open blocker that the viewer may act on, and how they stand to its objective.
struct Grip {
  Blocker blocker;
  Relation relation;
};

Grip grip_on(db::Tx& tx, policy::Viewer const& viewer, BlockerId id) {
  auto const blocker = store::blocker(tx, viewer.person, id);
  auto const relation = relation_through(tx, viewer, blocker ? std::optional{blocker->objective_id} : std::nullopt,
                                         base::not_found("There is no such blocker."));
  if (blocker->may.empty() && !blocker->resolved_at && !relation.concerned(viewer)) {
    throw base::forbidden("Its owner, whoever raised it and the people of the objective may do that.");
  }
  if (blocker->resolved_at) throw base::conflict("blocker_resolved", "This blocker is resolved already.");
  return {*blocker, relation};
}

}  // namespace

PersonId helper_for(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, std::optional<PersonId> named,
                    std::string const& path) {
  auto const helper = named.value_or(store::helper_of(tx, objective));
  if (!store::is_active(tx, helper)) throw base::invalid(path, "There is no such person.");
  if (!named && helper == viewer.person)
    throw base::invalid(path, "Nobody stands above you here: name somebody who can help.");
  return helper;
}

Blocker Blockers::raise(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective,
                        NewBlocker const& wanted) const {
  auto const relation = open_to(tx, viewer, objective);
  if (relation.state == State::draft) throw base::conflict("still_draft", "Publish the objective first.");
  check_belongs(tx, wanted.key_result_id, objective, "key_result_id");
  auto const owner = helper_for(tx, viewer, objective, wanted.owner_id, "owner_id");
  auto const id = tx.new_id<BlockerId>();
  store::insert_blocker(tx, {id, wanted.key_result_id, objective, wanted.text, owner, viewer.person, {}});
  announce(events_, tx, happened.blocker_raised, id, objective, relation, viewer);
  return *store::blocker(tx, viewer.person, id);
}

Blocker Blockers::resolve(db::Tx& tx, policy::Viewer const& viewer, BlockerId id, std::string const& resolution) const {
  auto const [blocker, relation] = grip_on(tx, viewer, id);
  store::resolve(tx, id, resolution, viewer.person);
  announce(events_, tx, happened.blocker_resolved, id, blocker.objective_id, relation, viewer);
  return *store::blocker(tx, viewer.person, id);
}

Blocker Blockers::hand_over(db::Tx& tx, policy::Viewer const& viewer, BlockerId id, PersonId owner) const {
  auto const [blocker, relation] = grip_on(tx, viewer, id);
  if (!store::is_active(tx, owner)) throw base::invalid("owner_id", "There is no such person.");
  store::hand_over(tx, id, owner);
  announce(events_, tx, happened.blocker_handed_over, id, blocker.objective_id, relation, viewer);
  return *store::blocker(tx, viewer.person, id);
}

}  // namespace waymark::okr
