#pragma once

#include "core/events/kind.hpp"
#include "people/people_shapes.hpp"

namespace waymark::people {

// What this slice announces.
struct Happened {
  events::Kind<PersonId> person_made{"person.made"};
  events::Kind<PersonId> person_changed{"person.changed"};
  events::Kind<PersonId> person_left{"person.left"};
  events::Kind<TeamId> team_made{"team.made"};
  events::Kind<TeamId> team_changed{"team.changed"};
  events::Kind<TeamId> team_members_changed{"team.members_changed"};
};
BOOST_DESCRIBE_STRUCT(Happened, (),
                      (person_made, person_changed, person_left, team_made, team_changed, team_members_changed))
static_assert(events::are_all_described<Happened>);

inline constexpr Happened happened{};

}  // namespace waymark::people
