#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/db/connection.hpp"

namespace waymark::db {

// One transaction, as the code of a slice sees it. It carries its own moment: everything written in it has the same
// time.
class Tx {
 public:
  Tx(Connection& connection, base::Millis now) : connection_(connection), now_(now) {}

  base::Millis now() const { return now_; }
  base::Day today() const { return base::day_of(now_); }  // in UTC
  template <class AnyId>
  AnyId new_id() const {
    return {base::new_id(now_)};
  }
  Dialect dialect() const { return connection_.dialect(); }

  // All rows of a query. Row is a described struct, its members the columns in order, or one value. Throws Unreadable.
  template <class Row, class... Args>
  std::vector<Row> rows(Sql const& sql, Args const&... args) {
    std::vector<Row> all;
    connection_.each<Row>(
        sql, [&](Row&& row) { all.push_back(std::move(row)); }, args...);
    return all;
  }

  // The first row, or nothing.
  template <class Row, class... Args>
  std::optional<Row> row(Sql const& sql, Args const&... args) {
    std::optional<Row> first;
    connection_.each<Row>(
        sql,
        [&](Row&& row) {
          if (!first) first = std::move(row);
        },
        args...);
    return first;
  }

  // Hands each row to `take` without keeping them all.
  template <class Row, class F, class... Args>
  void each(Sql const& sql, F&& take, Args const&... args) {
    connection_.each<Row>(sql, std::forward<F>(take), args...);
  }

  // A statement without a result; says how many rows it touched. Throws Violation where the schema forbids it.
  template <class... Args>
  std::int64_t run(Sql const& sql, Args const&... args) {
    return connection_.run(sql, args...);
  }

  // Called once the transaction is durable, in the order of commits on one connection; never after a rollback.
  void after_commit(std::function<void()> call) { after_.push_back(std::move(call)); }
  std::vector<std::function<void()>> take_after_commit() { return std::exchange(after_, {}); }

 private:
  Connection& connection_;
  base::Millis now_;
  std::vector<std::function<void()>> after_;
};

// Who may write into a folder of SQLite (PostgreSQL keeps its writers apart by itself).
enum class Access {
  alone,    // holds the lock of the folder; refused (base::Problem, "in_use") while somebody else does
  reading,  // writes nothing, so beside whoever writes
  beside,   // no lock: only where a test changes data under a running server
};

struct Options {
  int readers{4};       // SQLite: read connections. PostgreSQL: all connections, at least 4
  int cache_kib{2048};  // SQLite: page cache of each reader; the writer has half of it, for the pages of one batch
  bool durable{true};   // false only where a test shows what durability is worth: synchronous=NORMAL
  std::chrono::milliseconds wait{10'000};     // for a connection or for one's turn to write; then it is a refusal
  std::chrono::milliseconds silence{20'000};  // PostgreSQL: a statement that has no answer for so long is given up
  Access access{Access::alone};
};

// A database that slices read and write as transactions. Thread-safe.
//
// SQLite: one writer connection on a thread of its own does every write and every checkpoint; writes that wait for each
// other share one commit, each in its own savepoint. Readers see a snapshot. PostgreSQL: each write is a transaction,
// run again (at most three times) when the server asks for it; a read is a row of single statements, each with its own
// snapshot.
//
// Nothing waits without a limit. What the storage itself fails at is a base::Problem: too_busy (503) when trying again
// may help, no_space (507) when the disk is full. Where a connection to PostgreSQL is lost, a read is done once more,
// and a write when nothing of it can have been committed.
class Db {
 public:
  virtual ~Db() = default;

  // `place`: a folder (SQLite, file waymark.db inside) or postgresql://…
  static std::unique_ptr<Db> open(std::string const& place, base::Clock const& clock, Options const& options = {});

  virtual Dialect dialect() const = 0;

  // Calls `work` with a transaction and returns what it returns. A write is answered only when it is durable; when
  // `work` throws, nothing of it is kept and the exception goes on.
  template <class F>
  auto read(F&& work) {
    return through<F>([this](Work const& call) { run_read(call); }, work);
  }
  template <class F>
  auto write(F&& work) {
    return through<F>([this](Work const& call) { run_write(call); }, work);
  }

  // What is broken, a sentence each; none when a row came through every connection that is free.
  std::vector<std::string> faults() { return find_faults(); }

  // A consistent copy, made while others read and write (SQLite only). Throws when the copy does not pass its check.
  virtual void back_up_to(std::string const& file) = 0;

 protected:
  using Work = std::function<void(Tx&)>;
  virtual void run_read(Work const& work) = 0;
  virtual void run_write(Work const& work) = 0;
  virtual std::vector<std::string> find_faults() = 0;

  // What follows a commit: that is kept, whatever happens to those who hear of it, and each of them hears.
  static void tell_others(std::vector<std::function<void()>> const& calls);

 private:
  template <class F, class Run>
  static auto through(Run const& run, F& work) {
    using Result = std::invoke_result_t<F&, Tx&>;
    if constexpr (std::is_void_v<Result>) {
      run([&](Tx& tx) { work(tx); });
    } else {
      std::optional<Result> result;
      run([&](Tx& tx) { result.emplace(work(tx)); });
      return std::move(*result);
    }
  }
};

}  // namespace waymark::db
