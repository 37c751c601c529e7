#pragma once

#include "connect/directory/people_rows.hpp"
#include "people/people.hpp"

namespace waymark::connect {

/// What an import of a directory made and changed.
struct PeopleMade {
  std::int64_t teams = 0;
  std::int64_t persons = 0;
  std::int64_t managers = 0;  // reporting lines that were set or changed
  std::int64_t memberships = 0;
  std::int64_t roles = 0;  // persons whose roles were set or changed
  std::int64_t known = 0;  // persons who were there already
};

/// Carries out a plan in one transaction. Persons who are there already, by id or e-mail address, keep name and title;
/// their team, manager and roles become what the file says. Throws Problem where a manager is nowhere.
PeopleMade import_people(db::Tx& tx, people::People const& people, policy::Viewer const& viewer,
                         PeoplePlan const& plan);

}  // namespace waymark::connect
