#pragma once

#include <string>
#include <vector>

namespace waymark::base {

// A sentence about one line of a file.
struct Remark {
  int line = 0;
  std::string text;
};

void sort_by_line(std::vector<Remark>& remarks);

}  // namespace waymark::base
