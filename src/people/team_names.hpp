#pragma once

#include <span>
#include <vector>

#include "core/db/db.hpp"
#include "people/people_shapes.hpp"

namespace waymark::people {

// The names of many teams at once: of those that there are, in order of ids.
std::vector<TeamName> team_names(db::Tx& tx, std::span<TeamId const> teams);

}  // namespace waymark::people
