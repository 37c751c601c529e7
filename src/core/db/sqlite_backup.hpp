#pragma once

#include <string>

namespace waymark::db {

// Copies the SQLite database `from` to the new file `to` with the online backup interface, checks the copy (integrity
// and references) and makes it durable. `to` is complete or absent. Throws std::runtime_error with a sentence.
void copy_database(std::string const& from, std::string const& to);

// Throws unless `file` is a sound SQLite database.
void verify_database(std::string const& file);

}  // namespace waymark::db
