#include "connect/okrs/cycle_name.hpp"

#include <fmt/format.h>

#include <vector>

#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

using base::Day;

/// What the name says, part by part.
struct Parts {
  std::optional<int> year;
  std::optional<int> quarter;
  std::optional<int> half;
  std::optional<int> month;
  bool fiscal = false;
  bool readable = true;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> number_of(std::string_view text) {
  if (text.empty() || text.size() > 4) return {};
  int value = 0;
  for (char const c : text) {
    if (!is_digit(c)) return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

// Cuts "fy20q4 (draft)" into "fy" "20" "q" "4"; what stands in brackets is a remark.
std::vector<std::string> pieces_of(std::string_view name) {
  std::vector<std::string> pieces;
  bool joined = false;
  for (char const c : base::folded(name.substr(0, name.find('(')))) {
    bool const separates = c == ' ' || c == '-' || c == '_' || c == '/' || c == '.' || c == '\'' || c == ',';
    bool const same_kind = joined && is_digit(pieces.back().back()) == is_digit(c);
    if (!separates && same_kind)
      pieces.back() += c;
    else if (!separates)
      pieces.emplace_back(1, c);
    joined = !separates;
  }
  return pieces;
}

std::optional<int> month_named(std::string_view word) {
  static constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (word.size() < 3) return {};
  auto const place = names.find(word.substr(0, 3));
  if (place == std::string_view::npos || place % 3 != 0) return {};
  return static_cast<int>(place / 3) + 1;
}

bool set_once(std::optional<int>& part, std::optional<int> value, int low, int high) {
  if (part || !value || *value < low || *value > high) return false;
  part = value;
  return true;
}

bool take_number(Parts& parts, std::string const& piece) {
  auto const value = number_of(piece);
  if (piece.size() == 4) return set_once(parts.year, value, 1990, 2199);
  if (parts.fiscal && !parts.year && piece.size() == 2) return set_once(parts.year, 2000 + *value, 2000, 2099);
  return piece.size() == 2 && parts.year && !parts.fiscal && set_once(parts.month, value, 1, 12);
}

Parts parts_of(std::string_view name) {
  Parts parts;
  auto const pieces = pieces_of(name);
  for (std::size_t i = 0; i < pieces.size() && parts.readable; ++i) {
    auto const& piece = pieces[i];
    auto const next = i + 1 < pieces.size() ? number_of(pieces[i + 1]) : std::nullopt;
    if (piece == "fy" || piece == "gj")
      parts.fiscal = true;
    else if (piece == "q")
      parts.readable = set_once(parts.quarter, next, 1, 4), ++i;
    else if (piece == "h")
      parts.readable = set_once(parts.half, next, 1, 2), ++i;
    else if (is_digit(piece.front()))
      parts.readable = take_number(parts, piece);
    else
      parts.readable = set_once(parts.month, month_named(piece), 1, 12);
  }
  return parts;
}

std::optional<CycleDays> stated_days(std::string_view name) {
  if (name.size() < 21) return {};
  auto const first = Day::parse(name.substr(0, 10));
  auto const last = Day::parse(name.substr(name.size() - 10));
  if (!first || !last || !(*first < *last)) return {};
  return CycleDays{*first, *last};
}

}  // namespace

std::optional<CycleDays> cycle_days(std::string_view name, int fiscal_start) {
  name = base::trimmed(name);
  if (auto const days = stated_days(name)) return days;
  auto const parts = parts_of(name);
  int const kinds = parts.quarter.has_value() + parts.half.has_value() + parts.month.has_value();
  if (!parts.readable || !parts.year || kinds > 1 || (parts.fiscal && parts.month)) return {};
  int const start_month = parts.fiscal ? fiscal_start : 1;
  int const start_year = start_month > 1 ? *parts.year - 1 : *parts.year;
  auto const year_start = Day::parse(fmt::format("{:04}-{:02}-01", start_year, start_month));
  if (!year_start) return {};
  int const length = parts.quarter ? 3 : parts.half ? 6 : parts.month ? 1 : 12;
  int const number = parts.quarter.value_or(parts.half.value_or(parts.month.value_or(1)));
  auto const first = year_start->plus_months((number - 1) * length);
  return CycleDays{first, first.plus_months(length) - 1};
}

bool names_fiscal_year(std::string_view name) {
  return cycle_days(name, 1) != cycle_days(name, 2);
}

}  // namespace waymark::connect
