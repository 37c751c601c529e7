#pragma once

#include <span>

#include "okr/pair/pair_shapes.hpp"

// Finds objectives of different owners that may be the same work, or may pull against each other. Pure: who may see
// what, and who answers what, is decided elsewhere.
namespace waymark::okr {

struct PairKeyResult {
  KeyResultId id;
  std::string title;
  Measure measure;
  std::string unit;
  std::string counter;
  std::optional<KpiId> kpi_id;
};

struct PairObjective {
  ObjectiveId id;
  std::string title;
  std::int64_t owner;      // the same for a team and for those of its people who have some of their own
  std::string owner_name;  // the same for one owner
  std::vector<PairKeyResult> key_results;
};

// What speaks for it, in one order: `low` has the smaller id.
struct FoundPair {
  ObjectiveId low;
  ObjectiveId high;
  PairKind kind;
  std::vector<PairReason> reasons;  // of that kind, three at most
  std::int64_t basis;               // another one once a title, measure or target changes that speaks for it
};

// Two texts are alike when they share seven tenths of their longer words and three of them, or have the same two; key
// results that are not on one measure, four. Not where each names its own team, nor where three other owners have the
// like: that is a plan of the house. [PAIR-1]
// Two key results are on one measure when they follow one KPI, or are alike, in one unit and from the same start.
// [PAIR-2]
// With `of`, only its pairs. The work grows with the number of words, never with that of pairs: a word of more than
// sixty texts finds nothing.
std::vector<FoundPair> pairs(std::span<PairObjective const> objectives, std::optional<ObjectiveId> of = {});

}  // namespace waymark::okr
