#include "core/db/db.hpp"

#include <filesystem>

#include "core/db/postgresql.hpp"
#include "core/db/sqlite.hpp"

namespace waymark::db {

std::unique_ptr<Db> Db::open(std::string const& place, base::Clock const& clock, Options const& options) {
  if (place.starts_with("postgresql://") || place.starts_with("postgres://")) {
    return std::make_unique<Postgresql>(place, clock, options);
  }
  if (options.access != Access::reading) std::filesystem::create_directories(place);
  return std::make_unique<Sqlite>((std::filesystem::path{place} / "waymark.db").string(), clock, options);
}

}  // namespace waymark::db
