#pragma once

#include "core/events/events.hpp"
#include "okr/objective/relation.hpp"
#include "okr/rules/happened.hpp"

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

// Somebody else answers for an objective now than this person did. A draft is its writers' own. [OKR-103]
inline void announce_handover(events::Events const& events, db::Tx& tx, ObjectiveId id, PersonId from,
                              Relation const& relation, policy::Viewer const& viewer) {
  if (relation.state == State::draft) return;
  announce(events, tx, happened.objective_handed_over, id, id, relation, viewer);
  announce(events, tx, happened.objective_taken_over, from, id, relation, viewer);
}

// Somebody else owns a key result now; nobody before where it is new.
inline void announce_handover(events::Events const& events, db::Tx& tx, KeyResultId id, std::optional<PersonId> from,
                              ObjectiveId objective, Relation const& relation, policy::Viewer const& viewer) {
  if (relation.state == State::draft) return;
  announce(events, tx, happened.key_result_handed_over, id, objective, relation, viewer);
  if (from) announce(events, tx, happened.key_result_taken_over, *from, objective, relation, viewer);
}

}  // namespace waymark::okr
