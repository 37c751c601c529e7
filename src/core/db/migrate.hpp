#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/db/db.hpp"

namespace waymark::db {

struct Migration {
  std::string_view name;  // "0001_core"
  std::string_view sql;   // statements that end in ';' at the end of a line
};

// The files of migrations/, in name order.
std::vector<Migration> const& migrations();

// Brings the database to this release, each migration in a transaction of its own. Says how many it applied.
// Throws Problem when the database holds a migration that this program does not know: it was written by a newer
// release.
int migrate(Db& db);

// Whether all of them are applied, and none that this program does not know.
bool is_up_to_date(Db& db);

// Tables, indexes, triggers and views of a SQLite database that the migrations it names did not make, or that they made
// and that are missing, each with its kind and name. Throws base::Problem (conflict) where a migration is not known, or
// when there are none.
std::vector<std::string> foreign_objects(Tx& tx);

// False for a database that was never initialised.
bool is_initialised(Db& db);

}  // namespace waymark::db
