#pragma once

#include "core/events/events.hpp"
#include "okr/happened.hpp"
#include "okr/relation.hpp"

namespace waymark::okr {

// News about a key result or an objective. What is a draft stays among those whom it concerns.
template <class SubjectId>
void announce(events::Events const& events, db::Tx& tx, events::Kind<SubjectId> const& kind, SubjectId subject,
              ObjectiveId objective, Relation const& relation, policy::Viewer const& viewer, bool restricted = false) {
  events.announce(tx, kind, subject,
                  {.parent_id = objective.value,
                   .team_id = relation.team_id ? std::optional{relation.team_id->value} : std::nullopt,
                   .actor_id = viewer.person,
                   .restricted = restricted || relation.state == State::draft});
}

}  // namespace waymark::okr
