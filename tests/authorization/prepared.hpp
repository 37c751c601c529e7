#pragma once

#include "world/world.hpp"

namespace waymark::testing {

// The world as the matrix needs it. An objective of Engineering that Cam answers for, with Erik of Sales as
// contributor, and around it one of each thing that a route may name; the names of all of them come back.
Names prepare(World& world);
Names prepare(Names const& names, db::Db& database);

}  // namespace waymark::testing
