#include "okr/relation.hpp"

#include "core/base/problem.hpp"
#include "okr/objective_store.hpp"
#include "people/directory.hpp"

namespace waymark::okr {

bool Relation::concerned(policy::Viewer const& viewer) const {
  return takes_part || leads || (level == ObjectiveLevel::company && viewer.is(policy::Role::executive));
}

bool may_see(db::Tx& tx, PersonId person, ObjectiveId objective) try {
  relation_to(tx, {.person = person, .roles = people::roles_of(tx, person), .scopes = {}}, objective);
  return true;
} catch (base::Problem const&) {
  return false;
}

Relation concerned_with(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  auto const relation = relation_to(tx, viewer, objective);
  if (relation.concerned(viewer)) return relation;
  throw base::forbidden(
      "Only those whom this objective concerns may do that: its team, its owner, its contributors and their leads.");
}

Relation open_to(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  store::hold(tx, objective);
  return still_open(tx, viewer, objective);
}

Relation still_open(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  auto const relation = concerned_with(tx, viewer, objective);
  if (relation.open()) return relation;
  throw base::conflict("objective_is_over", "This objective is closed or cancelled; it stays as it is.");
}

}  // namespace waymark::okr
