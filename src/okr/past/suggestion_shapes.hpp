#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

enum class SuggestionKind {
  carry,     // a key result that did not reach its target: on from where it stands
  higher,    // one that reached it: the same step once more
  learning,  // what was learned at a closing
  resolved,  // what one wrote under "next" in a retro
  kpi,       // a KPI of one's own that is out of its range
};
BOOST_DESCRIBE_ENUM(SuggestionKind, carry, higher, learning, resolved, kpi)

// What somebody's own past speaks for, and with which figures.
struct Suggestion {
  SuggestionKind kind;
  std::string source;                      // what it comes from: an id, by which it is answered
  std::string title;                       // of the key result, the objective or the KPI
  std::string text;                        // that was learned or written
  std::optional<CycleName> cycle;          // in which; none of a KPI
  std::optional<ObjectiveName> objective;  // whose; none of a KPI and of a retro
  std::optional<double> grade;
  std::optional<double> last;        // the last value
  std::optional<double> old_target;  // that it was held against
  std::optional<double> low;         // the range of a KPI
  std::optional<double> high;
  Kind measure;
  Direction direction;
  std::optional<double> baseline;  // that is suggested
  std::optional<double> target;
  std::string unit;
  std::optional<KpiId> kpi_id;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (),
                      (kind, source, title, text, cycle, objective, grade, last, old_target, low, high, measure,
                       direction, baseline, target, unit, kpi_id))

enum class SuggestionSwitch { on, off_here, off_for_me };
BOOST_DESCRIBE_ENUM(SuggestionSwitch, on, off_here, off_for_me)

struct Suggestions {
  SuggestionSwitch state;
  std::vector<Suggestion> items;
};
BOOST_DESCRIBE_STRUCT(Suggestions, (), (state, items))

struct SuggestionQuery {
  std::optional<CycleId> cycle;  // that is planned; the current one when left out
};
BOOST_DESCRIBE_STRUCT(SuggestionQuery, (), (cycle))

struct SuggestionAnswer {
  CycleId cycle_id;
  SuggestionKind kind;
  json::Text<1, 40> source;
  bool accepted;
};
BOOST_DESCRIBE_STRUCT(SuggestionAnswer, (), (cycle_id, kind, source, accepted))

}  // namespace waymark::okr
