#pragma once

#include "core/db/db.hpp"
#include "okr/cycle/publication.hpp"
#include "okr/rules/advice.hpp"
#include "okr/rules/state.hpp"
#include "okr/rules/status.hpp"

// What the organisation has agreed on, in the words of this slice.
namespace waymark::okr {

// Of the objectives of one owner of this level in a cycle, and of the key results of each. [OKR-25]
Limits objective_limits(db::Tx& tx, ObjectiveLevel level);
Limits key_result_limits(db::Tx& tx, ObjectiveLevel level);

// How many levels a chain of support has at most before it is called deep, and whether a deeper one is refused.
// [OKR-22]
struct Depth {
  std::int64_t most;
  bool refused;
};
Depth depth(db::Tx& tx);

Cadence usual_cadence(db::Tx& tx);

// What may change once it is published, and with a reason or without. [CHANGE-1]
ChangeRules change_rules(db::Tx& tx);

bool has_individual_okrs(db::Tx& tx);

// May people be shown what their own past suggests? [SUGGEST-3]
bool makes_suggestions(db::Tx& tx);

// Throws conflict where OKRs are for teams alone.
void check_individual_okrs(db::Tx& tx);

}  // namespace waymark::okr
