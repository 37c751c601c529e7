#pragma once

#include <filesystem>
#include <string>

#include "core/db/db.hpp"
#include "core/db/sealing.hpp"

namespace waymark::db {

enum class Ending { plain, checksum };

// Copies the SQLite database `from`, as it is at one moment, to the new file `to`, also while others write; checks the
// copy (integrity and references) and makes it durable. `to` is complete or absent; what is unfinished is taken away.
// With a checksum it ends in a line of 128 bytes that SQLite does not look at. Throws std::runtime_error with a
// sentence, db::Fault where the disk is full.
void copy_database(std::string const& from, std::string const& to, Ending ending = Ending::plain);

// The same, with its checksum, sealed on its way: no byte of it is ever readable on the disk of `to`.
void copy_sealed(std::string const& from, std::string const& to, PublicKey const& key);

// Opens a sealed backup into the new file `to`. Throws std::runtime_error, and leaves nothing, when it is not whole.
void unseal(std::string const& from, std::string const& to, SecretKey const& key);

// Throws unless `file` is a sound SQLite database.
void verify_database(std::string const& file);

// Says whether `file` carries its checksum. Throws std::runtime_error when a bit of it is not as it was written, and
// db::Fault where the disk fails.
bool verify_checksum(std::string const& file);

// Where the SQLite database of a transaction lies.
std::filesystem::path folder_of(Tx& tx);

}  // namespace waymark::db
