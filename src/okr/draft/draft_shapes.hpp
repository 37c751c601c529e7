#pragma once

#include "okr/objective/objective_shapes.hpp"

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

struct Votes {
  std::int64_t count;
  bool mine;
};
BOOST_DESCRIBE_STRUCT(Votes, (), (count, mine))

struct NewObjective {
  CycleId cycle_id;
  std::optional<TeamId> team_id;           // a team's objective, or
  std::optional<PersonId> person_id;       // a person's; exactly one of the two
  std::optional<PersonId> accountable_id;  // the caller when left out
  json::Text<1, 300> title;
  std::optional<json::Text<0, 2000>> why;
  std::optional<Ambition> ambition;  // aspirational when left out
  std::optional<ObjectiveId> parent_id;
  std::optional<KeyResultId> parent_key_result_id;
  std::vector<NewKeyResult> key_results;
  std::vector<PersonId> contributor_ids;
  std::optional<bool> publish;
  std::optional<json::Text<0, 1000>> limit_reason;  // why more than the limit; asked for, never required
};
BOOST_DESCRIBE_STRUCT(NewObjective, (),
                      (cycle_id, team_id, person_id, accountable_id, title, why, ambition, parent_id,
                       parent_key_result_id, key_results, contributor_ids, publish, limit_reason))

struct AdviceRequest {
  std::optional<json::Text<0, 300>> title;
  std::vector<NewKeyResult> key_results;
  std::optional<CycleId> cycle_id;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
};
BOOST_DESCRIBE_STRUCT(AdviceRequest, (), (title, key_results, cycle_id, team_id, person_id))

struct AdviceAnswer {
  std::string sentence;
  std::vector<Advice> objective;
  std::vector<std::vector<Advice>> key_results;
  std::vector<ParentSuggestion> parents;  // when the request says for whom and when; most alike first
};
BOOST_DESCRIBE_STRUCT(AdviceAnswer, (), (sentence, objective, key_results, parents))

}  // namespace waymark::okr
