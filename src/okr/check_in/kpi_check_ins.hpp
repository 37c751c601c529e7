#pragma once

#include "core/events/events.hpp"
#include "okr/key_result/kpi_values.hpp"

namespace waymark::okr {

// What a KPI was worth reaches a key result as a check-in without words. [OKR-61]
class KpiCheckIns : public KpiValues {
 public:
  KpiCheckIns(events::Events const& events, LookUpKpi look_up) : events_(events), look_up_(std::move(look_up)) {}

  std::optional<KpiNow> look_up(db::Tx& tx, KpiId kpi) const override { return look_up_(tx, kpi); }
  void give(db::Tx& tx, KeyResultId key_result, Sample const& measured, PersonId author) const override;

 private:
  events::Events const& events_;
  LookUpKpi look_up_;
};

}  // namespace waymark::okr
