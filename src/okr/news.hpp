#pragma once

#include "core/events/events.hpp"
#include "okr/relation.hpp"

namespace waymark::okr {

// News about a key result or an objective. What is a draft stays among those whom it concerns.
template <class AnyId>
void announce(events::Events const& events, db::Tx& tx, std::string_view kind, AnyId subject, ObjectiveId objective,
              Relation const& relation, policy::Viewer const& viewer, bool restricted = false) {
  std::optional<std::int64_t> team;
  if (relation.team_id) team = relation.team_id->value;
  events.announce(tx, {.id = {},
                       .kind = std::string{kind},
                       .subject = std::string{kind.substr(0, kind.find('.'))},
                       .subject_id = subject.value,
                       .parent_id = objective.value,
                       .team_id = team,
                       .actor_id = viewer.person,
                       .restricted = restricted || relation.state == State::draft,
                       .at = 0});
}

}  // namespace waymark::okr
