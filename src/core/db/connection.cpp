#include "core/db/connection.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <cctype>

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
  auto const said = [&](soci::soci_error const& e) { return one_line(e.get_error_message()); };
  try {
    std::rethrow_exception(error);
  } catch (soci::sqlite3_soci_error const& e) {
    if ((e.result() & 0xFF) == SQLITE_CONSTRAINT) throw Violation{kind_of_message(e.get_error_message()), said(e)};
    throw std::runtime_error(said(e));
  } catch (soci::postgresql_soci_error const& e) {
    auto const state = e.sqlstate();
    // Of these classes the sentence is about the server and the line to it.
    bool const of_the_server = state.empty() || state.starts_with("08") || state.starts_with("53") ||
                               state.starts_with("57") || state.starts_with("58");
    auto const fault = of_the_server ? said(e) : one_line("SQLSTATE " + state);
    if (state.starts_with("23")) throw Violation{kind_of(state), fault};
    if (state == "40001" || state == "40P01") throw TryAgain{fault};
    throw std::runtime_error(fault);
  } catch (Violation const& e) {
    throw Violation{e.kind, one_line(e.what())};
  } catch (soci::soci_error const& e) {
    auto const message = e.get_error_message();
    if (contains(message, "constraint failed")) throw Violation{kind_of_message(message), said(e)};
    throw std::runtime_error(said(e));
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
  if ((result & 0xFF) == SQLITE_CONSTRAINT) throw Violation{kind_of_message(message), message};
  throw std::runtime_error(message);
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

void Connection::execute(std::string const& text) {
  session_.once << text;
}

}  // namespace waymark::db
