#pragma once

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::okr {

// Has this person the rights of somebody who has left, because they stand in for them?
bool stands_in_for(db::Tx& tx, policy::PersonId person, policy::PersonId who_left);

}  // namespace waymark::okr
