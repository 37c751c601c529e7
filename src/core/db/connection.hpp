#pragma once

#include <soci/soci.h>

#include <array>
#include <atomic>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>
#include <typeindex>
#include <unordered_map>
#include <vector>

#include "core/db/cell.hpp"
#include "core/db/row_shape.hpp"
#include "core/db/sql.hpp"
#include "core/db/sqlite_row.hpp"

namespace waymark::db {

enum class Dialect { sqlite, postgresql };

// A rule of the schema was broken: somebody else has the unique value, or what is pointed at is gone.
struct Violation : std::runtime_error {
  enum class Kind { unique, reference, other };
  Violation(Kind kind, std::string const& what) : std::runtime_error(what), kind(kind) {}
  Kind kind;
};

// PostgreSQL asks to run the transaction again (deadlock, serialisation).
struct TryAgain : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The names behind ':' in a statement, each once, in order of appearance.
std::vector<std::string> parameters_of(std::string_view sql);

// Throws what `error` of the database library means to us.
[[noreturn]] void rethrow(std::exception_ptr error, Sql const& sql);

namespace detail {

// The buffers that a statement's result columns are read into.
template <class Row>
struct Result {
  using Value = typename Plain<Row>::type;
  using Stored = typename Cell<Value>::Stored;
  Stored stored{};
  soci::indicator indicator{soci::i_null};

  void attach(soci::statement& statement) { statement.exchange(soci::into(stored, indicator)); }
  Row load() const {
    if (indicator != soci::i_null) return Value{Cell<Value>::load(stored)};
    if constexpr (Plain<Row>::optional) return std::nullopt;
    throw Unreadable{"a column is empty where a value must be"};
  }
};

template <class List>
struct MemberResults;
template <template <class...> class List, class... D>
struct MemberResults<List<D...>> {
  template <class Row>
  using Of = std::tuple<Result<std::remove_cvref_t<decltype(std::declval<Row>().*D::pointer)>>...>;
};

template <Composite Row>
struct Result<Row> {
  typename MemberResults<Columns<Row>>::template Of<Row> members;

  void attach(soci::statement& statement) {
    std::apply([&](auto&... member) { (member.attach(statement), ...); }, members);
  }
  Row load() const {
    Row row{};
    boost::mp11::mp_for_each<boost::mp11::mp_iota<boost::mp11::mp_size<Columns<Row>>>>([&](auto I) {
      using D = boost::mp11::mp_at<Columns<Row>, decltype(I)>;
      row.*D::pointer = std::get<decltype(I)::value>(members).load();
    });
    return row;
  }
};

template <class Arg>
struct Parameter {
  using Value = typename Plain<Arg>::type;
  typename Cell<Value>::Stored stored{};
  soci::indicator indicator{soci::i_ok};

  template <class Given>
  void set(Given const& given) {
    if constexpr (Plain<Arg>::optional) {
      indicator = given ? soci::i_ok : soci::i_null;
      if (given) stored = Cell<Value>::store(*given);
    } else {
      stored = Cell<Value>::store(given);
    }
  }
};

struct PreparedBase {
  virtual ~PreparedBase() = default;
};

struct Nothing {};
template <>
struct Result<Nothing> {
  void attach(soci::statement&) {}
};

template <class Row, class... Args>
struct Prepared : PreparedBase {
  Prepared(soci::session& session, Dialect dialect, Sql const& sql) : statement(session) {
    auto const names = parameters_of(sql.text);
    if (names.size() != sizeof...(Args)) throw std::logic_error(std::string{sql.name} + ": wrong number of parameters");
    statement.alloc();
    if (dialect == Dialect::postgresql) result.attach(statement);
    std::size_t i = 0;
    std::apply(
        [&](auto&... parameter) {
          (statement.exchange(soci::use(parameter.stored, parameter.indicator, names[i++])), ...);
        },
        parameters);
    statement.prepare(std::string{sql.text});
    statement.define_and_bind();
  }

  soci::statement statement;
  std::tuple<Parameter<Args>...> parameters;
  Result<Row> result;
};

}  // namespace detail

// One connection with the statements it has prepared. Not thread-safe.
class Connection {
 public:
  Connection(Dialect dialect, std::string const& parameters);

  Dialect dialect() const { return dialect_; }
  void execute(std::string const& text);         // anything without parameters or result; not remembered
  soci::session& session() { return session_; }  // for core/db alone

  void note_statement();  // one begins now

  // When the last statement was begun. May be asked from any thread.
  std::chrono::steady_clock::time_point last_statement() const { return last_statement_.load(); }

  template <class Row, class F, class... Args>
  void each(Sql const& sql, F&& take, Args const&... args) {
    auto& prepared = prepare<Row, Args...>(sql);
    try {
      bind(prepared, args...);
      prepared.statement.execute(false);  // binds; the rows are fetched below
      if (dialect_ == Dialect::sqlite) {
        detail::SqliteRows rows{prepared.statement};
        while (rows.next()) take(detail::sqlite_row<Row>(rows));
      } else {
        while (prepared.statement.fetch()) take(prepared.result.load());
      }
    } catch (...) {
      forget(sql);
      rethrow(std::current_exception(), sql);
    }
  }

  // Runs a statement without a result; says how many rows it touched. Throws Violation or TryAgain.
  template <class... Args>
  std::int64_t run(Sql const& sql, Args const&... args) {
    auto& prepared = prepare<detail::Nothing, Args...>(sql);
    try {
      bind(prepared, args...);
      prepared.statement.execute(true);
      return prepared.statement.get_affected_rows();
    } catch (...) {
      forget(sql);
      rethrow(std::current_exception(), sql);
    }
  }

 private:
  template <class Row, class... Args>
  detail::Prepared<Row, Args...>& prepare(Sql const& sql) {
    note_statement();
    auto& slot = prepared_[&sql];
    auto* known = dynamic_cast<detail::Prepared<Row, Args...>*>(slot.get());
    if (known) return *known;
    try {
      auto fresh = std::make_unique<detail::Prepared<Row, Args...>>(session_, dialect_, sql);
      known = fresh.get();
      slot = std::move(fresh);
      return *known;
    } catch (soci::soci_error const&) {
      rethrow(std::current_exception(), sql);
    }
  }

  template <class Prepared, class... Args>
  static void bind(Prepared& prepared, Args const&... args) {
    std::apply([&](auto&... parameter) { (parameter.set(args), ...); }, prepared.parameters);
  }

  void forget(Sql const& sql) { prepared_.erase(&sql); }

  Dialect dialect_;
  soci::session session_;
  std::unordered_map<Sql const*, std::unique_ptr<detail::PreparedBase>> prepared_;
  std::atomic<std::chrono::steady_clock::time_point> last_statement_{std::chrono::steady_clock::now()};
};

}  // namespace waymark::db
