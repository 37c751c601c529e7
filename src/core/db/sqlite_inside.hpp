#pragma once

#include <string>

namespace waymark::db {

// "SQLite 3.53.2 (2026-06-03 19:12:13 d6e03d8c777c)": the one that this program is running with.
std::string sqlite_inside();

// Throws std::logic_error when it is another than this program was built with.
void require_sqlite_inside();

}  // namespace waymark::db
