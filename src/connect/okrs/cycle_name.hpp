#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/day.hpp"

namespace waymark::connect {

struct CycleDays {
  base::Day first;
  base::Day last;

  bool operator==(CycleDays const&) const = default;
};

/// Reads the days out of a cycle's name: 2026, 2018-Q2, Q2 2018, 2020-H1, 2026-05, FY21, FY21-Q3, FY2021-H2,
/// "2022-Q4 (proposed)", "2026-01-01..2026-03-31". A fiscal year is named after the year in which it ends, unless it
/// begins in January: with fiscal_start 2, FY21 is February 2020 to January 2021.
std::optional<CycleDays> cycle_days(std::string_view name, int fiscal_start = 2);

/// Whether its days depend on the month with which a fiscal year begins.
bool names_fiscal_year(std::string_view name);

}  // namespace waymark::connect
