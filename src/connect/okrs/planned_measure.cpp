#include "connect/okrs/planned_measure.hpp"

#include <fmt/format.h>

namespace waymark::connect {
namespace {

std::string sentence_of(okr::MeasureFault const& fault, okr::Measure const& measure) {
  switch (fault.fault) {
    case okr::Fault::target_is_baseline: return fmt::format("baseline and target are both {}", measure.target);
    case okr::Fault::target_against_direction:
      return "the target lies on the wrong side of the baseline for its direction";
    case okr::Fault::limits_missing: return "stay_within needs low or high";
    case okr::Fault::low_above_high: return "low is above high";
    case okr::Fault::commit_not_between: return "commit must lie between baseline and target";
    case okr::Fault::stretch_before_target: return "stretch must lie beyond the target";
    case okr::Fault::change_against_direction: return "a rise goes by more than 0 %, a fall by less than 0 %";
    case okr::Fault::level_without_target: return fmt::format("{} needs a target in figures", fault.field);
    case okr::Fault::not_zero_to_one: return "a yes/no result has neither commit nor stretch";
    case okr::Fault::not_a_number:
    case okr::Fault::too_large: break;
  }
  return fmt::format("{} is not between -1e15 and 1e15", fault.field);
}

}  // namespace

void set_measure(okr::PlannedKeyResult& result, Measure const& found) {
  result.measured = found.has_measure;
  result.measure = stated_measure(found);
  result.baseline_on = found.baseline_on;
  result.unit = found.unit;
}

std::string fault_of(okr::PlannedKeyResult const& result) {
  auto const measure = okr::kept(result.measure);
  if (measure.kind == okr::Kind::milestones && result.milestones.empty())
    return "a key result of kind milestones names none";
  if (measure.kind != okr::Kind::milestones && !result.milestones.empty())
    return "only a key result of kind milestones has milestones";
  auto const faults = okr::faults(measure);
  return faults.empty() ? "" : sentence_of(faults.front(), measure);
}

}  // namespace waymark::connect
