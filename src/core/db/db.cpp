#include "core/db/db.hpp"

#include <spdlog/spdlog.h>

#include <filesystem>

#include "core/db/postgresql.hpp"
#include "core/db/private_files.hpp"
#include "core/db/sqlite.hpp"

namespace waymark::db {

std::unique_ptr<Db> Db::open(std::string const& place, base::Clock const& clock, Options const& options) {
  if (place.starts_with("postgresql://") || place.starts_with("postgres://")) {
    return std::make_unique<Postgresql>(place, clock, options);
  }
  auto const file = std::filesystem::path{place} / "waymark.db";
  if (options.access != Access::reading) {
    make_private_folder(place);
    make_private_file(file);
    close_to_others(file);
  }
  return std::make_unique<Sqlite>(file.string(), clock, options);
}

void Db::tell_others(std::vector<std::function<void()>> const& calls) {
  for (auto const& call : calls) {
    try {
      call();
    } catch (std::exception const& e) {
      spdlog::error("what follows a commit failed: {}", e.what());
    }
  }
}

}  // namespace waymark::db
