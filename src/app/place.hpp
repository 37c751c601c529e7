#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/db/db.hpp"

namespace waymark::app {

bool is_postgresql(std::string const& place);

// The file of a SQLite installation in this folder.
std::filesystem::path database_file(std::string const& place);

// Opens the database as it is, in words when that fails: base::Problem (too_busy) where it cannot be reached,
// or where somebody else writes, (conflict, "damaged") where the file is none of ours.
std::unique_ptr<db::Db> open_as_is(std::string const& place, base::Clock const& clock, db::Options const& options = {});

// Opens an installation that exists and brings it to this release. Throws base::Problem (conflict) with a sentence when
// there is none.
std::unique_ptr<db::Db> open_existing(std::string const& place, base::Clock const& clock,
                                      db::Options const& options = {});

// Opens an installation only to read it, also beside a server; for one of an earlier release, which must be brought to
// this one first, as open_existing.
std::unique_ptr<db::Db> open_to_read(std::string const& place, base::Clock const& clock);

// Opens a place that holds nothing yet and makes the tables. Throws base::Problem (conflict) when something is there.
std::unique_ptr<db::Db> open_fresh(std::string const& place, base::Clock const& clock, db::Options const& options = {});

}  // namespace waymark::app
