#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

struct BoardQuery {
  std::optional<CycleId> cycle;  // the current one when left out
};
BOOST_DESCRIBE_STRUCT(BoardQuery, (), (cycle))

// One team's OKRs of one cycle.
struct TeamBoard {
  TeamName team;
  CycleName cycle;
  std::int64_t counted;            // of its objectives: published or closed
  std::int64_t drafts;             // that the viewer may see
  std::optional<double> progress;  // mean of those that are counted
  std::vector<ObjectiveWithKeyResults> objectives;
  std::vector<Advice> advice;
  std::vector<std::string> may;  // "write_objective"
};
BOOST_DESCRIBE_STRUCT(TeamBoard, (), (team, cycle, counted, drafts, progress, objectives, advice, may))

// What one person is in, in one cycle: what they answer for, contribute to or own a key result of. Drafts are left out.
struct PersonBoard {
  PersonName person;
  CycleName cycle;
  std::int64_t load;  // in how many open objectives
  std::string role;
  std::vector<ObjectiveCard> accountable;
  std::vector<ObjectiveId> fitting;  // of those: what they said fits their role
  std::vector<ObjectiveCard> contributing;
};
BOOST_DESCRIBE_STRUCT(PersonBoard, (), (person, cycle, load, role, accountable, fitting, contributing))

// An objective of the company that a team moves, with so many of its own.
struct MovedObjective {
  ObjectiveName objective;
  std::int64_t by;
};
BOOST_DESCRIBE_STRUCT(MovedObjective, (), (objective, by))

}  // namespace waymark::okr
