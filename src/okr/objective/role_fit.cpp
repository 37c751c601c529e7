#include "okr/objective/role_fit.hpp"

#include "core/base/problem.hpp"
#include "okr/objective/relation.hpp"

namespace waymark::okr {
namespace {

void check_accountable(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  check_open(relation_to(tx, viewer, objective));
  if (store::objective(tx, objective)->accountable_id != viewer.person)
    throw base::forbidden("Whoever answers for an objective says that it fits their role.");
}

}  // namespace

RoleFit role_fit(db::Tx& tx, policy::Viewer const& viewer, store::ObjectiveRow const& row) {
  auto const role = store::role_of(tx, row.accountable_id);
  RoleFit fit{role, store::role_confirmed(tx, row.id, row.accountable_id, role), {}};
  if (is_open(row.state) && row.accountable_id == viewer.person && !role.empty()) fit.may = {"confirm"};
  return fit;
}

RoleFit confirm_role(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  check_accountable(tx, viewer, objective);
  auto const role = store::role_of(tx, viewer.person);
  if (role.empty()) throw base::conflict("no_role", "Your profile names no role yet; HR can write it there.");
  store::keep_role_fit(tx, objective, viewer.person, role);
  return role_fit(tx, viewer, *store::objective(tx, objective));
}

void take_back_role(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  check_accountable(tx, viewer, objective);
  store::remove_role_fit(tx, objective);
}

std::vector<rest::Route> role_fit_routes() {
  using rest::Call;
  return {
      rest::put("/api/v1/objectives/{objective}/role-fit", policy::signed_in,
                "Says that an objective fits the role of the caller, who answers for it.",
                [](Call<> const& c) { return confirm_role(c.tx, c.viewer, c.id<ObjectiveId>("objective")); }),
      rest::del("/api/v1/objectives/{objective}/role-fit", policy::signed_in,
                "Takes back that an objective fits the role of the caller.",
                [](Call<> const& c) { take_back_role(c.tx, c.viewer, c.id<ObjectiveId>("objective")); }),
  };
}

}  // namespace waymark::okr
