#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "connect/csv/columns.hpp"
#include "connect/okrs/cycle_name.hpp"
#include "connect/okrs/okr_rows.hpp"
#include "core/base/remark.hpp"

namespace waymark::connect {

std::span<Field const> okr_fields();

/// One row, read cell by cell.
struct OkrRow {
  int line = 0;
  std::string key;  // given by an export of ours
  std::string key_result_key;
  std::string parent_key;
  std::string parent_key_result_key;
  std::string cycle;
  std::optional<CycleDays> days;
  std::string team;
  std::string parent_objective;
  std::string parent_key_result;
  okr::PlannedObjective objective;                  // without key and cycle
  std::optional<okr::PlannedKeyResult> key_result;  // without key
};

/// Reads one row; notes what is kept with a difference. Throws RowError for a row that cannot be read.
OkrRow okr_row(Columns const& columns, Row const& row, int fiscal_start, std::vector<base::Remark>& notes);

}  // namespace waymark::connect
