#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.hpp"
#include "okr/rules/advice.hpp"
#include "okr/rules/score.hpp"
#include "okr/rules/state.hpp"

// OKRs on their way in or out, with names and keys where the database has ids.
namespace waymark::okr {

struct PlannedCycle {
  std::string name;
  base::Day first;
  base::Day last;

  bool operator==(PlannedCycle const&) const = default;
};

struct PlannedTeam {
  std::string name;
  bool is_department = false;

  bool operator==(PlannedTeam const&) const = default;
};

struct PlannedMilestone {
  std::string title;
  double weight = 1;
  bool reached = false;

  bool operator==(PlannedMilestone const&) const = default;
};

struct PlannedKeyResult {
  std::string key;  // the same for the same text in every import
  int line = 0;     // of the file; 0 where it came from none
  std::string title;
  std::string owner;  // a name or an e-mail address
  bool measured = false;
  Measure measure{.kind = Kind::yes_no, .baseline = {}};  // as it is stated
  std::optional<base::Day> baseline_on;                   // the start was measured on this day
  std::string unit;
  std::optional<double> current;
  std::optional<double> weight;
  std::optional<int> confidence;
  std::optional<base::Day> since;  // its pace counts from here
  std::optional<base::Day> due;
  std::optional<Indicator> indicator;
  std::string counter;
  std::optional<double> score;  // 0..1
  std::vector<PlannedMilestone> milestones;

  bool operator==(PlannedKeyResult const&) const = default;
};

struct PlannedObjective {
  std::string key;
  int line = 0;
  std::size_t cycle = 0;  // index into Plan::cycles
  ObjectiveLevel level = ObjectiveLevel::team;
  bool of_department = false;  // the team is one
  std::string team;            // empty for the company
  std::string owner;           // as written, a name or an e-mail address: whose it is, or who answers for a team's
  std::string accountable;     // where somebody else answers for a person's objective
  std::string title;
  std::string why;
  std::optional<Ambition> ambition;
  std::optional<State> state;
  std::optional<double> score;
  std::vector<PlannedKeyResult> key_results;
  bool from_reference = false;  // no row of its own: another row names it as its parent

  bool operator==(PlannedObjective const&) const = default;
};

// An objective supports another one, and there perhaps one key result. The first link of a child is its primary one.
struct PlannedLink {
  std::size_t child = 0;  // indices into Plan::objectives
  std::size_t parent = 0;
  std::optional<std::size_t> parent_key_result;
  int line = 0;

  bool operator==(PlannedLink const&) const = default;
};

struct Plan {
  std::vector<PlannedCycle> cycles;
  std::vector<PlannedTeam> teams;
  std::vector<PlannedObjective> objectives;
  std::vector<PlannedLink> links;

  std::size_t key_results() const;
  std::size_t measured() const;
};

// The measure as it is kept: yes/no and milestones run from 0 to 1, whatever else is stated.
Measure kept(Measure const& stated);

}  // namespace waymark::okr
