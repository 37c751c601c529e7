#include "okr/key_result/new_measure.hpp"

#include "core/base/problem.hpp"
#include "core/json/read.hpp"

namespace waymark::okr {
namespace {

std::string sentence_of(Fault fault) {
  switch (fault) {
    case Fault::not_a_number: return "must be a number";
    case Fault::too_large: return "must be between -1e15 and 1e15";
    case Fault::target_is_baseline: return "is the same as the baseline: there is no way to go";
    case Fault::target_against_direction: return "lies on the wrong side of the baseline for this direction";
    case Fault::limits_missing: return "is needed to stay within something";
    case Fault::low_above_high: return "is above the high limit";
    case Fault::not_zero_to_one: return "must be left out: this kind runs from no to yes";
    case Fault::commit_not_between: return "must lie between baseline and target";
    case Fault::stretch_before_target: return "must lie beyond the target";
    case Fault::change_against_direction: return "goes the other way than the direction";
    case Fault::level_without_target: return "needs a target in figures, or the baseline that the percent are of";
  }
  return "does not fit";
}

std::optional<double> plain(std::optional<json::Figure> const& figure) {
  if (!figure) return std::nullopt;
  return figure->value;
}

Direction direction_of(NewKeyResult const& wanted) {
  if (wanted.direction) return *wanted.direction;
  if (wanted.change_percent) return *wanted.change_percent < 0 ? Direction::fall : Direction::rise;
  if (!wanted.target && (wanted.low || wanted.high)) return Direction::stay_within;
  auto const falls = wanted.target && wanted.baseline && *wanted.target < *wanted.baseline;
  return falls ? Direction::fall : Direction::rise;
}

[[noreturn]] void refuse(std::string const& path, char const* field, char const* why) {
  throw base::invalid(json::joined(path, field), why);
}

// "By 15 %" is the target of a rise or fall, and says by its sign which one.
void check_change(NewKeyResult const& wanted, std::string const& path) {
  if (!wanted.change_percent) return;
  auto const by = wanted.change_percent->value;
  auto const direction = wanted.direction.value_or(by < 0 ? Direction::fall : Direction::rise);
  if (wanted.target) refuse(path, "change_percent", "Say the target or the change in percent, not both.");
  if (is_limit(direction)) refuse(path, "change_percent", "A limit is a value: a change in percent is none.");
  if (by == 0 || (by > 0) != (direction == Direction::rise))
    refuse(path, "change_percent", "A rise goes by more than 0 %, a fall by less than 0 %.");
}

// Figures that belong to another direction would be kept and never asked.
void check_limits(NewKeyResult const& wanted, Direction direction, std::string const& path) {
  bool const within = direction == Direction::stay_within;
  if (!within && wanted.low) refuse(path, "low", "Only what stays within something has a low limit.");
  if (!within && wanted.high) refuse(path, "high", "Only what stays within something has a high limit.");
  if (within && wanted.target) refuse(path, "target", "What stays within something has low and high, and no target.");
  if (!is_limit(direction)) return;
  if (wanted.commit) refuse(path, "commit", "A limit is kept or broken: it has no commitment on the way.");
  if (wanted.stretch) refuse(path, "stretch", "A limit is kept or broken: there is nothing beyond it.");
}

// A yes and milestones run from 0 to 1, whatever else is said.
void check_yes(NewKeyResult const& wanted, std::string const& path) {
  char const* const why = "This kind runs from no to yes: leave it out.";
  if (wanted.baseline && wanted.baseline->value != 0) refuse(path, "baseline", why);
  if (wanted.target && wanted.target->value != 1) refuse(path, "target", why);
  if (wanted.direction && *wanted.direction != Direction::rise) refuse(path, "direction", why);
  if (wanted.change_percent) refuse(path, "change_percent", why);
  if (wanted.low) refuse(path, "low", why);
  if (wanted.high) refuse(path, "high", why);
  if (wanted.commit) refuse(path, "commit", why);
  if (wanted.stretch) refuse(path, "stretch", why);
}

void check_milestones(NewKeyResult const& wanted, Kind kind, std::string const& path) {
  if (kind == Kind::milestones && wanted.milestones.empty())
    refuse(path, "milestones", "Name the milestones that count.");
  if (kind != Kind::milestones && !wanted.milestones.empty())
    refuse(path, "milestones", "Only a key result of kind milestones has them.");
  for (std::size_t i = 0; i < wanted.milestones.size(); ++i)
    check_milestone_weight(wanted.milestones[i].weight, json::joined(path, fmt::format("milestones[{}]", i)));
}

// Whether a target is above or below nobody can see without a baseline.
void check_way(NewKeyResult const& wanted, std::string const& path) {
  if (wanted.direction || wanted.baseline || wanted.change_percent || !wanted.target) return;
  refuse(path, "direction", "Without a baseline nobody can see whether it shall rise or fall: say which.");
}

// Of a rise, a fall or a limit. A change in percent of a known baseline becomes its target at once.
Measure way_of(NewKeyResult const& wanted, Kind kind, std::string const& path) {
  check_change(wanted, path);
  Measure measure{.kind = kind, .direction = direction_of(wanted), .baseline = plain(wanted.baseline), .target = 0};
  check_limits(wanted, measure.direction, path);
  check_way(wanted, path);
  measure.low = plain(wanted.low);
  measure.high = plain(wanted.high);
  measure.commit = plain(wanted.commit);
  measure.stretch = plain(wanted.stretch);
  if (wanted.target) {
    measure.target = *wanted.target;
  } else if (wanted.change_percent && measure.baseline) {
    measure.target = relative_target(*measure.baseline, std::abs(*wanted.change_percent), measure.direction);
  } else if (wanted.change_percent) {
    measure.change_percent = plain(wanted.change_percent);
  } else if (measure.direction != Direction::stay_within) {
    refuse(path, "target", "A key result needs a target, or a change in percent of its baseline.");
  }
  return measure;
}

}  // namespace

void check(Measure const& measure, std::string const& path) {
  std::vector<base::FieldError> fields;
  for (auto const& [fault, field] : faults(measure)) fields.push_back({json::joined(path, field), sentence_of(fault)});
  if (fields.empty()) return;
  auto detail = fmt::format("\"{}\" {}.", fields.front().path, fields.front().detail);
  throw base::Problem{base::Code::invalid, "invalid", std::move(detail), std::move(fields)};
}

void check_fits(Kind kind, Direction direction, KeyResultChange const& change) {
  NewKeyResult given{};
  if (change.baseline.given) given.baseline = change.baseline.value;
  if (change.low.given) given.low = change.low.value;
  if (change.high.given) given.high = change.high.value;
  if (change.commit.given) given.commit = change.commit.value;
  if (change.stretch.given) given.stretch = change.stretch.value;
  given.target = change.target;
  given.change_percent = change.change_percent;
  if (kind == Kind::yes_no || kind == Kind::milestones) return check_yes(given, "");
  if (is_limit(direction)) given.direction = direction;
  check_change(given, "");
  check_limits(given, direction, "");
}

void check_milestone_weight(std::optional<json::Figure> const& weight, std::string const& path) {
  if (weight && !(weight->value > 0 && weight->value <= 1000))
    refuse(path, "weight", "A milestone weighs more than 0, and at most 1000.");
}

Measure measure_of(NewKeyResult const& wanted, std::string const& path) {
  auto const kind = wanted.kind.value_or(wanted.milestones.empty() ? Kind::number : Kind::milestones);
  bool const is_yes = kind == Kind::yes_no || kind == Kind::milestones;
  check_milestones(wanted, kind, path);
  if (is_yes) check_yes(wanted, path);
  auto const measure = is_yes ? Measure{.kind = kind} : way_of(wanted, kind, path);
  check(measure, path);
  return measure;
}

}  // namespace waymark::okr
