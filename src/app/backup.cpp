#include "app/backup.hpp"

#include <fmt/format.h>

#include "app/place.hpp"
#include "core/base/problem.hpp"
#include "core/db/connection.hpp"
#include "core/db/fault.hpp"
#include "core/db/folder_lock.hpp"
#include "core/db/migrate.hpp"
#include "core/db/private_files.hpp"
#include "core/db/sqlite_backup.hpp"

namespace waymark::app {
namespace {

namespace fs = std::filesystem;

void require_sqlite(std::string const& place) {
  if (is_postgresql(place)) {
    throw base::invalid("--data",
                        "This is for installations on SQLite; back up PostgreSQL with pg_dump or a base backup.");
  }
}

// Brings what is still in the write-ahead log into the file, so that it stands alone. Throws while another program has
// it open. A file that is too damaged for that keeps its log beside it, under the name it is kept by.
void settle(fs::path const& file, fs::path const& kept) {
  try {
    db::Connection connection{db::Dialect::sqlite, fmt::format("db=\"{}\" timeout=1", file.string())};
    connection.execute("PRAGMA journal_mode=DELETE");
  } catch (std::exception const& e) {
    if (std::string_view{e.what()}.find("locked") != std::string_view::npos) {
      throw base::Problem{base::Code::too_busy, "in_use", "A server is using this data; stop it first."};
    }
    std::error_code absent;
    for (auto const* ending : {"-wal", "-shm"}) fs::rename(file.string() + ending, kept.string() + ending, absent);
  }
}

std::vector<std::string> foreign_objects_in(std::string const& file) {
  db::Connection connection{db::Dialect::sqlite, fmt::format("db=\"{}\" timeout=5", file)};
  connection.execute("PRAGMA query_only=ON");
  connection.execute("PRAGMA trusted_schema=OFF");
  db::Tx tx{connection, 0};
  return db::foreign_objects(tx);
}

void copy(std::string const& from, std::string const& to, db::Seal seal = db::Seal::none) {
  try {
    db::copy_database(from, to, seal);
  } catch (db::Fault const& fault) {
    if (fault.kind != db::Fault::Kind::full) throw;
    throw base::Problem{base::Code::no_space, "storage_full",
                        fmt::format("There is no room for the copy; nothing is left of it: {}", fault.what())};
  }
}

// Sound, as it was written, and with nothing in it that none of our releases made. Says whether it has a checksum.
bool require_sound(std::string const& file) {
  try {
    auto const sealed = db::verify_seal(file);
    db::verify_database(file);
    auto const foreign = foreign_objects_in(file);
    if (foreign.empty()) return sealed;
    throw base::conflict("damaged", fmt::format("This backup was not used: it holds what no Waymark made ({}).",
                                                fmt::join(foreign, ", ")));
  } catch (std::runtime_error const& damage) {
    throw base::conflict("damaged", fmt::format("This backup is not sound and was not used: {}", damage.what()));
  }
}

fs::path kept_name(fs::path const& file) {
  for (int i = 1;; ++i) {
    auto const name = fs::path{fmt::format("{}.replaced-{}", file.string(), i)};
    if (!fs::exists(name)) return name;
  }
}

}  // namespace

void back_up(std::string const& file, std::string const& place) {
  require_sqlite(place);
  if (!fs::exists(database_file(place)))
    throw base::conflict("no_data", fmt::format("There is no Waymark data in {}.", place));
  if (fs::exists(file))
    throw base::conflict("already_there", fmt::format("{} exists already; a backup never overwrites one.", file));
  copy(database_file(place).string(), file, db::Seal::checksum);
}

Restored restore(std::string const& file, std::string const& place, bool force) {
  require_sqlite(place);
  if (!fs::exists(file)) throw base::conflict("no_data", fmt::format("There is no backup at {}.", file));
  auto const sealed = require_sound(file);
  auto const target = database_file(place);
  bool const replaces = fs::exists(target);
  if (replaces && !force) {
    throw base::conflict(
        "already_there",
        fmt::format("There is already Waymark data in {}; nothing was changed. Use --force to replace it.", place));
  }
  db::make_private_folder(place);
  db::FolderLock const nobody_else{place};
  if (!replaces) {
    copy(file, target.string());
    return {.kept = {}, .sealed = sealed};
  }
  auto const kept = kept_name(target);
  settle(target, kept);
  auto const incoming = target.string() + ".restored";
  copy(file, incoming);
  fs::create_hard_link(target, kept);
  fs::rename(incoming, target);
  db::close_to_others(kept);
  return {.kept = kept.string(), .sealed = sealed};
}

}  // namespace waymark::app
