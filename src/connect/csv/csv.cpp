#include "connect/csv/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "connect/csv/csv_text.hpp"

namespace waymark::connect {
namespace {

// The separator is the one of `,` and `;` that the header line holds more often outside quotes.
char separator_of(std::string_view text) {
  int commas = 0;
  int semicolons = 0;
  bool quoted = false;
  for (char const c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',';
    semicolons += c == ';';
  }
  return semicolons > commas ? ';' : ',';
}

class Reader {
 public:
  Reader(std::string_view text, CsvLimits const& limits)
      : rest_(text), limits_(limits), separator_(separator_of(text)) {}

  // False at the end of the file. Skips blank lines.
  bool next(Row& row) {
    while (at_line_end() && !rest_.empty()) end_line();
    if (rest_.empty()) return false;
    row = Row{line_, {}};
    do {
      if (row.cells.size() == limits_.columns) {
        throw unreadable(fmt::format("line {} has more than {} columns", row.line, limits_.columns));
      }
      row.cells.push_back(cell());
    } while (take(separator_));
    end_line();
    return true;
  }

 private:
  bool at_line_end() const { return rest_.empty() || rest_.front() == '\n' || rest_.front() == '\r'; }

  bool take(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void end_line() {
    bool const carriage = take('\r');
    if (take('\n') || carriage) ++line_;
  }

  std::string cell() {
    auto text = take('"') ? quoted_cell() : bare_cell();
    if (text.size() > limits_.cell_bytes) {
      throw unreadable(fmt::format("line {}: a cell is longer than {} bytes", line_, limits_.cell_bytes));
    }
    return std::string(fused(text));
  }

  std::string bare_cell() {
    char const stops[] = {separator_, '\r', '\n'};
    auto const length = std::min(rest_.find_first_of(std::string_view(stops, 3)), rest_.size());
    std::string text(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return text;
  }

  std::string quoted_cell() {
    int const first_line = line_;
    std::string text;
    for (;;) {
      auto const length = rest_.find('"');
      if (length == std::string_view::npos) {
        throw unreadable(fmt::format("line {}: a quote is opened and never closed", first_line));
      }
      auto const piece = rest_.substr(0, length);
      line_ += static_cast<int>(std::count(piece.begin(), piece.end(), '\n'));
      text += piece;
      rest_.remove_prefix(length + 1);
      if (!take('"')) break;
      text += '"';
    }
    if (!at_line_end() && rest_.front() != separator_) {
      throw unreadable(fmt::format("line {}: text follows a closing quote", line_));
    }
    return text;
  }

  std::string_view rest_;
  CsvLimits const& limits_;
  char separator_;
  int line_ = 1;
};

void require_same_width(Table const& table) {
  constexpr std::size_t shown = 20;
  std::vector<base::FieldError> errors;
  for (auto const& row : table.rows) {
    if (row.cells.size() == table.header.size() || errors.size() == shown) continue;
    errors.push_back({fmt::format("line {}", row.line),
                      fmt::format("has {} cells where the header has {}", row.cells.size(), table.header.size())});
  }
  if (errors.empty()) return;
  auto const first = fmt::format("{} {}", errors.front().path, errors.front().detail);
  throw unreadable(first, std::move(errors));
}

bool needs_quotes(std::string_view cell) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  return cell.find_first_of(",;\"\r\n") != std::string_view::npos ||
         cell.substr(0, byte_order_mark.size()) == byte_order_mark;
}

}  // namespace

Table read_csv(std::string_view text, CsvLimits const& limits) {
  if (text.size() > limits.bytes) {
    throw unreadable(fmt::format("the file is larger than {} MB", limits.bytes >> 20));
  }
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  require_utf8(text);
  Reader reader(text, limits);
  Table table;
  Row row;
  if (!reader.next(row)) throw unreadable("the file is empty; its first line must name the columns");
  table.header = std::move(row.cells);
  while (reader.next(row)) {
    if (table.rows.size() == limits.rows) {
      throw unreadable(fmt::format("the file has more than {} rows", limits.rows));
    }
    table.rows.push_back(std::move(row));
  }
  require_same_width(table);
  return table;
}

std::string csv_line(std::vector<std::string> const& cells) {
  std::string line;
  for (auto const& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    auto const text = defused(cell);
    // A lone empty cell would be a blank line.
    bool const quoted = needs_quotes(text) || (text.empty() && cells.size() == 1);
    if (quoted) line += '"';
    for (char const c : text) line.append(c == '"' ? 2 : 1, c);
    if (quoted) line += '"';
  }
  return line + '\n';
}

std::string write_csv(Table const& table) {
  auto text = csv_line(table.header);
  for (auto const& row : table.rows) text += csv_line(row.cells);
  return text;
}

}  // namespace waymark::connect
