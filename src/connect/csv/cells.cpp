#include "connect/csv/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

// A comma is a decimal point unless it groups digits by three.
std::string with_points(std::string_view cell) {
  std::string text(cell);
  auto const comma = text.find(',');
  if (comma == std::string::npos) return text;
  bool const groups =
      text.size() - comma == 4 || std::count(text.begin(), text.end(), ',') > 1 || text.find('.') != std::string::npos;
  if (groups)
    std::erase(text, ',');
  else
    text[comma] = '.';
  return text;
}

}  // namespace

std::optional<double> number_in(std::string_view cell) {
  cell = base::trimmed(cell);
  if (!cell.empty() && cell.back() == '%') cell = base::trimmed(cell.substr(0, cell.size() - 1));
  if (!cell.empty() && cell.front() == '$') cell.remove_prefix(1);
  if (!cell.empty() && cell.front() == '+') cell.remove_prefix(1);
  auto const text = with_points(cell);
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const whole = error == std::errc{} && end == text.data() + text.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string number_text(double value) {
  return fmt::format("{}", value);
}

}  // namespace waymark::connect
