#pragma once

#include <string>

#include "connect/okr_rows.hpp"

namespace waymark::connect {

/// The measure as the OKR slice keeps it. Where no start is stated, a rise begins at 0, and a fall becomes a limit to
/// stay below: a start for it would be invented.
okr::Measure planned_measure(PlannedKeyResult const& result);

/// What contradicts itself in the measure; empty for a sound one.
std::string fault_of(PlannedKeyResult const& result);

}  // namespace waymark::connect
