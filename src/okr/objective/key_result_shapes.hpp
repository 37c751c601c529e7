#pragma once

#include "okr/rules/advice.hpp"
#include "okr/rules/closing_rules.hpp"
#include "okr/rules/ids.hpp"

namespace waymark::okr {

struct MilestoneLine {
  MilestoneId id;
  KeyResultId key_result_id;
  std::string title;
  double weight;
  std::optional<base::Day> due_on;
  std::optional<std::int64_t> reached_at;
};
BOOST_DESCRIBE_STRUCT(MilestoneLine, (), (id, key_result_id, title, weight, due_on, reached_at))

struct KeyResultName {
  KeyResultId id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(KeyResultName, (), (id, title))

enum class Source { manual, kpi, imported, api };
BOOST_DESCRIBE_ENUM(Source, manual, kpi, imported, api)

// The newest check-in of a key result, as shown on a row.
struct LastCheckIn {
  CheckInId id;
  std::optional<double> value;
  std::optional<std::int64_t> confidence;
  std::string what_happened;
  std::string what_next;
  std::string help_needed;
  PersonId author_id;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(LastCheckIn, (), (id, value, confidence, what_happened, what_next, help_needed, author_id, at))

// A key result with all that a row of a board shows. Progress, pace and status are computed here and nowhere else.
struct KeyResult {
  KeyResultId id;
  ObjectiveId objective_id;
  std::string title;
  std::optional<std::string> restated;  // the title with the figures of the measure, where it states others
  Kind kind;
  Direction direction;
  std::optional<double> baseline;        // none: nobody knew it, and there is no value that gives it
  std::optional<base::Day> baseline_on;  // the baseline is the first value, which was measured on this day
  std::optional<double> target;          // none while a change in percent has no baseline
  std::optional<double> change_percent;  // +15 or -20: the target follows from the first value
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> commit;
  std::optional<double> stretch;
  std::string unit;
  double weight;
  PersonName owner;
  bool owner_left;
  base::Day due_on;
  std::optional<Indicator> indicator;
  std::string counter;  // what must not get worse
  std::optional<KpiId> kpi_id;
  bool measured;  // false: "no measure", a yes/no result that an import could not read a number from
  std::optional<double> current;
  std::optional<std::int64_t> confidence;
  std::optional<double> progress;           // 0 to 1
  std::optional<double> raw_progress;       // not clamped: beyond the target it is above 1
  std::optional<double> expected_progress;  // today, on a straight line; none once it is over
  base::Day paced_from;                     // where that line begins
  std::optional<double> expected_value;     // none without a baseline, and once it is over
  Level level;
  std::optional<double> grade;     // once it is closed
  std::optional<Outcome> outcome;  // of the target; says nothing about the grade
  Standing standing;
  std::optional<LastCheckIn> last_check_in;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(KeyResult, (),
                      (id, objective_id, title, restated, kind, direction, baseline, baseline_on, target,
                       change_percent, low, high, commit, stretch, unit, weight, owner, owner_left, due_on, indicator,
                       counter, kpi_id, measured, current, confidence, progress, raw_progress, expected_progress,
                       paced_from, expected_value, level, grade, outcome, standing, last_check_in, version))

struct DueKeyResult : KeyResult {
  std::string objective_title;
  std::optional<TeamName> team;
  std::vector<MilestoneLine> milestones;
};
BOOST_DESCRIBE_STRUCT(DueKeyResult, (KeyResult), (objective_title, team, milestones))

struct NewMilestone {
  json::Text<1, 300> title;
  std::optional<json::Figure> weight;
  std::optional<base::Day> due_on;
};
BOOST_DESCRIBE_STRUCT(NewMilestone, (), (title, weight, due_on))

struct NewKeyResult {
  json::Text<1, 500> title;
  std::optional<Kind> kind;              // number when left out
  std::optional<Direction> direction;    // by baseline and target when left out; asked for where there is no baseline
  std::optional<json::Figure> baseline;  // left out: a rise or fall starts from the first value that is measured
  std::optional<json::Figure> target;
  std::optional<json::Figure> change_percent;  // instead of target: +15 or -20 % of the baseline
  std::optional<json::Figure> low;
  std::optional<json::Figure> high;
  std::optional<json::Figure> commit;
  std::optional<json::Figure> stretch;
  std::optional<json::Text<0, 30>> unit;
  std::optional<json::Figure> weight;
  std::optional<PersonId> owner_id;
  std::optional<base::Day> due_on;
  std::optional<Indicator> indicator;
  std::optional<json::Text<0, 300>> counter;
  std::optional<KpiId> kpi_id;
  std::vector<NewMilestone> milestones;
};
BOOST_DESCRIBE_STRUCT(NewKeyResult, (),
                      (title, kind, direction, baseline, target, change_percent, low, high, commit, stretch, unit,
                       weight, owner_id, due_on, indicator, counter, kpi_id, milestones))

struct AddedKeyResult : NewKeyResult {
  std::optional<json::Text<0, 1000>> reason;  // needed once the objective is published
};
BOOST_DESCRIBE_STRUCT(AddedKeyResult, (NewKeyResult), (reason))

// One milestone as it shall be: an existing one, or a new one where `id` is left out.
struct MilestoneChange {
  std::optional<MilestoneId> id;
  json::Text<1, 300> title;
  std::optional<json::Figure> weight;
  std::optional<base::Day> due_on;
};
BOOST_DESCRIBE_STRUCT(MilestoneChange, (), (id, title, weight, due_on))

struct KeyResultChange {
  std::optional<json::Text<1, 500>> title;
  json::Change<json::Figure> baseline;  // null: the first value that was measured
  std::optional<json::Figure> target;
  std::optional<json::Figure> change_percent;  // instead of target: +15 or -20 % of the baseline
  json::Change<json::Figure> low;
  json::Change<json::Figure> high;
  json::Change<json::Figure> commit;
  json::Change<json::Figure> stretch;
  std::optional<json::Text<0, 30>> unit;
  std::optional<json::Figure> weight;
  json::Change<PersonId> owner_id;
  json::Change<base::Day> due_on;
  json::Change<Indicator> indicator;
  std::optional<json::Text<0, 300>> counter;
  json::Change<KpiId> kpi_id;
  std::optional<std::vector<MilestoneChange>> milestones;  // all of them, in order; who is not named goes
  std::optional<json::Text<0, 1000>> reason;               // where a field of the objective's `asks_reason` changes
};
BOOST_DESCRIBE_STRUCT(KeyResultChange, (),
                      (title, baseline, target, change_percent, low, high, commit, stretch, unit, weight, owner_id,
                       due_on, indicator, counter, kpi_id, milestones, reason))

struct Reasoned {
  std::optional<json::Text<0, 1000>> reason;
};
BOOST_DESCRIBE_STRUCT(Reasoned, (), (reason))

struct FollowerFilter {
  KpiId kpi;
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FollowerFilter, (), (kpi, after, limit))

struct FollowerPage {
  std::vector<DueKeyResult> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(FollowerPage, (), (items, next))

}  // namespace waymark::okr
