#include "okr/key_result/measured_start.hpp"

namespace waymark::okr {

Start start_of(Measure measure, std::span<store::Measured const> values) {
  for (auto const& [at, value] : values) {
    auto const begun = started_from(measure, value);
    if (begun.baseline != measure.baseline) return {begun, base::day_of(at)};
  }
  return {measure, {}};
}

Measure begin(db::Tx& tx, KeyResultId key_result, Measure const& measure, double value, base::Day on) {
  auto const begun = started_from(measure, value);
  if (begun != measure) store::set_start(tx, key_result, begun, on);
  return begun;
}

void begin_again(db::Tx& tx, store::KeyResultRow& row) {
  bool const is_written = row.baseline && !row.baseline_on;
  if (is_written || is_limit(row.direction)) return;
  auto measure = store::measure_of(row);
  measure.baseline.reset();
  auto const [begun, on] = start_of(measure, store::values_of(tx, row.id));
  row.baseline = begun.baseline;
  row.baseline_on = on;
  row.target = begun.target;
}

}  // namespace waymark::okr
