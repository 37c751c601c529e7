#pragma once

#include "core/db/db.hpp"
#include "identity/identity_shapes.hpp"

// Who has never chosen a password and may be given a link by whoever looks: HR, and for administrators administrators.
namespace waymark::identity {

// In the order of their names, from behind `after` on.
std::vector<Newcomer> newcomers(db::Tx& tx, policy::Viewer const& viewer, PersonId after, std::int64_t most);

struct NewcomerCount {
  std::int64_t all;
  std::int64_t without_link;
};
BOOST_DESCRIBE_STRUCT(NewcomerCount, (), (all, without_link))
NewcomerCount count_newcomers(db::Tx& tx, policy::Viewer const& viewer);

// Whom one sheet reaches: those without a link that still lasts come first.
std::vector<PersonId> next_newcomers(db::Tx& tx, policy::Viewer const& viewer, std::int64_t most);

// Nobody where the person is none that the viewer may give a link.
std::optional<Newcomer> newcomer(db::Tx& tx, policy::Viewer const& viewer, PersonId person);

}  // namespace waymark::identity
