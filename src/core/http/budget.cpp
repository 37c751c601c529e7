#include "core/http/budget.hpp"

namespace waymark::http {

bool Budget::Hold::cover(std::size_t bytes, bool known) {
  auto const others = budget_.used_ - bytes_;
  auto const unknown_others = budget_.used_by_unknown_ - (known_ ? 0 : bytes_);
  bool const more = bytes > bytes_ || (known_ && !known);
  if (more && others + bytes > budget_.whole_) return false;
  if (more && !known && unknown_others + bytes > budget_.of_unknown_) return false;
  budget_.used_ = others + bytes;
  budget_.used_by_unknown_ = unknown_others + (known ? 0 : bytes);
  bytes_ = bytes;
  known_ = known;
  return true;
}

}  // namespace waymark::http
