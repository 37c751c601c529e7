#include "core/db/postgresql.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "core/base/problem.hpp"

namespace waymark::db {
namespace {

constexpr Sql begin{"db.begin", "BEGIN"};
constexpr Sql commit{"db.commit", "COMMIT"};
constexpr Sql rollback{"db.rollback", "ROLLBACK"};
constexpr int tries = 3;

std::unique_ptr<Connection> connect(std::string const& url) {
  auto connection = std::make_unique<Connection>(Dialect::postgresql, url);
  connection->execute("SET client_min_messages TO warning");
  connection->execute("SET statement_timeout TO '30s'");
  return connection;
}

bool is_alive(Connection& connection) {
  auto* backend = static_cast<soci::postgresql_session_backend*>(connection.session().get_backend());
  return PQstatus(backend->conn_) == CONNECTION_OK;
}

}  // namespace

class Postgresql::Borrowed {
 public:
  explicit Borrowed(Postgresql& pool) : pool_(pool) {
    std::unique_lock lock(pool_.mutex_);
    pool_.one_free_.wait(lock, [this] { return !pool_.free_.empty(); });
    connection_ = std::move(pool_.free_.back());
    pool_.free_.pop_back();
    lock.unlock();
    if (connection_ && is_alive(*connection_)) return;
    try {
      connection_ = connect(pool_.url_);
    } catch (std::exception const& e) {
      spdlog::error("the database cannot be reached: {}", e.what());
      give_back();
      throw base::Problem{base::Code::too_busy, "database_unreachable",
                          "The database cannot be reached at the moment. Please try again."};
    }
  }
  ~Borrowed() { give_back(); }
  Borrowed(Borrowed const&) = delete;
  Borrowed& operator=(Borrowed const&) = delete;

  Connection& operator*() { return *connection_; }

 private:
  void give_back() {
    {
      std::lock_guard const lock(pool_.mutex_);
      pool_.free_.push_back(std::move(connection_));
    }
    pool_.one_free_.notify_one();
  }

  Postgresql& pool_;
  std::unique_ptr<Connection> connection_;
};

Postgresql::Postgresql(std::string const& url, base::Clock const& clock, Options const& options)
    : url_(url), clock_(clock) {
  for (int i = 0; i < std::max(4, options.readers); ++i) free_.push_back(connect(url_));
}

void Postgresql::run_read(Work const& work) {
  Borrowed connection{*this};
  Tx tx{*connection, clock_.now()};
  work(tx);
}

void Postgresql::run_write(Work const& work) {
  Borrowed connection{*this};
  for (int attempt = 1;; ++attempt) {
    Tx tx{*connection, clock_.now()};
    try {
      (*connection).run(begin);
      work(tx);
      (*connection).run(commit);
    } catch (TryAgain const& e) {
      (*connection).run(rollback);
      if (attempt == tries) throw;
      continue;
    } catch (...) {
      if (is_alive(*connection)) (*connection).run(rollback);
      throw;
    }
    for (auto const& call : tx.take_after_commit()) call();
    return;
  }
}

std::vector<std::string> Postgresql::find_faults() {
  return {};
}

void Postgresql::back_up_to(std::string const&) {
  throw base::Problem{base::Code::invalid, "use_pg_dump",
                      "This installation is on PostgreSQL: back it up with pg_dump or a base backup."};
}

}  // namespace waymark::db
