#include "core/db/sqlite_inside.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>
#include <string_view>

namespace waymark::db {

// Before, two connections that write or checkpoint at the same moment could damage the log.
static_assert(SQLITE_VERSION_NUMBER >= 3051003);

std::string sqlite_inside() {
  constexpr std::size_t day_time_and_start_of_the_commit = 32;
  return fmt::format("SQLite {} ({})", sqlite3_libversion(),
                     std::string_view{sqlite3_sourceid()}.substr(0, day_time_and_start_of_the_commit));
}

void require_sqlite_inside() {
  if (std::string_view{sqlite3_sourceid()} == SQLITE_SOURCE_ID) return;
  throw std::logic_error(
      fmt::format("{} was loaded, but this program was built with {}", sqlite_inside(), SQLITE_VERSION));
}

}  // namespace waymark::db
