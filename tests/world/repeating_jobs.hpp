#pragma once

#include "core/base/day.hpp"
#include "core/db/db.hpp"

namespace waymark::testing {

constexpr auto far_away = 100 * 365 * base::ms_per_day;

// What comes back by itself waits, so that no answer depends on when a server found time for it.
void put_off_repeating_jobs(db::Db& database);
void bring_forward_repeating_jobs(db::Db& database);

bool is_anything_due(db::Db& database);

}  // namespace waymark::testing
