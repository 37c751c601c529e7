#include "core/db/connection.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <cctype>

#include "core/db/fault.hpp"

namespace waymark::db {
namespace {

soci::backend_factory const& backend_of(Dialect dialect) {
  return dialect == Dialect::sqlite ? static_cast<soci::backend_factory const&>(soci::sqlite3) : soci::postgresql;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Violation::Kind kind_of(std::string const& state) {
  if (state == "23505") return Violation::Kind::unique;
  return state == "23503" ? Violation::Kind::reference : Violation::Kind::other;
}

Violation::Kind kind_of_message(std::string_view message) {
  if (contains(message, "UNIQUE")) return Violation::Kind::unique;
  return contains(message, "FOREIGN KEY") ? Violation::Kind::reference : Violation::Kind::other;
}

// What SQLite's result says about the storage.
std::optional<Fault::Kind> fault_of_result(int result) {
  switch (result & 0xFF) {
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:  // where it could not be opened otherwise
    case SQLITE_PROTOCOL: return Fault::Kind::input_output;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Fault::Kind::damaged;
    case SQLITE_FULL: return Fault::Kind::full;
    case SQLITE_NOMEM: return Fault::Kind::no_memory;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Fault::Kind::too_slow;
    default: return std::nullopt;
  }
}

// Where the library hands over words only.
int result_in(std::string_view message) {
  if (contains(message, "constraint failed")) return SQLITE_CONSTRAINT;
  if (contains(message, "disk I/O error")) return SQLITE_IOERR;
  if (contains(message, "malformed") || contains(message, "not a database")) return SQLITE_CORRUPT;
  if (contains(message, "disk is full")) return SQLITE_FULL;
  if (contains(message, "out of memory")) return SQLITE_NOMEM;
  if (contains(message, "readonly database")) return SQLITE_READONLY;
  if (contains(message, "unable to open")) return SQLITE_CANTOPEN;
  return SQLITE_ERROR;
}

// The state of a connection that broke is blank: nobody was there to say one.
std::optional<Fault::Kind> fault_of_state(std::string const& state) {
  if (state.starts_with("08") || state.starts_with("57P") || state.find_first_not_of(' ') == std::string::npos)
    return Fault::Kind::lost;
  if (state == "57014" || state == "55P03") return Fault::Kind::too_slow;
  if (state == "25006") return Fault::Kind::lost;  // another server writes now; a new line finds it
  if (state == "53100") return Fault::Kind::full;
  if (state == "53200") return Fault::Kind::no_memory;
  if (state.starts_with("53") || state.starts_with("58")) return Fault::Kind::input_output;
  if (state == "XX001" || state == "XX002") return Fault::Kind::damaged;
  if (state.starts_with("XX")) return Fault::Kind::input_output;
  return std::nullopt;
}

[[noreturn]] void throw_sqlite(int result, std::string const& said) {
  if ((result & 0xFF) == SQLITE_CONSTRAINT) throw Violation{kind_of_message(said), said};
  if (auto const fault = fault_of_result(result)) throw Fault{*fault, said};
  throw std::runtime_error(said);
}

// Without the values that were bound and without PostgreSQL's further lines, which repeat them: they are private.
std::string first_line(soci::soci_error const& error) {
  auto const text = error.get_error_message();
  return text.substr(0, text.find('\n'));
}

// Says who is connected; and the library understands a URL only when it holds a '='.
std::string with_program_name(Dialect dialect, std::string const& parameters) {
  if (dialect == Dialect::sqlite) return parameters;
  return parameters + (contains(parameters, "?") ? "&" : "?") + "application_name=waymark";
}

}  // namespace

std::vector<std::string> parameters_of(std::string_view sql) {
  std::vector<std::string> names;
  bool quoted = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] == '\'') quoted = !quoted;
    if (quoted || sql[i] != ':') continue;
    auto end = i + 1;
    while (end < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[end])) || sql[end] == '_')) ++end;
    std::string name{sql.substr(i + 1, end - i - 1)};
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    i = end - 1;
  }
  return names;
}

void rethrow(std::exception_ptr error, Sql const& sql) {
  // The statement by its name and what the database calls the fault, in one line: never the values, which what() of the
  // library holds, and which PostgreSQL repeats in its sentences.
  auto const one_line = [&](std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return std::string{sql.name} + ": " + text;
  };
  auto const said = [&](soci::soci_error const& e) { return one_line(first_line(e)); };
  try {
    std::rethrow_exception(error);
  } catch (soci::sqlite3_soci_error const& e) {
    throw_sqlite(e.result(), said(e));
  } catch (soci::postgresql_soci_error const& e) {
    auto const state = e.sqlstate();
    if (state.starts_with("23")) throw Violation{kind_of(state), one_line("SQLSTATE " + state)};
    if (state == "40001" || state == "40P01") throw TryAgain{one_line("SQLSTATE " + state)};
    // Of these the sentence is about the server and the line to it.
    if (auto const fault = fault_of_state(state)) throw Fault{*fault, said(e)};
    throw std::runtime_error(one_line("SQLSTATE " + state));
  } catch (Violation const& e) {
    throw Violation{e.kind, one_line(e.what())};
  } catch (Fault const& e) {
    throw Fault{e.kind, one_line(e.what())};
  } catch (Unreadable const& e) {
    throw Unreadable{one_line(e.what())};
  } catch (soci::soci_error const& e) {
    throw_sqlite(result_in(e.what()), said(e));
  }
}

namespace detail {
namespace {

auto* handle(void* statement) {
  return static_cast<sqlite_api::sqlite3_stmt*>(statement);
}

}  // namespace

SqliteRows::SqliteRows(soci::statement& statement)
    : statement_(static_cast<soci::sqlite3_statement_backend*>(statement.get_backend())->stmt_) {}

SqliteRows::~SqliteRows() {
  sqlite_api::sqlite3_reset(handle(statement_));
}

bool SqliteRows::next() {
  auto const result = sqlite_api::sqlite3_step(handle(statement_));
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  std::string const message = sqlite_api::sqlite3_errmsg(sqlite_api::sqlite3_db_handle(handle(statement_)));
  throw_sqlite(result, message);
}

bool SqliteRows::is_null(int column) const {
  return sqlite_api::sqlite3_column_type(handle(statement_), column) == SQLITE_NULL;
}

long long SqliteRows::integer(int column) const {
  return sqlite_api::sqlite3_column_int64(handle(statement_), column);
}

double SqliteRows::real(int column) const {
  return sqlite_api::sqlite3_column_double(handle(statement_), column);
}

std::string_view SqliteRows::text(int column) const {
  auto const* text = reinterpret_cast<char const*>(sqlite_api::sqlite3_column_text(handle(statement_), column));
  return {text, static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(handle(statement_), column))};
}

}  // namespace detail

Connection::Connection(Dialect dialect, std::string const& parameters)
    : dialect_(dialect), session_(backend_of(dialect), with_program_name(dialect, parameters)) {}

void Connection::note_statement() {
  last_statement_.store(std::chrono::steady_clock::now(), std::memory_order_relaxed);
}

void Connection::execute(std::string const& text) {
  note_statement();
  session_.once << text;
}

}  // namespace waymark::db
