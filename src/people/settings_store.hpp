#pragma once

#include "core/db/db.hpp"
#include "people/conventions.hpp"

namespace waymark::people {

void update_conventions(db::Tx& tx, Conventions const& conventions);  // conflict when no longer at its version

}  // namespace waymark::people
