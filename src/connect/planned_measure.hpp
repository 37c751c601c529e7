#pragma once

#include <string>

#include "connect/okr_rows.hpp"

namespace waymark::connect {

/// What a sentence states, as the OKR slice keeps it. Where no start is stated there is none: it begins at the first
/// value that is measured.
okr::Measure kept_measure(Measure const& found);

/// The same for a row of a file, with its commitment and stretch.
okr::Measure planned_measure(PlannedKeyResult const& result);

/// What contradicts itself in the measure; empty for a sound one.
std::string fault_of(PlannedKeyResult const& result);

}  // namespace waymark::connect
