#pragma once

#include "okr/objective_shapes.hpp"

namespace waymark::okr {

// An objective that a draft could support. `likeness` says how much both speak of the same, from 0 to 1.
struct ParentSuggestion {
  ObjectiveName objective;
  ObjectiveLevel level;
  std::string owner;
  double likeness;
};
BOOST_DESCRIBE_STRUCT(ParentSuggestion, (), (objective, level, owner, likeness))

// A draft of others that was shared with somebody who has not answered yet.
struct SharedDraft {
  ObjectiveId id;
  std::string title;
  PersonName shared_by;
  std::int64_t shared_at;
  std::optional<TeamName> team;  // with this team of theirs; with them alone when left out
};
BOOST_DESCRIBE_STRUCT(SharedDraft, (), (id, title, shared_by, shared_at, team))

}  // namespace waymark::okr
