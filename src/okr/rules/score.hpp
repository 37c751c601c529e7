#pragma once

#include <boost/describe.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

// What a value is worth: progress, bands and levels. Pure arithmetic; `cases/` publishes what it must answer.
namespace waymark::okr {

enum class Kind { number, percent, currency, ratio, yes_no, milestones };
BOOST_DESCRIBE_ENUM(Kind, number, percent, currency, ratio, yes_no, milestones)

enum class Direction { rise, fall, stay_above, stay_below, stay_within };
BOOST_DESCRIBE_ENUM(Direction, rise, fall, stay_above, stay_below, stay_within)

enum class Ambition { committed, aspirational };
BOOST_DESCRIBE_ENUM(Ambition, committed, aspirational)

// How a key result is measured. For stay_above and stay_below the target is the limit; stay_within uses low and high.
// Yes/no runs from 0 to 1, milestones from 0 to 1 with `milestone_share` as the value.
struct Measure {
  Kind kind = Kind::number;
  Direction direction = Direction::rise;
  std::optional<double> baseline = 0;  // none: nobody knew it, and no value has given it yet
  double target = 1;                   // says nothing while `awaits_target`
  std::optional<double> low = {};
  std::optional<double> high = {};
  std::optional<double> commit = {};
  std::optional<double> stretch = {};
  std::optional<double> change_percent = {};  // rise or fall: the target is so far from a baseline that is to come

  bool operator==(Measure const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Measure, (), (kind, direction, baseline, target, low, high, commit, stretch, change_percent))

constexpr bool is_limit(Direction d) {
  return d != Direction::rise && d != Direction::fall;
}

// "By 15 %" of a start that is not known: there is no target before there is a first value.
constexpr bool awaits_target(Measure const& measure) {
  return measure.change_percent && !measure.baseline;
}

// The one value to come to or to keep to. None in a range, and before "by 15 %" has a start.
constexpr std::optional<double> stated_target(Measure const& measure) {
  if (measure.direction == Direction::stay_within || awaits_target(measure)) return std::nullopt;
  return measure.target;
}

// The measure once this value was seen: a rise or fall without a baseline starts from it, and "by 15 %" gets its
// target. The same measure where the value has the target already, and where nothing would be left to go.
Measure started_from(Measure const& measure, double value);

// True when the value has the target or keeps the limit.
bool reaches_target(Measure const& measure, double current);

// A share in whole parts of `parts`, as everybody reads it: what is not all never looks as if it were, and what is
// something never as if it were nothing. [OKR-105]
double in_parts(double share, double parts);

// A share with four decimals. What is not `full` never looks as if it were, however it was added up.
double rounded(double share, bool full);

// Share of the way from baseline to target, below 0 when it got worse and above 1 beyond the target. Without a baseline
// it is 1 at the target, and nothing can be said before.
// A limit is worth 1 while it is kept, never more; a broken limit loses as much as it is broken, measured by the
// distance between baseline and limit; from outside a range by that to its nearer edge. Where that distance is 0, or
// not known, it is all or nothing.
std::optional<double> raw_progress(Measure const& measure, double current);

// raw_progress within 0..1, not rounded.
std::optional<double> progress(Measure const& measure, double current);

struct Weighted {
  double progress = 0;
  double weight = 1;
};

// Weighted mean, within 0..1. None without a positive weight: such an objective has no measure.
std::optional<double> objective_progress(std::span<Weighted const> key_results);

struct Milestone {
  double weight = 1;
  bool reached = false;
};

// Weight of what is reached over the weight of all; none without a positive weight.
std::optional<double> milestone_share(std::span<Milestone const> milestones);

// missed < 0.3 ≤ partly < 0.7 ≤ success < 1.0 = full. A committed objective succeeds only at 1.0; from 0.7 it is
// `nearly`, which is never shown as bad.
enum class Band { missed, partly, nearly, success, full };
BOOST_DESCRIBE_ENUM(Band, missed, partly, nearly, success, full)

// Where the success of a stretch begins.
inline constexpr double success_from = 0.7;

Band band(double score, Ambition ambition = Ambition::aspirational);
bool is_success(double score, Ambition ambition = Ambition::aspirational);

// The highest level that a value has reached.
enum class Level { none, commit, target, stretch };
BOOST_DESCRIBE_ENUM(Level, none, commit, target, stretch)

Level level(Measure const& measure, double current);

// The target of "by 15 %": 85 for a fall from 100, 115 for a rise. The change is a share of the size of the baseline.
double relative_target(double baseline, double percent, Direction direction);

// Why a measure cannot be kept; each names the field that is wrong.
enum class Fault {
  not_a_number,
  too_large,
  target_is_baseline,
  target_against_direction,
  limits_missing,
  low_above_high,
  not_zero_to_one,
  commit_not_between,
  stretch_before_target,
  change_against_direction,
  level_without_target,
};
BOOST_DESCRIBE_ENUM(Fault, not_a_number, too_large, target_is_baseline, target_against_direction, limits_missing,
                    low_above_high, not_zero_to_one, commit_not_between, stretch_before_target,
                    change_against_direction, level_without_target)

struct MeasureFault {
  Fault fault;
  std::string_view field;

  bool operator==(MeasureFault const&) const = default;
};

std::vector<MeasureFault> faults(Measure const& measure);  // none: it can be kept

// What an objective counts as in the figures of many: its progress, and from its end on the grade that was given.
constexpr std::optional<double> counts_as(std::optional<double> progress, std::optional<double> grade) {
  return grade ? grade : progress;
}

// The progress of several objectives together, each as much as the others. A team has one progress, wherever it stands:
// that of what it owns. [OKR-91]
std::optional<double> progress_together(std::span<std::optional<double> const> objectives);

}  // namespace waymark::okr
