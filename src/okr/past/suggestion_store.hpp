#pragma once

#include <set>

#include "core/db/db.hpp"
#include "okr/past/suggestion_shapes.hpp"

// Somebody's own past, and their answers to what it suggests.
namespace waymark::okr::store {

// How a key result ended that was the person's, or of an objective that they answered for.
struct OwnEnding {
  CycleId cycle_id;
  std::string cycle;
  ObjectiveId objective_id;
  std::string objective;
  bool answered_for;     // the objective, by the person
  std::string learning;  // of the objective
  bool carried;          // goes on already
  KeyResultId id;
  std::string title;
  Kind kind;
  Direction direction;
  std::optional<double> baseline;
  double target;
  std::optional<double> change_percent;
  std::string unit;
  std::optional<double> last;
  std::optional<double> grade;
  std::optional<KpiId> kpi_id;
};
BOOST_DESCRIBE_STRUCT(OwnEnding, (),
                      (cycle_id, cycle, objective_id, objective, answered_for, learning, carried, id, title, kind,
                       direction, baseline, target, change_percent, unit, last, grade, kpi_id))
// Of closed objectives in cycles of the kind that began before the day; the newest cycle first.
std::vector<OwnEnding> own_endings(db::Tx& tx, PersonId person, CycleKind kind, base::Day before);

struct OwnResolve {
  std::int64_t id;
  std::string text;
  CycleId cycle_id;
  std::string cycle;
};
BOOST_DESCRIBE_STRUCT(OwnResolve, (), (id, text, cycle_id, cycle))
std::vector<OwnResolve> own_resolves(db::Tx& tx, PersonId person, CycleKind kind, base::Day before);

struct AnsweredSuggestion {
  SuggestionKind kind;
  std::int64_t source_id;
  auto operator<=>(AnsweredSuggestion const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnsweredSuggestion, (), (kind, source_id))
std::set<AnsweredSuggestion> answered_suggestions(db::Tx& tx, PersonId person, CycleId cycle);
void answer_suggestion(db::Tx& tx, PersonId person, CycleId cycle, SuggestionKind kind, std::int64_t source,
                       bool accepted);

bool wants_no_suggestions(db::Tx& tx, PersonId person);
void want_suggestions(db::Tx& tx, PersonId person, bool wants);

}  // namespace waymark::okr::store
