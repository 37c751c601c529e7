#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::connect {

struct Row {
  int line = 0;  // physical line of the file where the row begins, the header being line 1
  std::vector<std::string> cells;
};

struct Table {
  std::vector<std::string> header;
  std::vector<Row> rows;
};

struct CsvLimits {
  std::size_t bytes = 32u << 20;
  std::size_t rows = 200'000;
  std::size_t columns = 256;
  std::size_t cell_bytes = 64u << 10;
};

/// Reads RFC 4180 text: UTF-8 with or without a byte-order mark, LF or CRLF, separated by `,` or `;` (the header line
/// decides). Blank lines are skipped. Cells that write_csv() defused come back as they were.
/// Throws Problem naming the line when the text is not such a file.
Table read_csv(std::string_view text, CsvLimits const& limits = {});

/// Writes what read_csv() reads: commas, LF, quotes where needed. A cell that a spreadsheet would run as a formula gets
/// a leading apostrophe; plain numbers such as -5 stay numbers.
std::string write_csv(Table const& table);
std::string csv_line(std::vector<std::string> const& cells);

}  // namespace waymark::connect
