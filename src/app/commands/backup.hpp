#pragma once

#include <string>

namespace waymark::app {

// Writes a consistent, verified copy of the data at `place` to the new file `file`, also while a server runs on it. It
// ends in a checksum. With a public key it is sealed to it: only the secret key opens it again.
void back_up(std::string const& file, std::string const& place, std::string const& seal_to);

struct Restored {
  std::string kept;      // what was there before; empty where nothing was
  bool has_checksum;     // one of an earlier release or of another program has none
  std::string seals_to;  // the key that backups are sealed to from now on; empty where that is as it was
};

// Puts a verified backup in place; one that is sealed needs the file of its secret key, and backups of the data are
// sealed to that key from then on, unless another is set there. Refuses (base::Problem) where data is already
// (conflict), unless `force`: then the old data is kept beside it; one of which a bit is changed or that holds what no
// release made (conflict); and while somebody writes there (too_busy). There is never a moment without a whole
// database.
Restored restore(std::string const& file, std::string const& place, bool force, std::string const& key_file);

// Makes a pair of keys, the secret one in the new file (0600). Answers the public one.
std::string new_backup_key(std::string const& file);

// From then on backups of `place` are sealed to this public key, until it is cleared.
void set_backup_key(std::string const& key, std::string const& place);
void clear_backup_key(std::string const& place);

// Empty where backups are not sealed.
std::string backup_key_of(std::string const& place);

}  // namespace waymark::app
