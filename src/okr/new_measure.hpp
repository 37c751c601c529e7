#pragma once

#include "okr/key_result_shapes.hpp"

namespace waymark::okr {

// The measure that a person has written, with what is left out filled in: kind from the milestones, direction from
// baseline and target, target from "by 15 %". Throws Problem (invalid) with the fields that contradict each other, each
// path under `path`. [OKR-11] [OKR-12]
Measure measure_of(NewKeyResult const& wanted, std::string const& path);

// Throws Problem (invalid) when a measure contradicts itself.
void check(Measure const& measure, std::string const& path);

}  // namespace waymark::okr
