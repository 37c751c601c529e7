#pragma once

#include "api/scenario.hpp"
#include "core/db/connection.hpp"

namespace waymark::testing {

// Plays the scenario in a fresh world. What differs comes back, one text for each step that is not as it should be;
// with `accept` the expected answers of the scenario become what came.
std::vector<std::string> play(Scenario& scenario, db::Dialect dialect, bool accept);

}  // namespace waymark::testing
