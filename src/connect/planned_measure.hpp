#pragma once

#include <string>

#include "connect/okr_rows.hpp"

namespace waymark::connect {

/// What a sentence states, as the OKR slice keeps it. Where no start is stated, a rise begins at 0, and a fall becomes
/// a limit to stay below: a start for it would be invented.
okr::Measure kept_measure(Measure const& found);

/// The same for a row of a file, with its commitment and stretch.
okr::Measure planned_measure(PlannedKeyResult const& result);

/// What contradicts itself in the measure; empty for a sound one.
std::string fault_of(PlannedKeyResult const& result);

}  // namespace waymark::connect
