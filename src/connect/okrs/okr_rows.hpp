#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "connect/csv/columns.hpp"
#include "connect/csv/csv.hpp"
#include "connect/measure/measure.hpp"
#include "connect/okrs/cycle_name.hpp"
#include "core/base/remark.hpp"

namespace waymark::connect {

enum class Level { company, department, team, individual };

struct PlannedCycle {
  std::string name;
  CycleDays days;

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
  int line = 0;
  std::string title;
  std::string owner;
  Measure measure;
  std::optional<double> current;
  std::optional<double> commit;
  std::optional<double> stretch;
  std::optional<double> weight;
  std::optional<int> confidence;
  std::optional<base::Day> since;  // its pace counts from here
  std::optional<base::Day> due;
  std::string indicator;  // leading, lagging or empty
  std::string counter;
  std::optional<double> score;  // 0..1
  std::vector<PlannedMilestone> milestones;

  bool operator==(PlannedKeyResult const&) const = default;
};

struct PlannedObjective {
  std::string key;
  int line = 0;
  std::size_t cycle = 0;  // index into OkrPlan::cycles
  Level level = Level::team;
  std::string team;         // empty for the company
  std::string owner;        // as written, a name or an e-mail address: whose it is, or who answers for a team's
  std::string accountable;  // where somebody else answers for a person's objective
  std::string title;
  std::string why;
  std::string ambition;  // committed, aspirational or empty
  std::string state;     // draft, published, closed, cancelled or empty
  std::optional<double> score;
  std::vector<PlannedKeyResult> key_results;
  bool from_reference = false;  // no row of its own: another row names it as its parent

  bool operator==(PlannedObjective const&) const = default;
};

/// An objective supports another one, and there perhaps one key result. The first link of a child is its primary one.
struct PlannedLink {
  std::size_t child = 0;  // indices into OkrPlan::objectives
  std::size_t parent = 0;
  std::optional<std::size_t> parent_key_result;
  int line = 0;

  bool operator==(PlannedLink const&) const = default;
};

/// What an import would make. Every row of the file is either placed or rejected.
struct OkrPlan {
  std::vector<PlannedCycle> cycles;
  std::vector<PlannedTeam> teams;
  std::vector<PlannedObjective> objectives;
  std::vector<PlannedLink> links;
  std::vector<base::Remark> rejected;  // rows that could not be read, and why
  std::vector<base::Remark> notes;     // rows that were placed with a difference worth knowing
  std::vector<std::string> ignored_columns;
  std::optional<int> fiscal_start;  // the month that was taken, where a cycle's days depend on it
  std::size_t rows = 0;
  std::size_t placed = 0;

  std::size_t key_results() const;
  std::size_t measured() const;
};

struct OkrRules {
  Mapping mapping{};
  int fiscal_start = 2;  // the month with which FYnn begins
};

/// Reads a table of OKRs. Throws Problem when its columns cannot be used; rows that cannot be read are in the plan.
OkrPlan okr_plan(Table const& table, OkrRules const& rules = {});

/// A short stable name for a text, equal for texts that differ in case or spacing only.
std::string text_key(std::initializer_list<std::string_view> texts);

}  // namespace waymark::connect
