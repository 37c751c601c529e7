#pragma once

#include "core/events/kind.hpp"
#include "people/people_shapes.hpp"

namespace waymark::people {

// What this slice announces.
struct Happened {
  events::Kind<PersonId> person_made{"person.made"};
  events::Kind<PersonId> person_changed{"person.changed"};
  events::Kind<PersonId> person_left{"person.left"};
  events::Kind<PersonId> readdressed{"person.readdressed"};
  events::Kind<PersonId> manager_set{"person.manager_set"};
  events::Kind<PersonId> put_into_team{"person.put_into_team"};  // the team stands with it
  events::Kind<PersonId> taken_out_of_team{"person.taken_out_of_team"};
  events::Kind<PersonId> lead_given{"person.lead_given"};
  events::Kind<PersonId> lead_taken{"person.lead_taken"};
  events::Kind<PersonId> link_made{"person.link_made"};  // that opens their account
  events::Kind<PersonId> guessed_at{"person.guessed_at"};
  events::Kind<TeamId> team_made{"team.made"};
  events::Kind<TeamId> team_changed{"team.changed"};
  events::Kind<TeamId> team_members_changed{"team.members_changed"};
};
BOOST_DESCRIBE_STRUCT(Happened, (),
                      (person_made, person_changed, person_left, readdressed, manager_set, put_into_team,
                       taken_out_of_team, lead_given, lead_taken, link_made, guessed_at, team_made, team_changed,
                       team_members_changed))
static_assert(events::are_all_described<Happened>);

inline constexpr Happened happened{};

}  // namespace waymark::people
