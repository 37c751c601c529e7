#pragma once

#include <map>

#include "core/db/db.hpp"
#include "okr/dashboard_shapes.hpp"

// What a dashboard counts, without a word of text.
namespace waymark::okr::store {

// One key result of a published or closed objective.
struct FactRow {
  ObjectiveId objective_id;
  State state;
  Ambition ambition;
  Cadence cadence;
  std::optional<TeamId> team_id;
  std::optional<double> objective_progress;
  Kind kind;
  Direction direction;
  double baseline;
  double target;
  std::optional<double> low;
  std::optional<double> high;
  double weight;
  std::optional<base::Day> due_on;
  std::optional<double> current;
  std::optional<std::int64_t> confidence;
  std::optional<double> progress;
  std::optional<std::int64_t> last_news_at;
  std::optional<double> grade;
};
BOOST_DESCRIBE_STRUCT(FactRow, (),
                      (objective_id, state, ambition, cadence, team_id, objective_progress, kind, direction, baseline,
                       target, low, high, weight, due_on, current, confidence, progress, last_news_at, grade))

struct Scope {
  CycleId cycle;
  std::optional<TeamId> team;
  std::optional<PersonId> person;
};

std::vector<FactRow> facts(db::Tx& tx, Scope const& scope);  // those of one objective stand together

struct ConfidenceRow {
  std::int64_t week;  // from 0
  std::int64_t sum;
  std::int64_t check_ins;
  std::int64_t low;
};
BOOST_DESCRIBE_STRUCT(ConfidenceRow, (), (week, sum, check_ins, low))
std::vector<ConfidenceRow> confidence_by_week(db::Tx& tx, Scope const& scope, base::Day start);

std::map<std::int64_t, std::int64_t> persons_by_load(db::Tx& tx, CycleId cycle);
std::vector<Load> load_of_team(db::Tx& tx, CycleId cycle, TeamId team);
std::vector<TeamName> teams_with_okrs(db::Tx& tx, CycleId cycle);

}  // namespace waymark::okr::store
