#pragma once

#include "okr/check_in/check_in_shapes.hpp"
#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

struct HeldKeyResult {
  KeyResultId id;
  std::string title;
  ObjectiveName objective;
};
BOOST_DESCRIBE_STRUCT(HeldKeyResult, (), (id, title, objective))

struct HeldBlocker {
  BlockerId id;
  std::string text;
  ObjectiveName objective;
};
BOOST_DESCRIBE_STRUCT(HeldBlocker, (), (id, text, objective))

// What waits for one person: the published objectives they answer for, the key results they own, the blockers they are
// to resolve.
struct Holdings {
  PersonName person;
  bool has_left;
  std::vector<ObjectiveName> objectives;
  std::vector<HeldKeyResult> key_results;
  std::vector<HeldBlocker> blockers;
};
BOOST_DESCRIBE_STRUCT(Holdings, (), (person, has_left, objectives, key_results, blockers))

// Everything, where nothing is named.
struct NewHandover {
  PersonId successor_id;
  std::vector<ObjectiveId> objective_ids;
  std::vector<KeyResultId> key_result_ids;
  std::vector<BlockerId> blocker_ids;
  std::optional<json::Text<0, 1000>> reason;

  bool names_nothing() const { return objective_ids.empty() && key_result_ids.empty() && blocker_ids.empty(); }
};
BOOST_DESCRIBE_STRUCT(NewHandover, (), (successor_id, objective_ids, key_result_ids, blocker_ids, reason))

}  // namespace waymark::okr
