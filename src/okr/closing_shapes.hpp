#pragma once

#include "okr/objective_shapes.hpp"

namespace waymark::okr {

struct NewKeyResultClosure {
  KeyResultId key_result_id;
  std::optional<Outcome> outcome;  // what its value says when left out; says nothing of what was never measured
  std::optional<Cause> cause;
  std::optional<json::Text<0, 2000>> note;
};
BOOST_DESCRIBE_STRUCT(NewKeyResultClosure, (), (key_result_id, outcome, cause, note))

struct NewClosure {
  json::Figure grade;                         // 0.0 to 1.0 in tenths
  std::optional<json::Text<0, 2000>> reason;  // needed when it differs from the suggested grade
  Execution execution;
  std::optional<Cause> cause;
  std::optional<json::Text<0, 4000>> learning;
  std::optional<json::Text<0, 2000>> could_stretch;  // asked at 1.0
  std::vector<NewKeyResultClosure> key_results;
  std::optional<CycleId> carry_to;  // makes a new draft in that cycle that points back
};
BOOST_DESCRIBE_STRUCT(NewClosure, (), (grade, reason, execution, cause, learning, could_stretch, key_results, carry_to))

// What closing would look like now: the suggestion that the form starts with.
struct ClosureSuggestion {
  std::optional<double> suggested_grade;  // of what was measured
  std::int64_t unmeasured;                // key results without any value
  std::vector<KeyResultClosure> key_results;
  std::vector<EasySign> easy_signs;
  std::vector<ChangeLine> changes;
};
BOOST_DESCRIBE_STRUCT(ClosureSuggestion, (), (suggested_grade, unmeasured, key_results, easy_signs, changes))

// What keeps a cycle from being closed.
struct OpenObjective {
  ObjectiveId id;
  std::string title;
  std::optional<std::string> owner;  // team or person
  PersonName accountable;
  bool has_left;  // the accountable person
};
BOOST_DESCRIBE_STRUCT(OpenObjective, (), (id, title, owner, accountable, has_left))

// What the objectives of a team were graded in a cycle.
struct TeamGrades {
  TeamName team;
  GivenGrades grades;  // of what is published or closed
};
BOOST_DESCRIBE_STRUCT(TeamGrades, (), (team, grades))

// How a cycle stands before and after it is closed.
struct CycleSummary {
  Cycle cycle;
  std::int64_t objectives;
  std::int64_t drafts;  // that the reader may open
  std::int64_t open;
  std::int64_t closed;
  std::int64_t cancelled;
  std::optional<Tally> tally;           // the mean of the grades given, and the share of key results at 0.7 and above
  std::int64_t unmeasured;              // key results closed without any value: not in the tally
  std::vector<std::int64_t> grades;     // how many closed objectives at 0.0, 0.1 … 1.0
  std::vector<TeamGrades> team_grades;  // by name, from the first grade on
  std::vector<EasySign> easy_signs;
  std::vector<TeamName> retros_missing;
  std::vector<TeamName> teams_without_okrs;
  std::vector<OpenObjective> still_open;  // for those who run cycles, from the closing on
};
BOOST_DESCRIBE_STRUCT(CycleSummary, (),
                      (cycle, objectives, drafts, open, closed, cancelled, tally, unmeasured, grades, team_grades,
                       easy_signs, retros_missing, teams_without_okrs, still_open))

}  // namespace waymark::okr
