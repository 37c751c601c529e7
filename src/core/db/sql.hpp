#pragma once

#include <string_view>

namespace waymark::db {

// A statement with a name (for logs and reports) and one text for SQLite and PostgreSQL. Lives as long as the program:
// connections remember the prepared statement by its address.
struct Sql {
  char const* name;
  std::string_view text;
};

}  // namespace waymark::db
