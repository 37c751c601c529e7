#include "core/db/postgresql.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>

#include <algorithm>
#include <optional>

#include "core/base/problem.hpp"

namespace waymark::db {
namespace {

constexpr Sql begin{"db.begin", "BEGIN"};
constexpr Sql commit{"db.commit", "COMMIT"};
constexpr Sql rollback{"db.rollback", "ROLLBACK"};
constexpr Sql one{"db.one", "SELECT 1"};
constexpr int tries = 3;
constexpr std::chrono::seconds greeting_time{5};
constexpr std::chrono::milliseconds soon{250};
constexpr std::chrono::seconds probe_time{1};
constexpr std::chrono::seconds all_busy_time{2};

bool is_alive(Connection& connection) {
  auto* backend = static_cast<soci::postgresql_session_backend*>(connection.session().get_backend());
  return PQstatus(backend->conn_) == CONNECTION_OK;
}

// A server that is away is told from one that is slow within seconds; what the operator says in the URL comes first.
std::string with_limits(std::string url) {
  for (auto const* limit : {"connect_timeout=5", "tcp_user_timeout=10000", "keepalives_idle=30",
                            "keepalives_interval=10", "keepalives_count=3"}) {
    std::string_view const name{limit, std::string_view{limit}.find('=') + 1};
    if (url.find(name) != std::string::npos) continue;
    url += fmt::format("{}{}", url.find('?') == std::string::npos ? '?' : '&', limit);
  }
  return url;
}

base::Problem outcome_unknown() {
  base::Problem problem{base::Code::too_busy, "outcome_unknown",
                        "The database broke off just as this was being saved. Please look whether it is there before "
                        "you send it again."};
  problem.retry_after_seconds = 5;
  return problem;
}

}  // namespace

class Postgresql::Borrowed {
 public:
  Borrowed(Postgresql& database, Try which) : lent_(database.pool_) {
    if (lent_.place() && (which == Try::again || !is_alive(*lent_))) lent_.drop();
    if (!lent_.place()) lent_.place() = database.connect();
    guard_.emplace(database.watch_, *lent_, database.silence_);
  }
  ~Borrowed() {
    guard_.reset();
    if (useless_ || !is_alive(*lent_)) lent_.drop();
  }
  Borrowed(Borrowed const&) = delete;
  Borrowed& operator=(Borrowed const&) = delete;

  Connection& operator*() { return *lent_; }

  // The other end went away; it was not given up because it was silent.
  bool was_lost(Fault const& fault) const { return fault.kind == Fault::Kind::lost && !guard_->was_cut(); }
  Fault named(Fault const& fault) const {
    return guard_->was_cut() ? Fault{Fault::Kind::too_slow, std::string{"no answer in time: "} + fault.what()} : fault;
  }

  void roll_back() {
    if (!is_alive(*lent_)) return;
    try {
      lent_->run(rollback);
    } catch (std::exception const&) {
      useless_ = true;
    }
  }

 private:
  Lent lent_;
  std::optional<SilenceWatch::Guard> guard_;
  bool useless_{false};
};

Postgresql::Postgresql(std::string const& url, base::Clock const& clock, Options const& options)
    : url_(with_limits(url)), clock_(clock), silence_(options.silence), pool_(options.wait) {
  for (int i = 0; i < std::max(4, options.readers); ++i) pool_.give(connect_once());
}

// While the database is away one caller at a time tries to reach it. Nobody waits longer for that one than it takes
// where the database is back.
Pool::Place Postgresql::connect() {
  std::unique_lock lock(one_tries_, std::defer_lock);
  if (unreachable_ && !lock.try_lock_for(soon)) throw problem_of({Fault::Kind::lost, "the database cannot be reached"});
  try {
    auto connection = connect_once();
    unreachable_ = false;
    return connection;
  } catch (Fault const& fault) {
    unreachable_ = true;
    throw log_.tell(fault);
  }
}

Pool::Place Postgresql::connect_once() try {
  auto connection = std::make_unique<Connection>(Dialect::postgresql, url_);
  SilenceWatch::Guard const guard{watch_, *connection, greeting_time};
  connection->execute("SET client_min_messages TO warning");
  connection->execute("SET statement_timeout TO '15s'");
  connection->execute("SET lock_timeout TO '10s'");
  return connection;
} catch (soci::soci_error const& error) {
  auto const said = error.get_error_message();
  throw Fault{Fault::Kind::lost, said.substr(0, said.find('\n'))};
}

void Postgresql::run_read(Work const& work) {
  if (!read_once(work, Try::first)) read_once(work, Try::again);
}

bool Postgresql::read_once(Work const& work, Try which) {
  Borrowed connection{*this, which};
  try {
    Tx tx{*connection, clock_.now()};
    work(tx);
    return true;
  } catch (TryAgain const&) {
    if (which == Try::first) return false;
    throw no_turn();
  } catch (Fault const& fault) {
    if (which == Try::first && connection.was_lost(fault)) return false;
    throw log_.tell(connection.named(fault));
  }
}

void Postgresql::run_write(Work const& work) {
  if (!write_once(work, Try::first)) write_once(work, Try::again);
}

bool Postgresql::write_once(Work const& work, Try which) {
  Borrowed connection{*this, which};
  for (int attempt = 1;; ++attempt) {
    Tx tx{*connection, clock_.now()};
    bool committing = false;
    try {
      (*connection).run(begin);
      work(tx);
      committing = true;
      (*connection).run(commit);
    } catch (TryAgain const& e) {
      connection.roll_back();
      if (attempt == tries) throw no_turn();
      continue;
    } catch (Fault const& fault) {
      connection.roll_back();
      if (which == Try::first && !committing && connection.was_lost(fault)) return false;
      auto const told = log_.tell(connection.named(fault));
      throw committing && fault.kind == Fault::Kind::lost ? outcome_unknown() : told;
    } catch (...) {
      connection.roll_back();
      throw;
    }
    tell_others(tx.take_after_commit());
    return true;
  }
}

// A connection that was lost while nobody used it is no fault where a new one can be had.
std::vector<std::string> Postgresql::find_faults() {
  AllFree free{pool_};
  auto& places = free.places();
  if (places.empty()) {
    if (pool_.stuck_for() < all_busy_time) return {};
    return {"the database does not answer: every connection waits for it"};
  }
  std::vector<std::string> found;
  bool answered = false;
  for (auto& place : places) {
    if (place && found.empty()) {
      std::optional<SilenceWatch::Guard> guard{std::in_place, watch_, *place, probe_time};
      try {
        Tx tx{*place, clock_.now()};
        tx.row<int>(one);
        answered = true;
      } catch (std::exception const&) {
        if (guard->was_cut()) found.emplace_back("the database does not answer");
        guard.reset();
        place.reset();
      }
    }
  }
  if (!answered && found.empty()) {
    try {
      places.front() = connect();
    } catch (base::Problem const& problem) {
      found.push_back(problem.detail);
    }
  }
  return found;
}

void Postgresql::back_up_to(std::string const&) {
  throw base::Problem{base::Code::invalid, "use_pg_dump",
                      "This installation is on PostgreSQL: back it up with pg_dump or a base backup."};
}

}  // namespace waymark::db
