#include "core/base/remark.hpp"

#include <algorithm>

namespace waymark::base {

void sort_by_line(std::vector<Remark>& remarks) {
  std::stable_sort(remarks.begin(), remarks.end(), [](Remark const& a, Remark const& b) { return a.line < b.line; });
}

}  // namespace waymark::base
