#include "faults/table.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace waymark::testing {

bool tries_all() {
  auto const* wanted = std::getenv("WAYMARK_FAULTS");
  return wanted && std::string_view{wanted} == "all";
}

std::vector<long> places(bool every, long most) {
  if (!tries_all()) return {1, 3, 10};
  std::vector<long> all;
  for (long n = 1; n <= (every ? most : 50); ++n) all.push_back(n);
  for (long n = 64; !every && n <= most; n *= 2) all.push_back(n);
  return all;
}

void tell(Line const& line) {
  auto const text = fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.2f}\n", line.operation, line.failure,
                                line.from_then_on ? "from then on" : "once", line.tried, line.met, line.done,
                                line.refused, line.cut_off, line.started, line.longest);
  fmt::print("{}", text);
  std::fflush(stdout);
  if (auto const* file = std::getenv("WAYMARK_FAULTS_TABLE")) std::ofstream{file, std::ios::app} << text;
}

}  // namespace waymark::testing
