#include "core/db/sqlite_backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace waymark::db {
namespace {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

[[noreturn]] void fail(std::string const& what, std::string const& file, char const* why) {
  throw std::runtime_error(fmt::format("{} {}: {}", what, file, why));
}

Handle open(std::string const& file, int flags) {
  sqlite3* raw = nullptr;
  auto const result = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
  Handle handle{raw};
  if (result != SQLITE_OK) fail("cannot open", file, sqlite3_errstr(result));
  sqlite3_busy_timeout(raw, 5000);
  return handle;
}

std::string first_text(sqlite3* database, char const* query) {
  std::string answer;
  auto const take = [](void* into, int columns, char** values, char**) {
    auto& text = *static_cast<std::string*>(into);
    if (text.empty() && columns > 0 && values[0]) text = values[0];
    return 0;
  };
  char* error = nullptr;
  if (sqlite3_exec(database, query, take, &answer, &error) != SQLITE_OK) {
    answer = error ? error : "unreadable";
    sqlite3_free(error);
  }
  return answer;
}

void sync_path(std::string const& path) {
  auto const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail("cannot open", path, "it is gone");
  auto const synced = ::fsync(descriptor);
  ::close(descriptor);
  if (synced != 0) fail("cannot make durable", path, "fsync failed");
}

void copy_pages(sqlite3* from, sqlite3* to, std::string const& file) {
  auto* backup = sqlite3_backup_init(to, "main", from, "main");
  if (!backup) fail("cannot copy to", file, sqlite3_errmsg(to));
  int result = SQLITE_OK;
  do {
    result = sqlite3_backup_step(backup, 4096);
    if (result == SQLITE_BUSY || result == SQLITE_LOCKED) sqlite3_sleep(5);
  } while (result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED);
  sqlite3_backup_finish(backup);
  if (result != SQLITE_DONE) fail("cannot copy to", file, sqlite3_errstr(result));
}

}  // namespace

void verify_database(std::string const& file) {
  auto const database = open(file, SQLITE_OPEN_READONLY);
  auto const integrity = first_text(database.get(), "PRAGMA integrity_check");
  if (integrity != "ok") fail("damaged:", file, integrity.c_str());
  auto const dangling = first_text(database.get(), "PRAGMA foreign_key_check");
  if (!dangling.empty()) fail("has rows that point nowhere:", file, dangling.c_str());
}

void copy_database(std::string const& from, std::string const& to) {
  auto const unfinished = to + ".unfinished";
  std::filesystem::remove(unfinished);
  {
    auto const source = open(from, SQLITE_OPEN_READONLY);
    auto const target = open(unfinished, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    copy_pages(source.get(), target.get(), unfinished);
    first_text(target.get(), "PRAGMA journal_mode=DELETE");  // one file, nothing beside it
  }
  verify_database(unfinished);
  sync_path(unfinished);
  std::filesystem::rename(unfinished, to);
  auto const folder = std::filesystem::absolute(to).parent_path();
  sync_path(folder.string());
}

}  // namespace waymark::db
