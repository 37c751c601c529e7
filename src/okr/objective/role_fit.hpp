#pragma once

#include "core/rest/route.hpp"
#include "okr/objective/objective_store.hpp"

// Whether an objective fits the role of whoever answers for it, in their own words: yes, or nothing. [SHARE-5]
namespace waymark::okr {

RoleFit role_fit(db::Tx& tx, policy::Viewer const& viewer, store::ObjectiveRow const& row);

// Throws forbidden for all but the accountable person, conflict where it is over or their profile names no role. Twice
// is not an error.
RoleFit confirm_role(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective);
void take_back_role(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective);

namespace store {

std::optional<std::int64_t> role_confirmed(db::Tx& tx, ObjectiveId objective, PersonId person, std::string const& role);
std::string role_of(db::Tx& tx, PersonId person);
// Of what the person answers for in the cycle: all that they said fits the role that they have now.
std::vector<ObjectiveId> fitting(db::Tx& tx, PersonId person, CycleId cycle);
void keep_role_fit(db::Tx& tx, ObjectiveId objective, PersonId person, std::string const& role);
void remove_role_fit(db::Tx& tx, ObjectiveId objective);

}  // namespace store

std::vector<rest::Route> role_fit_routes();

}  // namespace waymark::okr
