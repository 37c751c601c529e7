#pragma once

#include <string>

namespace waymark::app {

// Writes a consistent, verified copy of the data at `place` to the new file `file`, also while a server runs on it. It
// ends in a checksum.
void back_up(std::string const& file, std::string const& place);

struct Restored {
  std::string kept;  // what was there before; empty where nothing was
  bool sealed;       // the backup had a checksum; one of an earlier release or of another program has none
};

// Puts a verified backup in place. Refuses (base::Problem) where data is already (conflict), unless `force`: then the
// old data is kept beside it; one of which a bit is changed or that holds what no release made (conflict); and while
// somebody writes there (too_busy). There is never a moment without a whole database.
Restored restore(std::string const& file, std::string const& place, bool force);

}  // namespace waymark::app
