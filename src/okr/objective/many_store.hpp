#pragma once

#include <span>

#include "okr/objective/key_result_store.hpp"
#include "okr/objective/objective_store.hpp"

// The rows of many objectives or key results, in one statement however many they are.
namespace waymark::okr::store {

std::vector<ObjectiveRow> objectives(db::Tx& tx, std::span<ObjectiveId const> ids);   // in order of ids
std::vector<KeyResultRow> key_results(db::Tx& tx, std::span<KeyResultId const> ids);  // in order of ids, none dropped

// Those of one objective side by side and in their order, the objectives in order of their ids.
std::vector<KeyResultRow> of_objectives(db::Tx& tx, std::span<ObjectiveId const> objectives);

// Those of one key result side by side and in their order, the key results in order of their ids.
std::vector<MilestoneLine> milestones_of(db::Tx& tx, std::span<KeyResultId const> key_results);

// What was said of a key result in a check-in that was not withdrawn.
struct SaidOf {
  KeyResultId key_result_id;
  std::optional<double> value;
  std::optional<std::int64_t> confidence;
};
BOOST_DESCRIBE_STRUCT(SaidOf, (), (key_result_id, value, confidence))
// Of one key result side by side, the oldest first; the key results in order of their ids.
std::vector<SaidOf> said_of(db::Tx& tx, std::span<KeyResultId const> key_results);

struct AncestorOf : Ancestor {
  ObjectiveId start_id;
};
BOOST_DESCRIBE_STRUCT(AncestorOf, (Ancestor), (start_id))
std::vector<AncestorOf> ancestors(db::Tx& tx, std::span<ObjectiveId const> ids);  // of each, the nearest first

}  // namespace waymark::okr::store
