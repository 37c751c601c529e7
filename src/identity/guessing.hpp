#pragma once

#include "core/base/clock.hpp"
#include "core/db/db.hpp"

// How fast passwords can be tried. Counted by what was given as e-mail address, whether there is such an account or
// not.
namespace waymark::identity {

// Until when an account stays closed after so many failures of one day (UTC).
base::Millis closed_until(std::int64_t failures, base::Millis now);

// Up to this many tries may be under way at once; later ones wait for their turn.
inline constexpr std::int64_t free_tries = 3;

// Counts a try before it is made, so that many at once are no way around. Throws Problem (too_many) while the account
// is closed.
void take_turn(db::Tx& tx, std::string const& account);

void close_after_failure(db::Tx& tx, std::string const& account);
void forget_failures(db::Tx& tx, std::string const& account);
void forget_old_failures(db::Tx& tx);

// Counts a request of this account today; false from the sixth on. Resets are limited by it.
bool within_daily_limit(db::Tx& tx, std::string const& account);

}  // namespace waymark::identity
