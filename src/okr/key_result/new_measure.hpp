#pragma once

#include "okr/objective/key_result_shapes.hpp"

namespace waymark::okr {

// The measure that a person has written, with what follows from it filled in: kind from the milestones, direction from
// baseline and target, target from "by 15 %". A baseline that is left out stays out. Throws Problem (invalid) with the
// fields that contradict each other, each path under `path`. [OKR-11] [OKR-12]
Measure measure_of(NewKeyResult const& wanted, std::string const& path);

// Throws Problem (invalid) when a measure contradicts itself.
void check(Measure const& measure, std::string const& path);

// Throws Problem (invalid) for figures of a change that a measure of this kind and direction does not have.
void check_fits(Kind kind, Direction direction, KeyResultChange const& change);

// Throws Problem (invalid) for a weight that counts nothing; `path` is that of the milestone.
void check_milestone_weight(std::optional<json::Figure> const& weight, std::string const& path);

}  // namespace waymark::okr
