#include "core/db/sqlite_backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

#include "core/db/fault.hpp"
#include "core/db/private_files.hpp"

namespace waymark::db {
namespace {

constexpr Sql select_file{"db.file", "SELECT file FROM pragma_database_list WHERE name = 'main'"};

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

bool is_of_the_disk(int result) {
  return (result & 0xFF) == SQLITE_IOERR || (result & 0xFF) == SQLITE_CANTOPEN;
}

std::string first_text(sqlite3* database, char const* query, std::string const& file) {
  std::string answer;
  auto const take = [](void* into, int columns, char** values, char**) {
    auto& text = *static_cast<std::string*>(into);
    if (text.empty() && columns > 0 && values[0]) text = values[0];
    return 0;
  };
  char* error = nullptr;
  auto const result = sqlite3_exec(database, query, take, &answer, &error);
  if (result != SQLITE_OK) {
    answer = error ? error : "unreadable";
    sqlite3_free(error);
  }
  if (is_of_the_disk(result)) fail("cannot read", file, answer.c_str());
  return answer;
}

void run(sqlite3* database, char const* statement, std::string const& file) {
  if (sqlite3_exec(database, statement, nullptr, nullptr, nullptr) != SQLITE_OK)
    fail("cannot read", file, sqlite3_errmsg(database));
}

// What a backup is written with: straight to its file, and to the disk bit by bit, so that no commit of the server has
// to wait until all of it is there.
class NewFile {
 public:
  explicit NewFile(std::string const& file)
      : file_(file), descriptor_(::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)) {
    if (descriptor_ < 0) fail("cannot write", file, std::strerror(errno));
  }
  ~NewFile() { ::close(descriptor_); }
  NewFile(NewFile const&) = delete;
  NewFile& operator=(NewFile const&) = delete;

  void put(std::string_view bytes) {
    waiting_.append(bytes);
    if (waiting_.size() >= at_once) write_waiting();
  }
  void finish() {
    write_waiting();
    if (::fsync(descriptor_) != 0) refuse();
  }

 private:
  static constexpr std::size_t at_once = 1 << 20;
  static constexpr std::size_t unsynced_at_most = 8 << 20;

