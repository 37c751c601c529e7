#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "connect/csv/columns.hpp"
#include "connect/csv/csv.hpp"
#include "core/base/remark.hpp"
#include "okr/transfer/plan.hpp"

namespace waymark::connect {

/// What an import would make. Every row of the file is either placed or rejected.
struct OkrPlan : okr::Plan {
  std::vector<base::Remark> rejected;  // rows that could not be read, and why
  std::vector<base::Remark> notes;     // rows that were placed with a difference worth knowing
  std::vector<std::string> ignored_columns;
  std::optional<int> fiscal_start;  // the month that was taken, where a cycle's days depend on it
  std::size_t rows = 0;
  std::size_t placed = 0;
};

struct OkrRules {
  Mapping mapping{};
  int fiscal_start = 2;  // the month with which FYnn begins
};

/// Reads a table of OKRs. Throws Problem when its columns cannot be used; rows that cannot be read are in the plan.
OkrPlan okr_plan(Table const& table, OkrRules const& rules = {});

/// A short stable name for a text, equal for texts that differ in case or spacing only.
std::string text_key(std::initializer_list<std::string_view> texts);

}  // namespace waymark::connect
