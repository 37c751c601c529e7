#include "connect/rehearsal.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <mutex>

#include "audit/only_tried.hpp"
#include "core/base/problem.hpp"
#include "core/db/fault.hpp"
#include "core/db/sqlite_backup.hpp"

namespace waymark::connect {
namespace {

// Thrown to leave a transaction without keeping anything.
struct NothingKept {};

// Beside the data: there is room for data, and the next start finds what is left of it.
std::filesystem::path place_of(db::Db& db) {
  return db.read([](db::Tx& tx) { return db::folder_of(tx); }) / "waymark.rehearsal";
}

void take_away(std::filesystem::path const& folder) {
  std::error_code gone;
  std::filesystem::remove_all(folder, gone);
}

// For us alone (0700), and gone with its end.
class OwnFolder {
 public:
  explicit OwnFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
    take_away(folder_);
    if (::mkdir(folder_.c_str(), 0700) == 0) return;
    auto const kind = errno == ENOSPC || errno == EDQUOT ? db::Fault::Kind::full : db::Fault::Kind::input_output;
    throw db::Fault{kind, std::string{"there is no place for a copy to try a file on: "} + std::strerror(errno)};
  }
  ~OwnFolder() { take_away(folder_); }
  OwnFolder(OwnFolder const&) = delete;
  OwnFolder& operator=(OwnFolder const&) = delete;

  std::filesystem::path const& path() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

void keep_nothing(db::Db& db, std::function<void(db::Tx&)> const& work) {
  try {
    db.write([&](db::Tx& tx) {
      audit::OnlyTried const nothing_is_kept;
      work(tx);
      throw NothingKept{};
    });
  } catch (NothingKept const&) {
    return;
  }
}

void on_a_copy(db::Db& db, std::function<void(db::Tx&)> const& work) try {
  OwnFolder const folder{place_of(db)};
  db.back_up_to((folder.path() / "waymark.db").string());
  base::FixedClock const clock{db.read([](db::Tx& tx) { return tx.now(); })};
  auto const copy = db::Db::open(folder.path().string(), clock, {.readers = 1, .durable = false});
  keep_nothing(*copy, work);
} catch (db::Fault const& fault) {
  throw db::problem_of(fault);
}

std::timed_mutex one_at_a_time;

}  // namespace

void rehearse(db::Db& db, bool is_large, std::function<void(db::Tx&)> const& work) {
  if (!is_large || db.dialect() != db::Dialect::sqlite) return keep_nothing(db, work);
  std::unique_lock const turn{one_at_a_time, std::chrono::seconds{10}};
  if (!turn) {
    base::Problem refusal{base::Code::too_busy, "import_busy", "Another large file is being tried. Please try again."};
    refusal.retry_after_seconds = 5;
    throw refusal;
  }
  on_a_copy(db, work);
}

void clear_rehearsal(db::Db& db) {
  if (db.dialect() == db::Dialect::sqlite) take_away(place_of(db));
}

}  // namespace waymark::connect
