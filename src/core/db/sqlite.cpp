#include "core/db/sqlite.hpp"

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <semaphore>

#include "core/base/memory.hpp"
#include "core/base/problem.hpp"
#include "core/db/sqlite_backup.hpp"
#include "core/db/sqlite_inside.hpp"

namespace waymark::db {
namespace {

constexpr Sql open_file{"db.open", ""};
constexpr Sql count_tables{"db.count_tables", "SELECT COUNT(*) FROM sqlite_schema"};
constexpr Sql begin_read{"db.begin_read", "BEGIN"};
constexpr Sql begin_write{"db.begin_write", "BEGIN IMMEDIATE"};
constexpr Sql commit{"db.commit", "COMMIT"};
constexpr Sql rollback{"db.rollback", "ROLLBACK"};
constexpr Sql save{"db.save", "SAVEPOINT one"};
constexpr Sql release{"db.release", "RELEASE one"};
constexpr Sql undo{"db.undo", "ROLLBACK TO one"};

// Each connection serves one thread at a time, so SQLite need not lock it for every column.
void let_connections_go_unlocked() {
  require_sqlite_inside();
  static auto const done = sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  if (done != SQLITE_OK && done != SQLITE_MISUSE) throw std::runtime_error("SQLite refuses its threading mode.");
}

auto* handle_of(Connection& connection) {
  return static_cast<soci::sqlite3_session_backend*>(connection.session().get_backend())->conn_;
}

std::unique_ptr<Connection> connect(std::string const& file, Options const& options, bool writes) try {
  let_connections_go_unlocked();
  auto connection = std::make_unique<Connection>(Dialect::sqlite, fmt::format("db=\"{}\" timeout=5", file));
  auto const pragma = [&](std::string const& setting) { connection->execute("PRAGMA " + setting); };
  if (writes) pragma("journal_mode=WAL");
  pragma(options.durable ? "synchronous=FULL" : "synchronous=NORMAL");
  pragma("foreign_keys=ON");
  pragma("trusted_schema=OFF");
  pragma("cell_size_check=ON");
  pragma("mmap_size=0");
  pragma(fmt::format("cache_size=-{}", writes ? options.cache_kib / 2 : options.cache_kib));
  pragma(writes ? "wal_autocheckpoint=2000" : "wal_autocheckpoint=0");
  if (writes) pragma("journal_size_limit=16777216");  // a log that grew while somebody read for long shrinks again
  if (writes) return connection;
  pragma("query_only=ON");
  // The writer alone brings the log into the file, so a reader that goes last leaves it as it is.
  sqlite_api::sqlite3_db_config(handle_of(*connection), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return connection;
} catch (soci::soci_error const&) {
  rethrow(std::current_exception(), open_file);
}

// Lets go of the snapshot; a connection that cannot even do that is given up.
void end_read(Pool::Place& reader) {
  try {
    reader->run(commit);
  } catch (std::exception const&) {
    reader.reset();
  }
}

}  // namespace

// One waiting write: lives on the stack of the thread that waits for it.
struct Sqlite::Write {
  Work const* work;
  std::exception_ptr error;
  std::vector<std::function<void()>> after;
  std::binary_semaphore done{0};
};

Sqlite::Sqlite(std::string file, base::Clock const& clock, Options const& options)
    : file_(std::move(file)), clock_(clock), options_(options), readers_(options.wait) {
  if (options.access == Access::alone) lock_.emplace(std::filesystem::path{file_}.parent_path());
  if (options.access != Access::reading) writer_ = connect(file_, options, true);
  for (int i = 0; i < options.readers; ++i) readers_.give(connect(file_, options, false));
  batch_.reserve(most_together);
  if (writer_) write_thread_ = std::thread([this] { write_loop(); });
}

Sqlite::~Sqlite() {
  {
    std::lock_guard const lock(write_mutex_);
    stopping_ = true;
  }
  write_waits_.notify_one();
  if (write_thread_.joinable()) write_thread_.join();
  probe_.reset();
  readers_.take_free();  // the writer goes last: the last one out checkpoints
}

void Sqlite::run_read(Work const& work) {
  Lent reader{readers_};
  try {
    open_anew(reader.place());
    reader->run(begin_read);
    Tx tx{*reader, clock_.now()};
    work(tx);
  } catch (Fault const& fault) {
    reader.drop();
    throw log_.tell(fault);
  } catch (...) {
    if (reader.place()) end_read(reader.place());
    throw;
  }
  end_read(reader.place());
}

void Sqlite::open_anew(Pool::Place& reader) const {
  if (!reader) reader = connect(file_, options_, false);
}

void Sqlite::run_write(Work const& work) {
  if (!writer_) throw std::logic_error("this database was opened for reading");
  Write write{.work = &work, .error = {}, .after = {}};
  {
    std::lock_guard const lock(write_mutex_);
    if (broken_) throw storage_failed();
    if (writing_since_ && Steady::now() - *writing_since_ > options_.wait) throw no_turn();
    writes_.push_back(&write);
  }
  write_waits_.notify_one();
  auto const end = Steady::now() + options_.wait;
  bool done = false;
  while (!done && Steady::now() < end) done = write.done.try_acquire_until(end);  // it may say no before its time
  if (!done) {
    if (withdraw(write)) throw no_turn();
    write.done.acquire();  // it is under way, and says itself how it ends
  }
  if (write.error) std::rethrow_exception(write.error);
}

// False when it was begun already.
bool Sqlite::withdraw(Write const& write) {
  std::lock_guard const lock(write_mutex_);
  return std::erase(writes_, &write) > 0;
}

void Sqlite::write_loop() {
  base::WaitsForMemory const patient;
  for (;;) {
    {
      std::unique_lock lock(write_mutex_);
      write_waits_.wait(lock, [this] { return stopping_ || !writes_.empty(); });
      if (writes_.empty()) return;
      writing_since_ = Steady::now();
    }
    commit_together();
    {
      std::lock_guard const lock(write_mutex_);
      writing_since_.reset();
    }
    for (auto* write : batch_) write->done.release();
    batch_.clear();
  }
}

// Those that wait when the transaction begins, and while it goes on, share its commit.
void Sqlite::commit_together() {
  bool ending = false;
  try {
    writer_->run(begin_write);
    while (batch_.size() < most_together) {
      auto* const write = next_write();
      if (!write) break;
      batch_.push_back(write);  // it has room: without memory a write would be forgotten here
      run_alone_inside(*write);
    }
    ending = true;
    writer_->run(commit);
  } catch (Fault const& fault) {
    return give_up(told(fault), ending && fault.kind == Fault::Kind::input_output);
  } catch (std::exception const& e) {
    spdlog::critical("a commit failed: {}", e.what());
    return give_up(std::current_exception(), false);
  }
  for (auto* write : batch_) tell_others(write->after);
}

std::exception_ptr Sqlite::told(Fault const& fault) {
  try {
    return std::make_exception_ptr(log_.tell(fault));
  } catch (std::bad_alloc const&) {
    return std::current_exception();
  }
}

Sqlite::Write* Sqlite::next_write() {
  std::lock_guard const lock(write_mutex_);
  if (writes_.empty()) return nullptr;
  auto* const write = writes_.front();
  writes_.pop_front();
  return write;
}

// Nothing of the batch is kept, and what waits behind it is not begun. After a failed sync nobody knows what the disk
// holds: the file is then not written again until a new start has looked at it.
void Sqlite::give_up(std::exception_ptr const& error, bool for_good) {
  auto untidy = false;
  try {
    if (in_transaction()) writer_->run(rollback);
  } catch (std::exception const& e) {
    spdlog::critical("a write cannot be taken back: {}", e.what());
    untidy = true;
  }
  std::lock_guard const lock(write_mutex_);
  if (for_good || untidy) {
    broken_ = true;
    spdlog::critical("nothing is saved any more until the storage is repaired and the server started anew");
  }
  for (auto* write : batch_) write->error = error;
  for (auto* write : writes_) {
    write->error = error;
    write->done.release();
  }
  writes_.clear();
}

bool Sqlite::in_transaction() const {
  return sqlite_api::sqlite3_get_autocommit(handle_of(*writer_)) == 0;
}

// A write that throws leaves the others of its batch alone, unless the storage failed under all of them.
void Sqlite::run_alone_inside(Write& write) {
  writer_->run(save);
  try {
    Tx tx{*writer_, clock_.now()};
    (*write.work)(tx);
    write.after = tx.take_after_commit();
  } catch (Fault const& fault) {
    if (fault.kind != Fault::Kind::damaged || !in_transaction()) throw;
    write.error = told(fault);
    writer_->run(undo);
  } catch (...) {
    write.error = std::current_exception();
    writer_->run(undo);
  }
  writer_->run(release);
}

std::vector<std::string> Sqlite::find_faults() {
  std::vector<std::string> found;
  auto const note = [&](std::optional<std::string> fault) {
    if (fault && std::find(found.begin(), found.end(), *fault) == found.end()) found.push_back(std::move(*fault));
  };
  if (log_.has_damage()) note("part of the data is damaged: run 'waymark check'");
  note(fault_of_writing());
  if (readers_.stuck_for() >= options_.wait) note("reading: no answer from the disk");
  {
    std::lock_guard const lock(probe_mutex_);
    note(fault_of(probe_, true));
  }
  AllFree free{readers_};
  for (auto& reader : free.places()) note(fault_of(reader, false));
  return found;
}

std::optional<std::string> Sqlite::fault_of_writing() {
  std::lock_guard const lock(write_mutex_);
  if (broken_) return "writing: the disk failed, and nothing is saved until a new start";
  if (writing_since_ && Steady::now() - *writing_since_ > options_.wait) return "writing: no answer from the disk";
  return std::nullopt;
}

std::optional<std::string> Sqlite::fault_of(Pool::Place& reader, bool from_disk) {
  try {
    open_anew(reader);
    if (from_disk) reader->execute("PRAGMA shrink_memory");
    Tx tx{*reader, clock_.now()};
    tx.row<std::int64_t>(count_tables);
    return std::nullopt;
  } catch (Fault const& fault) {
    log_.tell(fault);
    reader.reset();
    return fmt::format("reading: {}", problem_of(fault).detail);
  } catch (std::exception const& e) {
    spdlog::critical("a reader of the database is of no use: {}", e.what());
    reader.reset();
    return "reading: a connection broke";
  }
}

void Sqlite::back_up_to(std::string const& file) {
  copy_database(file_, file, Ending::checksum);
}

}  // namespace waymark::db
