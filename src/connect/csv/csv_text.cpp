#include "connect/csv/csv_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

constexpr std::array<std::string_view, 12> formula_starts = {
    "=", "+", "-", "@", "|", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_plain_number(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; }) &&
         std::count(text.begin(), text.end(), '.') <= 1;
}

bool starts_dangerously(std::string_view text) {
  return std::any_of(formula_starts.begin(), formula_starts.end(),
                     [&](std::string_view start) { return text.substr(0, start.size()) == start; });
}

}  // namespace

base::Problem unreadable(std::string detail, std::vector<base::FieldError> fields) {
  return {base::Code::malformed, "unreadable_csv", std::move(detail), std::move(fields)};
}

bool looks_like_formula(std::string_view cell) {
  auto const start = std::min(cell.find_first_not_of(' '), cell.size());
  cell.remove_prefix(start);
  return starts_dangerously(cell) && !is_plain_number(cell);
}

std::string defused(std::string_view cell) {
  bool const quoted_already = !cell.empty() && cell.front() == '\'';
  return quoted_already || looks_like_formula(cell) ? "'" + std::string(cell) : std::string(cell);
}

std::string_view fused(std::string_view cell) {
  if (cell.size() < 2 || cell.front() != '\'') return cell;
  auto const rest = cell.substr(1);
  return rest.front() == '\'' || looks_like_formula(rest) ? rest : cell;
}

void require_utf8(std::string_view text) {
  if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF") {
    throw unreadable("the file is UTF-16; save the file as UTF-8");
  }
  int number = 0;
  for (auto const line : base::split(text, '\n')) {
    ++number;
    if (line.find('\0') != std::string_view::npos) throw unreadable(fmt::format("line {} holds a NUL byte", number));
    if (!base::is_utf8(line)) throw unreadable(fmt::format("line {} is not UTF-8; save the file as UTF-8", number));
  }
}

}  // namespace waymark::connect
