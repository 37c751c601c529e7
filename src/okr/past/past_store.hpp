#pragma once

#include "core/db/db.hpp"
#include "okr/objective/writers.hpp"
#include "okr/past/past_shapes.hpp"

// What an owner published, cycle by cycle.
namespace waymark::okr::store {

struct PastRow {
  CycleId cycle_id;
  std::string cycle;
  base::Day starts_on;
  ObjectiveId id;
  State state;
  Ambition ambition;
  std::optional<double> grade;
};
BOOST_DESCRIBE_STRUCT(PastRow, (), (cycle_id, cycle, starts_on, id, state, ambition, grade))

// Published or closed, in cycles of one kind that began until then; the newest cycle first, those of one together.
std::vector<PastRow> past_of(db::Tx& tx, Owner const& owner, CycleKind kind, base::Day until);

// How the key results of its closed objectives ended that were measured.
struct EndingRow {
  ObjectiveId objective_id;
  double grade;
  std::optional<std::int64_t> first_confidence;
};
BOOST_DESCRIBE_STRUCT(EndingRow, (), (objective_id, grade, first_confidence))
std::vector<EndingRow> endings_of(db::Tx& tx, Owner const& owner);

}  // namespace waymark::okr::store
