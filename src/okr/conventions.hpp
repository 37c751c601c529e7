#pragma once

#include "core/db/db.hpp"
#include "okr/advice.hpp"
#include "okr/status.hpp"

// What the organisation has agreed on, in the words of this slice.
namespace waymark::okr {

Limits objective_limits(db::Tx& tx);
Limits key_result_limits(db::Tx& tx);
Cadence usual_cadence(db::Tx& tx);

bool has_individual_okrs(db::Tx& tx);

// Throws conflict where OKRs are for teams alone.
void check_individual_okrs(db::Tx& tx);

}  // namespace waymark::okr
