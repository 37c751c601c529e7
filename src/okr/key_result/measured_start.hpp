#pragma once

#include <span>

#include "okr/objective/key_result_store.hpp"

// A baseline that nobody wrote is the first value that leaves something to go. [OKR-93]
namespace waymark::okr {

struct Start {
  Measure measure;
  std::optional<base::Day> on;  // none: there was no such value, or somebody wrote the baseline
};

// The measure with the start that these values give it, oldest first.
Start start_of(Measure measure, std::span<store::Measured const> values);

// The measure of a key result that gets this value now; keeps the start that comes from it.
Measure begin(db::Tx& tx, KeyResultId key_result, Measure const& measure, double value, base::Day on);

// Takes a measured start anew from the values that are there: one was withdrawn, or the way became another. Leaves a
// baseline alone that somebody wrote.
void begin_again(db::Tx& tx, store::KeyResultRow& row);

}  // namespace waymark::okr
