#pragma once

#include <vector>

#include "connect/measure/sentence.hpp"

namespace waymark::connect {

/// Takes the numbers that are no quantities out of use: years, dates, versions, labels, references, multiples,
/// stretches of time that only say when.
void mark_names(std::vector<Token>& tokens);

}  // namespace waymark::connect
