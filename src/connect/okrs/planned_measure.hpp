#pragma once

#include <string>

#include "connect/okrs/okr_rows.hpp"

namespace waymark::connect {

/// What a row of a file states, as the OKR slice keeps it, with its commitment and stretch.
okr::Measure planned_measure(PlannedKeyResult const& result);

/// What contradicts itself in the measure; empty for a sound one.
std::string fault_of(PlannedKeyResult const& result);

}  // namespace waymark::connect
