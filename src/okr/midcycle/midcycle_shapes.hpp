#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

enum class Decision { keep, change, drop };
BOOST_DESCRIBE_ENUM(Decision, keep, change, drop)

struct NewDecision {
  Decision decision;
  std::optional<json::Text<0, 1000>> reason;  // needed unless it is kept
};
BOOST_DESCRIBE_STRUCT(NewDecision, (), (decision, reason))

struct MidcycleDecision {
  ObjectiveName objective;
  Decision decision;
  std::string reason;
  PersonName decided_by;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(MidcycleDecision, (), (objective, decision, reason, decided_by, at))

struct MidcycleItem {
  ObjectiveWithKeyResults objective;
  std::optional<MidcycleDecision> decision;  // the newest
  std::vector<Decision> may;
};
BOOST_DESCRIBE_STRUCT(MidcycleItem, (), (objective, decision, may))

// The objectives of the caller and of their teams, for a look in the middle of a cycle.
struct Midcycle {
  std::vector<MidcycleItem> items;
};
BOOST_DESCRIBE_STRUCT(Midcycle, (), (items))

}  // namespace waymark::okr
