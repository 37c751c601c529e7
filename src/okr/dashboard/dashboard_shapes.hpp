#pragma once

#include "okr/dashboard/dashboard_figures.hpp"
#include "okr/objective/authorship.hpp"
#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

struct DashboardQuery {
  std::optional<CycleId> cycle;  // the current one when left out
  std::optional<TeamId> team;
  std::optional<PersonId> person;  // accountable
  std::optional<bool> everybody;   // all objectives of the cycle; the company's own when left out
};
BOOST_DESCRIBE_STRUCT(DashboardQuery, (), (cycle, team, person, everybody))

// Some objectives in figures. [OKR-91]
struct CountedFigures {
  std::int64_t objectives = 0;
  std::int64_t key_results = 0;
  std::optional<double> progress = {};       // mean of the objectives
  std::optional<double> success_share = {};  // of the key results, at 0.7 or more
  StatusCounts statuses = {};                // of the key results
};
BOOST_DESCRIBE_STRUCT(CountedFigures, (), (objectives, key_results, progress, success_share, statuses))

// What a team owns; its people and its subteams have lines of their own.
struct DashboardTeam : CountedFigures {
  TeamName team;
  std::int64_t subteams;
  GivenGrades grades;
  std::optional<OnTime> on_time;
};
BOOST_DESCRIBE_STRUCT(DashboardTeam, (CountedFigures), (team, subteams, grades, on_time))

// In how many open objectives of the cycle somebody is: accountable, contributing or with a key result.
struct Load {
  PersonName person;
  std::int64_t objectives;
};
BOOST_DESCRIBE_STRUCT(Load, (), (person, objectives))

// An objective that needs attention, whose it is, and what was said of it last.
struct AttentionLine : ObjectiveWithKeyResults {
  std::optional<TeamName> team;
  std::optional<LastCheckIn> last_check_in;
};
BOOST_DESCRIBE_STRUCT(AttentionLine, (ObjectiveWithKeyResults), (team, last_check_in))

// How the published OKRs of the company, of a team or of a person stand.
struct Dashboard {
  Cycle cycle;
  std::optional<TeamName> team;
  std::int64_t subteams;  // at any depth
  std::optional<PersonName> person;
  bool everybody;
  std::int64_t as_of;
  std::int64_t objectives;
  std::int64_t key_results;
  std::optional<double> progress;           // mean of the objectives
  std::optional<double> expected_progress;  // where it would be on a straight line
  StatusCounts objective_statuses;
  StatusCounts key_result_statuses;
  std::int64_t at_risk;       // objectives at risk or off track
  std::int64_t late;          // key results that are not updated in time, whatever else they are
  std::int64_t late_at_risk;  // of them: at risk or off track as well; the others are stale
  std::optional<OnTime> on_time;
  std::optional<FromBelow> from_below;  // of the team; beside the company's, of all teams and people
  std::optional<Since> since;           // how they were a week ago; none in a cycle that is closed
  Spread spread;                        // of key results; empty for a person
  std::optional<GivenGrades> grades;    // of the objectives; none for a person
  std::vector<ConfidenceWeek> confidence;
  std::vector<std::int64_t> load_spread;     // persons in 1, 2, … 8 and more objectives
  std::vector<Load> load;                    // of the people of a team, by name; empty where they are too many
  std::vector<DashboardTeam> teams;          // beside it: of the company, or below the team; by name
  std::optional<CountedFigures> people;      // what its people have of their own
  std::vector<TeamName> teams_without_okrs;  // of the company, nor of any team below
  std::vector<AttentionLine> attention;      // the ten that need it most; beside the company's, of all teams
};
BOOST_DESCRIBE_STRUCT(Dashboard, (),
                      (cycle, team, subteams, person, everybody, as_of, objectives, key_results, progress,
                       expected_progress, objective_statuses, key_result_statuses, at_risk, late, late_at_risk, on_time,
                       from_below, since, spread, grades, confidence, load_spread, load, teams, people,
                       teams_without_okrs, attention))

}  // namespace waymark::okr
