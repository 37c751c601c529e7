#pragma once

#include <functional>

#include "app/wiring.hpp"

namespace waymark::app {

inline constexpr char demo_password[] = "measure twice, cut once";

// Halden Instruments, a maker of measuring devices, as if its people had worked with Waymark until `now`. Everything is
// written through the front doors of the slices, at its own moment: `clock` is the one that `database` was opened with,
// and stands at `now` in the end. The database must be migrated and empty. `told` hears how much is done.
void make_demo(db::Db& database, base::FixedClock& clock, base::Millis now,
               std::function<void(std::size_t, std::size_t)> const& told);

// Whom to sign in as, for a person to read.
std::string demo_sign_in();

}  // namespace waymark::app
