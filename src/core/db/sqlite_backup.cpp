#include "core/db/sqlite_backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

#include "core/db/fault.hpp"
#include "core/db/private_files.hpp"

namespace waymark::db {
namespace {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

[[noreturn]] void fail(std::string const& what, std::string const& file, char const* why) {
  throw Fault{Fault::Kind::input_output, fmt::format("{} {}: {}", what, file, why)};
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

void run(sqlite3* database, char const* statement, std::string const& file) {
  if (sqlite3_exec(database, statement, nullptr, nullptr, nullptr) != SQLITE_OK)
    fail("cannot read", file, sqlite3_errmsg(database));
}

// A read transaction that stays open holds the snapshot: without it each write of others would begin the copy anew.
void copy_pages(sqlite3* from, sqlite3* to, std::string const& file) {
  constexpr int pages_a_step = 1024;
  run(from, "BEGIN; SELECT COUNT(*) FROM sqlite_schema", file);
  auto* backup = sqlite3_backup_init(to, "main", from, "main");
  if (!backup) fail("cannot copy to", file, sqlite3_errmsg(to));
  auto const give_up_at = std::chrono::steady_clock::now() + std::chrono::seconds{30};  // of being kept waiting
  int result = SQLITE_OK;
  do {
    result = sqlite3_backup_step(backup, pages_a_step);
    auto const waits = result == SQLITE_BUSY || result == SQLITE_LOCKED;
    if (waits && std::chrono::steady_clock::now() > give_up_at) break;
    sqlite3_sleep(waits ? 5 : 1);  // whoever writes meanwhile has the disk for a moment
  } while (result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED);
  sqlite3_backup_finish(backup);
  if ((result & 0xFF) == SQLITE_FULL) throw Fault{Fault::Kind::full, fmt::format("the disk is full at {}", file)};
  if (result != SQLITE_DONE) fail("cannot copy to", file, sqlite3_errstr(result));
  run(from, "ROLLBACK", file);
}

// Takes away what was begun unless it was finished.
class Unfinished {
 public:
  explicit Unfinished(std::string file) : file_(std::move(file)) {
    clear();
    make_private_file(file_);
  }
  ~Unfinished() { clear(); }
  Unfinished(Unfinished const&) = delete;
  Unfinished& operator=(Unfinished const&) = delete;

  std::string const& file() const { return file_; }

 private:
  void clear() const {
    std::error_code gone;
    for (auto const* ending : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(file_ + ending, gone);
  }

  std::string file_;
};

constexpr std::size_t seal_size = 128;

// The line for a file whose first `size` bytes these are.
std::string seal_of(std::istream& in, std::uintmax_t size) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
  std::vector<char> chunk(1 << 20);
  for (auto left = size; left > 0;) {
    auto const part = std::min<std::uintmax_t>(left, chunk.size());
    if (!in.read(chunk.data(), static_cast<std::streamsize>(part)))
      throw std::runtime_error("it cannot be read to its end");
    crypto_generichash_update(&state, reinterpret_cast<unsigned char const*>(chunk.data()), part);
    left -= part;
  }
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash_final(&state, hash.data(), hash.size());
  std::string hex;
  for (auto const byte : hash) hex += fmt::format("{:02x}", byte);
  return fmt::format("{:<{}}\n", fmt::format("\nwaymark-backup 1 blake2b-256 {} {}", hex, size), seal_size - 1);
}

void seal_file(std::string const& file) {
  auto const size = std::filesystem::file_size(file);
  std::ifstream in{file, std::ios::binary};
  auto const seal = seal_of(in, size);
  std::ofstream out{file, std::ios::binary | std::ios::app};
  out << seal;
  out.close();
  if (!out) throw Fault{Fault::Kind::full, fmt::format("the disk is full at {}", file)};
}

// SQLite's own header says the size of a page; a file without our line is a whole number of them.
bool is_whole_pages(std::istream& in, std::uintmax_t size) {
  std::array<char, 18> head{};
  in.clear();
  in.seekg(0);
  if (!in.read(head.data(), head.size()) || std::string_view{head.data(), 15} != "SQLite format 3") return false;
  auto const byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(head[at])); };
  auto const said = byte(16) << 8 | byte(17);
  auto const page = said == 1 ? 65536U : said;
  return page >= 512 && (page & (page - 1)) == 0 && size % page == 0;
}

}  // namespace

void verify_database(std::string const& file) {
  auto const database = open(file, SQLITE_OPEN_READONLY);
  auto const integrity = first_text(database.get(), "PRAGMA integrity_check");
  if (integrity != "ok") throw Fault{Fault::Kind::damaged, fmt::format("damaged: {}: {}", file, integrity)};
  auto const dangling = first_text(database.get(), "PRAGMA foreign_key_check");
  if (!dangling.empty())
    throw Fault{Fault::Kind::damaged, fmt::format("has rows that point nowhere: {}: {}", file, dangling)};
}

bool verify_seal(std::string const& file) {
  auto const size = std::filesystem::file_size(file);
  std::ifstream in{file, std::ios::binary};
  if (size > seal_size) {
    auto const expected = seal_of(in, size - seal_size);
    std::string found(seal_size, '\0');
    if (in.read(found.data(), seal_size) && found == expected) return true;
  }
  if (is_whole_pages(in, size)) return false;
  throw std::runtime_error(fmt::format("{} is not as it was written: its checksum says otherwise", file));
}

void copy_database(std::string const& from, std::string const& to, Seal seal) {
  Unfinished const unfinished{to + ".unfinished"};
  auto const& file = unfinished.file();
  {
    auto const source = open(from, SQLITE_OPEN_READONLY);
    auto const target = open(file, SQLITE_OPEN_READWRITE);
    copy_pages(source.get(), target.get(), file);
    auto const mode = first_text(target.get(), "PRAGMA journal_mode=DELETE");  // one file, nothing beside it
    if (mode != "delete") fail("cannot finish", file, mode.c_str());
  }
  verify_database(file);
  if (seal == Seal::checksum) seal_file(file);
  sync_path(file);
  std::filesystem::rename(file, to);
  auto const folder = std::filesystem::absolute(to).parent_path();
  try {
    sync_path(folder.string());
  } catch (Fault const&) {
    std::filesystem::remove(to);
    throw;
  }
}

}  // namespace waymark::db
