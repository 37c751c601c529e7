#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/db/db.hpp"
#include "okr/rules/advice.hpp"
#include "okr/rules/ids.hpp"

namespace waymark::okr {

// What another slice, which keeps the KPIs, answers about one of them.
struct KpiNow {
  std::string name;
  std::optional<double> value;  // nothing before its first entry
  std::vector<Sample> history;  // oldest first
};
using LookUpKpi = std::function<std::optional<KpiNow>(db::Tx&, KpiId)>;  // nothing where there is no such KPI

// The KPIs that key results follow, and what they were worth.
class KpiValues {
 public:
  virtual ~KpiValues() = default;

  virtual std::optional<KpiNow> look_up(db::Tx& tx, KpiId kpi) const = 0;  // nothing where there is no such KPI

  // Gives a key result the value that its KPI had on a day: its history has it, and its objective is added up again.
  virtual void give(db::Tx& tx, KeyResultId key_result, Sample const& measured, PersonId author) const = 0;
};

}  // namespace waymark::okr
