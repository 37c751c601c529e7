#pragma once

#include <string>

namespace waymark::app {

// Writes a consistent, verified copy of the data at `place` to the new file `file`, also while a server runs on it.
void back_up(std::string const& file, std::string const& place);

// Puts a verified backup in place. Refuses (base::Problem, conflict) where data is already, unless `force`: then the
// old data is kept beside it, and the name of that file is returned. There is never a moment without a whole database.
std::string restore(std::string const& file, std::string const& place, bool force);

}  // namespace waymark::app
