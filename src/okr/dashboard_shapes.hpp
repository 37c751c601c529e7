#pragma once

#include "okr/dashboard_figures.hpp"
#include "okr/objective_shapes.hpp"

namespace waymark::okr {

struct DashboardQuery {
  std::optional<CycleId> cycle;  // the current one when left out
  std::optional<TeamId> team;
  std::optional<PersonId> person;  // accountable
};
BOOST_DESCRIBE_STRUCT(DashboardQuery, (), (cycle, team, person))

struct DashboardTeam {
  TeamName team;
  std::int64_t objectives;
  std::int64_t key_results;
  std::optional<double> progress;  // mean of its objectives
  StatusCounts statuses;           // of its key results
};
BOOST_DESCRIBE_STRUCT(DashboardTeam, (), (team, objectives, key_results, progress, statuses))

// In how many open objectives of the cycle somebody is: accountable, contributing or with a key result.
struct Load {
  PersonName person;
  std::int64_t objectives;
};
BOOST_DESCRIBE_STRUCT(Load, (), (person, objectives))

// How the published OKRs of the company, of a team or of a person stand.
struct Dashboard {
  Cycle cycle;
  std::optional<TeamName> team;
  std::optional<PersonName> person;
  std::int64_t as_of;
  std::int64_t objectives;
  std::int64_t key_results;
  std::optional<double> progress;           // mean of the objectives
  std::optional<double> expected_progress;  // where it would be on a straight line
  StatusCounts objective_statuses;
  StatusCounts key_result_statuses;
  Spread spread;  // of key results; empty for a person
  std::vector<ConfidenceWeek> confidence;
  std::vector<std::int64_t> load_spread;           // persons in 1, 2, … 8 and more objectives
  std::vector<Load> load;                          // of the members of a team, by name
  std::vector<DashboardTeam> teams;                // of the company, by name
  std::vector<TeamName> teams_without_okrs;        // of the company
  std::vector<ObjectiveWithKeyResults> attention;  // the ten that need it most
};
BOOST_DESCRIBE_STRUCT(Dashboard, (),
                      (cycle, team, person, as_of, objectives, key_results, progress, expected_progress,
                       objective_statuses, key_result_statuses, spread, confidence, load_spread, load, teams,
                       teams_without_okrs, attention))

}  // namespace waymark::okr
