#include "okr/objective/relation.hpp"

#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/objective/stand_in.hpp"
#include "people/directory.hpp"

namespace waymark::okr {

bool Relation::concerned(policy::Viewer const& viewer) const {
  return takes_part || leads || (level == ObjectiveLevel::company && viewer.is(policy::Role::executive));
}

namespace {

bool ends_their_own(Relation const& relation, policy::Viewer const& viewer) {
  return relation.answers || (relation.level == ObjectiveLevel::company && viewer.is(policy::Role::executive));
}

}  // namespace

bool Relation::may_end(policy::Viewer const& viewer) const {
  return ends_their_own(*this, viewer) || viewer.is(policy::Role::hr);
}

bool Relation::may_withdraw(policy::Viewer const& viewer) const {
  return wrote || ends_their_own(*this, viewer);
}

Relation to_end(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, std::string_view action) {
  store::hold(tx, objective);
  auto const relation = relation_to(tx, viewer, objective);
  if (!relation.may_end(viewer)) {
    throw base::forbidden(
        "Whoever answers for it, the lead of its team or the manager of its person, executives for the company, and HR "
        "may do that.");
  }
  if (action.empty()) return relation;
  auto const own = ends_their_own(relation, viewer);
  auto const stands_in = own && stands_in_for(tx, viewer.person, relation.accountable_id);
  if (!own || stands_in)
    audit::record(tx, viewer.person, action, "objective", objective.value, {},
                  {.in_place_of = relation.accountable_id, .codes = audit::code("right", own ? "stand_in" : "hr")});
  return relation;
}

void check_withdraws(policy::Viewer const& viewer, Relation const& relation) {
  if (relation.may_withdraw(viewer)) return;
  throw base::forbidden(
      "Whoever wrote it or answers for it, the lead of its team or the manager of its person, and executives for the "
      "company may do that.");
}

void check_open(Relation const& relation) {
  if (!relation.open())
    throw base::conflict("objective_is_over", "This objective is closed or cancelled; it stays as it is.");
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
  check_open(relation);
  return relation;
}

}  // namespace waymark::okr
