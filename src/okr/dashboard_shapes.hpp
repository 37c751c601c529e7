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

// Figures of a team count all teams below it as well. [OKR-91]
struct DashboardTeam {
  TeamName team;
  std::int64_t subteams;
  std::int64_t objectives;
  std::int64_t key_results;
  std::optional<double> progress;  // mean of its objectives
  StatusCounts statuses;           // of its key results
};
BOOST_DESCRIBE_STRUCT(DashboardTeam, (), (team, subteams, objectives, key_results, progress, statuses))

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
  std::int64_t subteams;  // that are counted with the team
  std::optional<PersonName> person;
  std::int64_t as_of;
  std::int64_t objectives;
  std::int64_t key_results;
  std::optional<double> progress;           // mean of the objectives
  std::optional<double> expected_progress;  // where it would be on a straight line
  StatusCounts objective_statuses;
  StatusCounts key_result_statuses;
  std::int64_t at_risk;        // objectives at risk or off track
  std::int64_t late;           // key results that are not updated in time, whatever else they are
  std::optional<Since> since;  // how they were a week ago; none in a cycle that is closed
  Spread spread;               // of key results; empty for a person
  std::vector<ConfidenceWeek> confidence;
  std::vector<std::int64_t> load_spread;           // persons in 1, 2, … 8 and more objectives
  std::vector<Load> load;                          // of the people of a team, by name; empty where they are too many
  std::vector<DashboardTeam> teams;                // of the company, by name
  std::vector<TeamName> teams_without_okrs;        // of the company, nor of any team below
  std::vector<ObjectiveWithKeyResults> attention;  // the ten that need it most
};
BOOST_DESCRIBE_STRUCT(Dashboard, (),
                      (cycle, team, subteams, person, as_of, objectives, key_results, progress, expected_progress,
                       objective_statuses, key_result_statuses, at_risk, late, since, spread, confidence, load_spread,
                       load, teams, teams_without_okrs, attention))

}  // namespace waymark::okr
