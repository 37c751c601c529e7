#pragma once

#include <string>
#include <vector>

namespace waymark::connect {

/// A sentence about one line of a file.
struct Remark {
  int line = 0;
  std::string text;
};

/// Why a row cannot be read.
struct RowError {
  std::string reason;
};

void sort_by_line(std::vector<Remark>& remarks);

}  // namespace waymark::connect
