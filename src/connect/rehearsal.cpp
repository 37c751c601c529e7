#include "connect/rehearsal.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <stdexcept>

#include "audit/only_tried.hpp"
#include "core/base/problem.hpp"

namespace waymark::connect {
namespace {

// Thrown to leave a transaction without keeping anything.
struct NothingKept {};

// For us alone (0700), and gone with its end.
class OwnFolder {
 public:
  OwnFolder() {
    auto place = (std::filesystem::temp_directory_path() / "waymark-try-XXXXXX").string();
    if (!::mkdtemp(place.data())) throw std::runtime_error("there is no place for a copy to try a file on");
    folder_ = place;
  }
  ~OwnFolder() {
    std::error_code gone;
    std::filesystem::remove_all(folder_, gone);
  }
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
  OwnFolder const folder;
  db.back_up_to((folder.path() / "waymark.db").string());
  base::FixedClock const clock{db.read([](db::Tx& tx) { return tx.now(); })};
  auto const copy = db::Db::open(folder.path().string(), clock, {.readers = 1, .durable = false});
  keep_nothing(*copy, work);
}

}  // namespace waymark::connect
