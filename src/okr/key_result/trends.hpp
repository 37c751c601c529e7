#pragma once

#include "okr/key_result/key_results.hpp"

// Targets held against what was measured before. [OKR-30]
namespace waymark::okr {

// Of each key result of the objective that has a history; it names which.
std::vector<Advice> trends(db::Tx& tx, KeyResults const& key_results, ObjectiveId id);

// Of one that is being written and follows a KPI, which has its history already.
std::optional<Advice> trend_of_kpi(db::Tx& tx, KeyResults const& key_results, NewKeyResult const& wanted,
                                   std::optional<CycleId> in_cycle);

}  // namespace waymark::okr
