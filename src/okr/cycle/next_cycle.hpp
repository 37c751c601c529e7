#pragma once

#include <span>

#include "okr/cycle/cycle_store.hpp"

namespace waymark::okr {

// The quarter to make next: the one after the newest quarter; without any, the calendar quarter that holds `today`, or
// the coming one when less than a month of it is left. Its name is empty where that is taken. `cycles`: newest first.
// [OKR-79]
CycleProposal next_quarter(std::span<store::CycleRow const> cycles, base::Day today);

}  // namespace waymark::okr
