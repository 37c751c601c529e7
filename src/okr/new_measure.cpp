#include "okr/new_measure.hpp"

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

double target_of(NewKeyResult const& wanted, Direction direction, std::string const& path) {
  if (wanted.target) return *wanted.target;
  if (wanted.change_percent) {
    if (!wanted.baseline)
      throw base::invalid(json::joined(path, "baseline"), "A change in percent needs the value it starts from.");
    return relative_target(*wanted.baseline, std::abs(*wanted.change_percent), direction);
  }
  if (direction == Direction::stay_within) return 0;
  throw base::invalid(json::joined(path, "target"),
                      "A key result needs a target, or a change in percent of its baseline.");
}

}  // namespace

void check(Measure const& measure, std::string const& path) {
  std::vector<base::FieldError> fields;
  for (auto const& [fault, field] : faults(measure)) fields.push_back({json::joined(path, field), sentence_of(fault)});
  if (fields.empty()) return;
  auto detail = fmt::format("\"{}\" {}.", fields.front().path, fields.front().detail);
  throw base::Problem{base::Code::invalid, "invalid", std::move(detail), std::move(fields)};
}

Measure measure_of(NewKeyResult const& wanted, std::string const& path) {
  Measure measure;
  measure.kind = wanted.kind.value_or(wanted.milestones.empty() ? Kind::number : Kind::milestones);
  if (measure.kind == Kind::milestones && wanted.milestones.empty()) {
    throw base::invalid(json::joined(path, "milestones"), "Name the milestones that count.");
  }
  if (measure.kind != Kind::milestones && !wanted.milestones.empty()) {
    throw base::invalid(json::joined(path, "milestones"), "Only a key result of kind milestones has them.");
  }
  if (measure.kind != Kind::yes_no && measure.kind != Kind::milestones) {
    measure.direction = direction_of(wanted);
    measure.baseline = wanted.baseline.value_or(0).value;
    measure.target = target_of(wanted, measure.direction, path);
    measure.low = plain(wanted.low);
    measure.high = plain(wanted.high);
    measure.commit = plain(wanted.commit);
    measure.stretch = plain(wanted.stretch);
  }
  check(measure, path);
  return measure;
}

}  // namespace waymark::okr
