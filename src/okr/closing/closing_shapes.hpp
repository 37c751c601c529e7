#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

struct KeyResultClosure {
  KeyResultId key_result_id;
  std::optional<Outcome> outcome;  // none, like the grade: it was never measured
  std::optional<double> grade;
  std::optional<Cause> cause;
  std::string note;
  std::optional<double> first_target;                 // where it was changed on the way
  std::optional<Verdict> verdict;                     // of the grade, whatever the outcome
  std::optional<std::int64_t> first_confidence = {};  // of its first check-in, and of the newest one
  std::optional<std::int64_t> last_confidence = {};
};
BOOST_DESCRIBE_STRUCT(KeyResultClosure, (),
                      (key_result_id, outcome, grade, cause, note, first_target, verdict, first_confidence,
                       last_confidence))

enum class Execution { weak, fair, good, excellent };
BOOST_DESCRIBE_ENUM(Execution, weak, fair, good, excellent)

struct Closure {
  double grade;
  std::optional<double> suggested_grade;
  std::string reason;
  Execution execution;
  std::optional<Cause> cause;
  std::string learning;
  std::string could_stretch;
  Verdict verdict;
  std::vector<EasySign> easy_signs;
  PersonName closed_by;
  std::int64_t closed_at;
  std::vector<KeyResultClosure> key_results;
  std::optional<ObjectiveId> carried_to;
};
BOOST_DESCRIBE_STRUCT(Closure, (),
                      (grade, suggested_grade, reason, execution, cause, learning, could_stretch, verdict, easy_signs,
                       closed_by, closed_at, key_results, carried_to))

// How it had ended before it was opened again.
struct PastClosure {
  double grade;
  Verdict verdict;
  std::string reason;
  std::string learning;
  PersonName closed_by;
  std::int64_t closed_at;
  PersonName reopened_by;
  std::int64_t reopened_at;
};
BOOST_DESCRIBE_STRUCT(PastClosure, (),
                      (grade, verdict, reason, learning, closed_by, closed_at, reopened_by, reopened_at))

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

}  // namespace waymark::okr
