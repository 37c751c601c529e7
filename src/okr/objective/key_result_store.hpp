#pragma once

#include "core/db/db.hpp"
#include "okr/objective/objective_shapes.hpp"

// The rows of key results, their milestones and their newest check-in.
namespace waymark::okr::store {

struct KeyResultRow {
  KeyResultId id;
  ObjectiveId objective_id;
  std::string title;
  Kind kind;
  Direction direction;
  std::optional<double> baseline;
  std::optional<base::Day> baseline_on;
  double target;
  std::optional<double> change_percent;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> commit;
  std::optional<double> stretch;
  std::string unit;
  double weight;
  std::optional<PersonId> owner_id;  // nobody of its own: the accountable person of the objective
  std::optional<std::string> owner_name;
  bool owner_left;
  std::optional<base::Day> due_on;
  std::optional<base::Day> paced_from;  // stated by an import
  std::optional<Indicator> indicator;
  std::string counter;
  std::optional<KpiId> kpi_id;
  bool measured;
  std::optional<double> current;
  std::optional<std::int64_t> confidence;
  std::optional<double> progress;
  std::optional<std::int64_t> last_news_at;
  std::int64_t created_at;
  std::int64_t version;
  std::int64_t position;
  std::optional<CheckInId> news_id;
  std::optional<double> news_value;
  std::optional<std::int64_t> news_confidence;
  std::string what_happened;
  std::string what_next;
  std::string help_needed;
  PersonId news_author;
  std::int64_t news_at;
  std::optional<double> grade;
  std::optional<Outcome> outcome;
  std::optional<std::string> restated;
};
BOOST_DESCRIBE_STRUCT(KeyResultRow, (),
                      (id, objective_id, title, kind, direction, baseline, baseline_on, target, change_percent, low,
                       high, commit, stretch, unit, weight, owner_id, owner_name, owner_left, due_on, paced_from,
                       indicator, counter, kpi_id, measured, current, confidence, progress, last_news_at, created_at,
                       version, position, news_id, news_value, news_confidence, what_happened, what_next, help_needed,
                       news_author, news_at, grade, outcome, restated))

Measure measure_of(KeyResultRow const& row);

struct FreshKeyResult {
  KeyResultId id;
  ObjectiveId objective_id;
  std::string title;
  Measure measure;
  std::optional<base::Day> baseline_on;
  std::string unit;
  double weight;
  std::optional<PersonId> owner_id;
  std::optional<base::Day> due_on;
  std::optional<Indicator> indicator;
  std::string counter;
  std::optional<KpiId> kpi_id;
  bool measured;
  std::int64_t position;
  std::optional<std::string> import_key;
  std::optional<base::Day> paced_from;
};

std::vector<KeyResultRow> of_objective(db::Tx& tx, ObjectiveId objective);
std::vector<KeyResultRow> dropped_of_objective(db::Tx& tx, ObjectiveId objective);
std::vector<KeyResultRow> key_results_of_team(db::Tx& tx, TeamId team, CycleId cycle);
std::vector<KeyResultRow> key_results_of_person(db::Tx& tx, PersonId person,
                                                CycleId cycle);  // published, open, theirs to check in
std::optional<KeyResultRow> key_result(db::Tx& tx, KeyResultId id);

// What was checked in on it, and on the one of the same title that it was carried from; oldest first.
std::vector<Sample> measured_before(db::Tx& tx, KeyResultId id);

struct Measured {
  std::int64_t at;
  double value;
};
BOOST_DESCRIBE_STRUCT(Measured, (), (at, value))
// All values that were not withdrawn, oldest first.
std::vector<Measured> values_of(db::Tx& tx, KeyResultId key_result);

void insert(db::Tx& tx, FreshKeyResult const& fresh);
void update(db::Tx& tx, KeyResultRow const& row);  // version + 1
void drop(db::Tx& tx, KeyResultId id);
std::int64_t count(db::Tx& tx, ObjectiveId objective);

// What a new value makes of a key result. Says nothing about history: that is the check-in's row.
void set_news(db::Tx& tx, KeyResultId id, std::optional<double> current, std::optional<std::int64_t> confidence,
              std::optional<double> progress, CheckInId check_in, std::optional<base::Millis> at = {});
void set_progress(db::Tx& tx, KeyResultId id, std::optional<double> progress);
std::vector<Weighted> weights(db::Tx& tx, ObjectiveId objective);  // of what was measured

// The baseline that was measured and the target that follows from it, or their absence.
void set_start(db::Tx& tx, KeyResultId id, Measure const& measure, std::optional<base::Day> baseline_on);

std::vector<MilestoneLine> milestones(db::Tx& tx, ObjectiveId objective);
std::vector<MilestoneLine> milestones_of(db::Tx& tx, KeyResultId key_result);
void insert_milestone(db::Tx& tx, KeyResultId key_result, NewMilestone const& milestone, std::int64_t position);
void update_milestone(db::Tx& tx, MilestoneId id, MilestoneChange const& change, std::int64_t position);
void remove_milestone(db::Tx& tx, MilestoneId id);
void set_reached(db::Tx& tx, MilestoneId id, std::optional<std::int64_t> at);

struct Following {
  KeyResultId id;
  ObjectiveId objective_id;
};
BOOST_DESCRIBE_STRUCT(Following, (), (id, objective_id))
std::vector<Following> following(db::Tx& tx, KpiId kpi);  // open key results whose value is that of the KPI
void stop_following(db::Tx& tx, KpiId kpi);               // these, and those of drafts
// The same with closed ones, those behind `after`.
std::vector<Following> followers(db::Tx& tx, KpiId kpi, KeyResultId after, std::int64_t most);

}  // namespace waymark::okr::store