  void write_waiting() {
    for (std::string_view rest{waiting_}; !rest.empty();) {
      auto const written = ::write(descriptor_, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) refuse();
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    unsynced_ += waiting_.size();
    waiting_.clear();
    if (unsynced_ < unsynced_at_most) return;
    if (::fdatasync(descriptor_) != 0) refuse();
    unsynced_ = 0;
  }
  [[noreturn]] void refuse() const {
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
      throw Fault{Fault::Kind::full, fmt::format("the disk is full at {}", file_)};
    fail("cannot write", file_, std::strerror(errno));
  }

  std::string file_;
  int descriptor_;
  std::string waiting_;
  std::size_t unsynced_{0};
};

// The first page says that a log may lie beside the file; a copy stands alone.
std::string without_log(std::string_view first_page) {
  std::string page{first_page};
  if (page.size() > 19) page[18] = page[19] = 1;
  return page;
}

// Hands over every page in order. The caller's transaction holds the snapshot.
void read_pages(sqlite3* from, std::string const& file, Take const& take) {
  constexpr int pages_a_step = 1024;
  sqlite3_stmt* raw = nullptr;
  auto const prepared = sqlite3_prepare_v2(from, "SELECT data FROM sqlite_dbpage", -1, &raw, nullptr);
  std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> const pages{raw, &sqlite3_finalize};
  if (prepared != SQLITE_OK) fail("cannot read", file, sqlite3_errmsg(from));
  auto result = sqlite3_step(raw);
  for (int page = 0; result == SQLITE_ROW; ++page, result = sqlite3_step(raw)) {
    auto const* const bytes = static_cast<char const*>(sqlite3_column_blob(raw, 0));
    std::string_view const data{bytes, static_cast<std::size_t>(sqlite3_column_bytes(raw, 0))};
    take(page == 0 ? without_log(data) : data);
    if (page % pages_a_step == 0) sqlite3_sleep(1);  // whoever writes meanwhile has the disk for a moment
  }
  if (result != SQLITE_DONE) fail("cannot read", file, sqlite3_errmsg(from));
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

constexpr std::size_t line_size = 128;

// Of all that a backup holds, so that it can be said in its last line.
class Checksum {
 public:
  Checksum() { crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES); }
  void take(std::string_view bytes) {
    crypto_generichash_update(&state_, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    size_ += bytes.size();
  }
  std::string line() {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    std::string hex;
    for (auto const byte : hash) hex += fmt::format("{:02x}", byte);
    return fmt::format("{:<{}}\n", fmt::format("\nwaymark-backup 1 blake2b-256 {} {}", hex, size_), line_size - 1);
  }

 private:
  crypto_generichash_state state_{};
  std::uintmax_t size_{0};
};

// The line for a file whose first `size` bytes these are.
std::string line_for(std::istream& in, std::uintmax_t size) {
  Checksum checksum;
  std::vector<char> chunk(1 << 20);
  for (auto left = size; left > 0;) {
    auto const part = std::min<std::uintmax_t>(left, chunk.size());
    if (!in.read(chunk.data(), static_cast<std::streamsize>(part)))
      throw Fault{Fault::Kind::input_output, "it cannot be read to its end"};
    checksum.take({chunk.data(), static_cast<std::size_t>(part)});
    left -= part;
  }
  return checksum.line();
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

void require_sound(sqlite3* database, std::string const& file) {
  auto const integrity = first_text(database, "PRAGMA integrity_check", file);
  if (integrity != "ok") throw Fault{Fault::Kind::damaged, fmt::format("damaged: {}: {}", file, integrity)};
  auto const dangling = first_text(database, "PRAGMA foreign_key_check", file);
  if (!dangling.empty())
    throw Fault{Fault::Kind::damaged, fmt::format("has rows that point nowhere: {}: {}", file, dangling)};
}

// What is there at one moment: a read transaction holds it, also while others write.
void copy_moment(sqlite3* from, std::string const& file, bool with_checksum, Take const& take) {
  run(from, "BEGIN; SELECT COUNT(*) FROM sqlite_schema", file);
  Checksum checksum;
  read_pages(from, file, [&](std::string_view page) {
    checksum.take(page);
    take(page);
  });
  if (with_checksum) take(checksum.line());
}

void put_in_place(Unfinished const& unfinished, std::string const& to) {
  std::filesystem::rename(unfinished.file(), to);
  try {
    sync_path(std::filesystem::absolute(to).parent_path());
  } catch (Fault const&) {
    std::filesystem::remove(to);
    throw;
  }
}

}  // namespace

void verify_database(std::string const& file) {
  require_sound(open(file, SQLITE_OPEN_READONLY).get(), file);
}

bool verify_checksum(std::string const& file) {
  auto const size = std::filesystem::file_size(file);
  std::ifstream in{file, std::ios::binary};
  if (!in.is_open()) fail("cannot open", file, std::strerror(errno));
  if (size > line_size) {
    auto const expected = line_for(in, size - line_size);
    std::string found(line_size, '\0');
    if (in.read(found.data(), line_size) && found == expected) return true;
  }
  if (in.bad()) fail("cannot read", file, "the disk failed");
  if (is_whole_pages(in, size)) return false;
  throw std::runtime_error(fmt::format("{} is not as it was written: its checksum says otherwise", file));
}

void copy_database(std::string const& from, std::string const& to, Ending ending) {
  Unfinished const unfinished{to + ".unfinished"};
  {
    NewFile out{unfinished.file()};
    auto const source = open(from, SQLITE_OPEN_READONLY);
    copy_moment(source.get(), from, ending == Ending::checksum, [&](std::string_view bytes) { out.put(bytes); });
    out.finish();
  }
  verify_database(unfinished.file());
  put_in_place(unfinished, to);
}

void copy_sealed(std::string const& from, std::string const& to, PublicKey const& key) {
  Unfinished const unfinished{to + ".unfinished"};
  {
    NewFile out{unfinished.file()};
    Sealer sealer{key, [&](std::string_view bytes) { out.put(bytes); }};
    auto const source = open(from, SQLITE_OPEN_READONLY);
    copy_moment(source.get(), from, true, [&](std::string_view bytes) { sealer.take(bytes); });
    require_sound(source.get(), from);  // the same moment: what is sealed cannot be looked at any more
    sealer.finish();
    out.finish();
  }
  put_in_place(unfinished, to);
}

void unseal(std::string const& from, std::string const& to, SecretKey const& key) {
  open_sealed(from, key, [](std::string_view) {});  // nothing is written of one that is not whole
  Unfinished const unfinished{to + ".unfinished"};
  {
    NewFile out{unfinished.file()};
    open_sealed(from, key, [&](std::string_view bytes) { out.put(bytes); });
    out.finish();
  }
  put_in_place(unfinished, to);
}

std::filesystem::path folder_of(Tx& tx) {
  return std::filesystem::path{tx.row<std::string>(select_file).value_or("")}.parent_path();
}

}  // namespace waymark::db
