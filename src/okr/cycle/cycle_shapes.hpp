#pragma once

#include "okr/rules/closing_rules.hpp"
#include "okr/rules/ids.hpp"
#include "okr/rules/status.hpp"

namespace waymark::okr {

enum class CycleKind { annual, quarter, custom };
BOOST_DESCRIBE_ENUM(CycleKind, annual, quarter, custom)

enum class Phase { planning, active, closing, closed };
BOOST_DESCRIBE_ENUM(Phase, planning, active, closing, closed)

struct CycleName {
  CycleId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(CycleName, (), (id, name))

struct Cycle {
  CycleId id;
  std::string name;
  CycleKind kind;
  std::optional<CycleId> parent_id;
  base::Day starts_on;
  base::Day ends_on;
  base::Day midcycle_on;
  Phase phase;
  Cadence cadence;
  std::int64_t week;             // of today, from 1; 0 before the start
  std::int64_t weeks;            // in the whole cycle
  bool current;                  // the running quarter that pages open with
  std::vector<std::string> may;  // "edit", "close"
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Cycle, (),
                      (id, name, kind, parent_id, starts_on, ends_on, midcycle_on, phase, cadence, week, weeks, current,
                       may, version))

struct CycleProposal {
  std::string name;
  CycleKind kind;
  std::optional<CycleId> parent_id;
  base::Day starts_on;
  base::Day ends_on;
};
BOOST_DESCRIBE_STRUCT(CycleProposal, (), (name, kind, parent_id, starts_on, ends_on))

struct CycleList {
  std::vector<Cycle> items;           // newest first
  std::optional<CycleProposal> next;  // to make, for those who may
};
BOOST_DESCRIBE_STRUCT(CycleList, (), (items, next))

struct NewCycle {
  json::Text<1, 100> name;
  CycleKind kind;
  std::optional<CycleId> parent_id;
  base::Day starts_on;
  base::Day ends_on;
  std::optional<base::Day> midcycle_on;
  std::optional<Cadence> cadence;
  std::optional<Phase> phase;
};
BOOST_DESCRIBE_STRUCT(NewCycle, (), (name, kind, parent_id, starts_on, ends_on, midcycle_on, cadence, phase))

struct CycleChange {
  std::optional<json::Text<1, 100>> name;
  std::optional<base::Day> ends_on;
  std::optional<base::Day> midcycle_on;
  std::optional<Cadence> cadence;
  std::optional<Phase> phase;
  std::optional<bool> without_retros;         // said when it is closed although retros are missing
  std::optional<json::Text<0, 1000>> reason;  // of an earlier end, where something is due behind it
};
BOOST_DESCRIBE_STRUCT(CycleChange, (), (name, ends_on, midcycle_on, cadence, phase, without_retros, reason))

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
