#pragma once

#include <set>

#include "core/db/db.hpp"
#include "okr/pair/pairs.hpp"

// What pairs are found in, and the rows of what was done about them.
namespace waymark::okr::store {

// What is published in the cycle, and `with` where it is still a draft of it; in order of ids.
std::vector<PairObjective> pair_objectives(db::Tx& tx, CycleId cycle, std::optional<ObjectiveId> with);

// Which of the cycle are linked, by support or by a dependency that was not declined, either way round.
using LinkedPairs = std::vector<std::pair<std::int64_t, std::int64_t>>;
// Drafts are left out but for `with`.
LinkedPairs linked_pairs(db::Tx& tx, CycleId cycle, std::optional<ObjectiveId> with);

struct PairSideRow {
  ObjectiveId id;
  std::string title;
  std::string owner;
  PersonId accountable_id;
  std::string accountable_name;
  bool accountable_left;
  State state;
};
BOOST_DESCRIBE_STRUCT(PairSideRow, (), (id, title, owner, accountable_id, accountable_name, accountable_left, state))
PairSideRow pair_side(db::Tx& tx, ObjectiveId id);

struct PairActRow {
  ObjectiveId low_id;
  ObjectiveId high_id;
  PairKind kind;
  PairStep step;
  ObjectiveId objective_id;
  std::string objective;
  std::string text;  // empty for a comment that was taken back
  std::int64_t basis;
  PersonId person_id;
  std::string person;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(PairActRow, (),
                      (low_id, high_id, kind, step, objective_id, objective, text, basis, person_id, person, at))
// The newest first.
std::vector<PairActRow> pair_acts_in(db::Tx& tx, CycleId cycle);
std::vector<PairActRow> pair_acts_of(db::Tx& tx, ObjectiveId objective);

struct FreshPairAct {
  PairActId id;
  ObjectiveId low_id;
  ObjectiveId high_id;
  PairKind kind;
  PairStep step;
  ObjectiveId objective_id;
  std::string text;
  std::optional<CommentId> comment_id;
  std::int64_t basis;
};
void insert(db::Tx& tx, FreshPairAct const& fresh, PersonId by);

}  // namespace waymark::okr::store
