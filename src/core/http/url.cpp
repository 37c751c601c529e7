#include "core/http/url.hpp"

#include "core/base/problem.hpp"
#include "core/base/text.hpp"

namespace waymark::http {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

base::Problem broken_query() {
  return {base::Code::malformed, "malformed_query", "The query of the address is not readable."};
}

}  // namespace

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      result += ' ';
    } else if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      auto const high = digit_of(text[i + 1]);
      auto const low = digit_of(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      result += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      result += text[i];
    }
  }
  if (!base::is_utf8(result)) return std::nullopt;
  return result;
}

std::vector<std::pair<std::string, std::string>> query_fields(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> fields;
  if (query.empty()) return fields;
  for (auto const field : base::split(query, '&')) {
    if (field.empty()) continue;
    if (fields.size() == 100) throw broken_query();
    auto const equals = field.find('=');
    auto name = decoded(field.substr(0, equals), true);
    auto value = equals == std::string_view::npos ? std::string{} : decoded(field.substr(equals + 1), true);
    if (!name || !value) throw broken_query();
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

}  // namespace waymark::http
