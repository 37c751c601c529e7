#pragma once

#include <string>

#include "connect/measure/measure.hpp"
#include "okr/transfer/plan.hpp"

namespace waymark::connect {

/// Puts down how the result is measured.
void set_measure(okr::PlannedKeyResult& result, Measure const& found);

/// What contradicts itself in the measure; empty for a sound one.
std::string fault_of(okr::PlannedKeyResult const& result);

}  // namespace waymark::connect
