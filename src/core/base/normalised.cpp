#include "core/base/normalised.hpp"

#include "core/base/text.hpp"

namespace waymark::base {

std::string collapsed(std::string_view text) {
  std::string result;
  for (char const c : trimmed(text)) {
    bool const space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      result += c;
    else if (result.back() != ' ')
      result += ' ';
  }
  return result;
}

std::string normalised(std::string_view text) {
  auto result = collapsed(folded(text));
  while (!result.empty() && (result.back() == '.' || result.back() == ' ')) result.pop_back();
  return result;
}

}  // namespace waymark::base
