#pragma once

#include "okr/check_in/check_in_shapes.hpp"
#include "okr/objective/objective_shapes.hpp"
#include "okr/past/aims.hpp"

namespace waymark::okr {

// Of a team; of the caller when left out. The cycle is the current one when left out.
struct AimsQuery {
  std::optional<CycleId> cycle;
  std::optional<TeamId> team;
};
BOOST_DESCRIBE_STRUCT(AimsQuery, (), (cycle, team))

// Whether the targets of an owner look too low, up to and with a cycle.
struct Aims {
  std::vector<LowAim> signs;
};
BOOST_DESCRIBE_STRUCT(Aims, (), (signs))

// Of a team or of a person; of the caller when both are left out.
struct PastQuery {
  std::optional<CycleId> cycle;  // that is planned; the current one when left out
  std::optional<TeamId> team;
  std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(PastQuery, (), (cycle, team, person))

// A key result with what was measured and how sure one was.
struct PastKeyResult : KeyResult {
  std::optional<std::int64_t> first_confidence;
  std::vector<double> values;  // the last eight, oldest first
};
BOOST_DESCRIBE_STRUCT(PastKeyResult, (KeyResult), (first_confidence, values))

struct PastObjective : ObjectiveCard {
  std::optional<Verdict> verdict;  // of its grade
  std::vector<PastKeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(PastObjective, (ObjectiveCard), (verdict, key_results))

struct PastCycle {
  CycleName cycle;
  std::optional<GivenGrades> grades;  // of a team
  std::vector<PastObjective> objectives;
};
BOOST_DESCRIBE_STRUCT(PastCycle, (), (cycle, grades, objectives))

// What an owner published in cycles of the same kind that began before; the newest two in which there was something.
struct Past {
  std::vector<PastCycle> cycles;  // newest first
};
BOOST_DESCRIBE_STRUCT(Past, (), (cycles))

}  // namespace waymark::okr
