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

}  // namespace waymark::okr
