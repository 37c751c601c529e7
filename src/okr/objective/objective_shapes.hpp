#pragma once

#include "okr/cycle/cycle_shapes.hpp"
#include "okr/objective/key_result_shapes.hpp"
#include "okr/rules/closing_rules.hpp"
#include "okr/rules/state.hpp"

namespace waymark::okr {

struct ObjectiveName {
  ObjectiveId id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ObjectiveName, (), (id, title))

// One of those above it. What was cancelled supports nothing any more.
struct Ancestor {
  ObjectiveId id;
  std::string title;
  State state;
};
BOOST_DESCRIBE_STRUCT(Ancestor, (), (id, title, state))

// What lists and boards show of an objective.
struct ObjectiveCard {
  ObjectiveId id;
  CycleId cycle_id;
  ObjectiveLevel level;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
  PersonName accountable;
  bool accountable_left;  // and nobody has taken it over
  std::string title;
  std::string why;
  Ambition ambition;
  State state;
  std::optional<ObjectiveId> parent_id;  // the primary one of those it supports, unless it was cancelled
  std::optional<double> progress;
  std::optional<double> expected_progress;
  std::optional<Band> band;
  std::optional<double> grade;
  Standing standing;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ObjectiveCard, (),
                      (id, cycle_id, level, team_id, person_id, accountable, accountable_left, title, why, ambition,
                       state, parent_id, progress, expected_progress, band, grade, standing, version))

struct ObjectiveWithKeyResults : ObjectiveCard {
  std::vector<KeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(ObjectiveWithKeyResults, (ObjectiveCard), (key_results))

struct ChangeLine {
  ChangeId id;
  std::optional<KeyResultId> key_result_id;
  std::string field;
  std::string before;
  std::string after;
  std::string reason;
  PersonName changed_by;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(ChangeLine, (), (id, key_result_id, field, before, after, reason, changed_by, at))

// The last change of an objective or of one of its key results.
struct LastChange {
  PersonName by;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(LastChange, (), (by, at))

// Where it stands among those of the same owner in the cycle.
struct Place {
  std::int64_t position;  // from 0
  std::int64_t of;
};
BOOST_DESCRIBE_STRUCT(Place, (), (position, of))

// The objective that this one became in another cycle.
struct CarriedTo {
  ObjectiveId id;
  State state;
  CycleName cycle;
};
BOOST_DESCRIBE_STRUCT(CarriedTo, (), (id, state, cycle))

// On which level of its chain of support it stands, counted inside its cycle by first links; how many there may be
// before the chain is called deep.
struct Chain {
  std::int64_t level;
  std::int64_t most;
};
BOOST_DESCRIBE_STRUCT(Chain, (), (level, most))

// The role of whoever answers for it, and since when they say that it fits.
struct RoleFit {
  std::string title;
  std::optional<std::int64_t> confirmed_at;
  std::vector<std::string> may;  // "confirm"
};
BOOST_DESCRIBE_STRUCT(RoleFit, (), (title, confirmed_at, may))

struct ObjectiveChange {
  std::optional<CycleId> cycle_id;
  std::optional<TeamId> team_id;      // it goes to this team, or
  std::optional<PersonId> person_id;  // to this person
  std::optional<json::Text<1, 300>> title;
  std::optional<json::Text<0, 2000>> why;
  std::optional<PersonId> accountable_id;
  std::optional<Ambition> ambition;
  std::optional<json::Int<0, 10000>> position;  // from 0, among those of the same owner; the others make room
  std::optional<json::Text<0, 1000>> limit_reason;
  std::optional<json::Text<0, 1000>> reason;  // where a field of `asks_reason` changes
};
BOOST_DESCRIBE_STRUCT(ObjectiveChange, (),
                      (cycle_id, team_id, person_id, title, why, accountable_id, ambition, position, limit_reason,
                       reason))

struct ObjectiveFilter {
  std::optional<CycleId> cycle;
  std::optional<TeamId> team;
  std::optional<PersonId> person;  // accountable for it
  std::optional<ObjectiveLevel> level;
  std::optional<State> state;
  std::optional<bool> stale;
  std::optional<bool> at_risk;   // at risk or off track
  std::optional<bool> unlinked;  // supports nothing
  std::optional<json::Text<1, 100>> text;
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ObjectiveFilter, (),
                      (cycle, team, person, level, state, stale, at_risk, unlinked, text, after, limit))

}  // namespace waymark::okr
