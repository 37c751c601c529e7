#include "core/db/sqlite.hpp"

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <semaphore>

#include "core/base/problem.hpp"
#include "core/db/sqlite_backup.hpp"

namespace waymark::db {
namespace {

constexpr Sql begin_read{"db.begin_read", "BEGIN"};
constexpr Sql begin_write{"db.begin_write", "BEGIN IMMEDIATE"};
constexpr Sql commit{"db.commit", "COMMIT"};
constexpr Sql rollback{"db.rollback", "ROLLBACK"};
constexpr Sql save{"db.save", "SAVEPOINT one"};
constexpr Sql release{"db.release", "RELEASE one"};
constexpr Sql undo{"db.undo", "ROLLBACK TO one"};

// Each connection serves one thread at a time, so SQLite need not lock it for every column.
void let_connections_go_unlocked() {
  static auto const done = sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  if (done != SQLITE_OK && done != SQLITE_MISUSE) throw std::runtime_error("SQLite refuses its threading mode.");
}

std::unique_ptr<Connection> connect(std::string const& file, Options const& options, bool writes) {
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
  if (!writes) pragma("query_only=ON");
  return connection;
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
    : file_(std::move(file)), clock_(clock) {
  writer_ = connect(file_, options, true);
  for (int i = 0; i < options.readers; ++i) readers_.push_back(connect(file_, options, false));
  write_thread_ = std::thread([this] { write_loop(); });
}

Sqlite::~Sqlite() {
  {
    std::lock_guard const lock(write_mutex_);
    stopping_ = true;
  }
  write_waits_.notify_one();
  write_thread_.join();
  readers_.clear();  // the writer goes last: the last one out checkpoints
}

void Sqlite::run_read(Work const& work) {
  std::unique_lock lock(read_mutex_);
  reader_free_.wait(lock, [this] { return !readers_.empty(); });
  auto connection = std::move(readers_.back());
  readers_.pop_back();
  lock.unlock();

  std::exception_ptr error;
  try {
    connection->run(begin_read);
    Tx tx{*connection, clock_.now()};
    work(tx);
  } catch (...) {
    error = std::current_exception();
  }
  connection->run(commit);  // a read has nothing to lose: this only lets go of the snapshot

  lock.lock();
  readers_.push_back(std::move(connection));
  lock.unlock();
  reader_free_.notify_one();
  if (error) std::rethrow_exception(error);
}

void Sqlite::run_write(Work const& work) {
  Write write{.work = &work, .error = {}, .after = {}};
  {
    std::lock_guard const lock(write_mutex_);
    if (broken_)
      throw base::Problem{base::Code::too_busy, "storage_failed",
                          "The storage of this server failed; nothing can be saved until it is repaired."};
    writes_.push_back(&write);
  }
  write_waits_.notify_one();
  write.done.acquire();
  if (write.error) std::rethrow_exception(write.error);
}

void Sqlite::write_loop() {
  for (;;) {
    std::vector<Write*> batch;
    {
      std::unique_lock lock(write_mutex_);
      write_waits_.wait(lock, [this] { return stopping_ || !writes_.empty(); });
      if (writes_.empty()) return;
      batch.swap(writes_);
    }
    commit_together(batch);
    for (auto* write : batch) write->done.release();
  }
}

void Sqlite::commit_together(std::vector<Write*> const& batch) {
  try {
    writer_->run(begin_write);
    for (auto* write : batch) run_alone_inside(*write);
    writer_->run(commit);
  } catch (std::exception const& e) {
    // The commit itself failed: nothing of the batch is durable. After a failed sync the file must not be written
    // again.
    spdlog::critical("a commit failed: {}", e.what());
    for (auto* write : batch) write->error = std::current_exception();
    if (sqlite3_get_autocommit(static_cast<soci::sqlite3_session_backend*>(writer_->session().get_backend())->conn_) ==
        0)
      writer_->run(rollback);
    std::lock_guard const lock(write_mutex_);
    broken_ = std::string_view{e.what()}.find("I/O") != std::string_view::npos;
    return;
  }
  for (auto* write : batch) {
    for (auto const& call : write->after) call();
  }
}

// A write that throws leaves the others of its batch alone.
void Sqlite::run_alone_inside(Write& write) {
  writer_->run(save);
  try {
    Tx tx{*writer_, clock_.now()};
    (*write.work)(tx);
    write.after = tx.take_after_commit();
  } catch (...) {
    write.error = std::current_exception();
    writer_->run(undo);
  }
  writer_->run(release);
}

void Sqlite::back_up_to(std::string const& file) {
  copy_database(file_, file);
}

}  // namespace waymark::db
