#pragma once

#include <boost/mp11.hpp>
#include <string_view>

#include "core/db/cell.hpp"
#include "core/db/row_shape.hpp"

namespace soci {
class statement;
}

// Columns straight from SQLite into a row. SOCI prepares and binds; its way of handing over one cell after another
// through virtual calls was a quarter of the work of reading a team's board.
namespace waymark::db::detail {

// The rows of a statement that is bound: steps through them and leaves the statement ready for the next time.
class SqliteRows {
 public:
  explicit SqliteRows(soci::statement& statement);
  ~SqliteRows();
  SqliteRows(SqliteRows const&) = delete;
  SqliteRows& operator=(SqliteRows const&) = delete;

  bool next();  // false after the last row; throws Violation or std::runtime_error

  // Columns of the row at hand, counted from 0. A text lasts until the next step.
  bool is_null(int column) const;
  long long integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;

 private:
  void* statement_;  // a sqlite3_stmt: its header would not stand beside SOCI's
};

template <class Value>
Value sqlite_value(SqliteRows const& rows, int column) {
  using Stored = typename Cell<Value>::Stored;
  if constexpr (std::is_same_v<Stored, long long>) {
    return Cell<Value>::load(rows.integer(column));
  } else if constexpr (std::is_same_v<Stored, double>) {
    return rows.real(column);
  } else {
    return Value{Cell<Value>::load(Stored{rows.text(column)})};
  }
}

template <class Row>
Row sqlite_row(SqliteRows const& rows, int column = 0) {
  if constexpr (Composite<Row>) {
    Row row{};
    boost::mp11::mp_for_each<Columns<Row>>([&](auto D) {
      using Member = std::remove_cvref_t<decltype(row.*D.pointer)>;
      row.*D.pointer = sqlite_row<Member>(rows, column++);
    });
    return row;
  } else {
    using Value = typename Plain<Row>::type;
    if (!rows.is_null(column)) return sqlite_value<Value>(rows, column);
    if constexpr (Plain<Row>::optional) return std::nullopt;
    throw Unreadable{"column " + std::to_string(column + 1) + " is empty where a value must be"};
  }
}

}  // namespace waymark::db::detail
