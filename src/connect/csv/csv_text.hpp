#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.hpp"

namespace waymark::connect {

/// The refusal of a file that is not readable CSV.
base::Problem unreadable(std::string detail, std::vector<base::FieldError> fields = {});

/// Would a spreadsheet take this cell for a formula? Looks behind leading spaces; plain numbers are harmless.
bool looks_like_formula(std::string_view cell);

/// Puts an apostrophe before a cell that looks like a formula (or begins with an apostrophe, so that it can be undone).
std::string defused(std::string_view cell);
/// The exact inverse of defused().
std::string_view fused(std::string_view cell);

/// Throws Problem with the line number when the text holds NUL bytes or is not UTF-8.
void require_utf8(std::string_view text);

}  // namespace waymark::connect
