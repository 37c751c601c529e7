#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "connect/okrs/okr_rows.hpp"
#include "core/base/remark.hpp"

namespace waymark::connect {

/// What a row says about the parent of its objective; empty where it says nothing.
struct ParentReference {
  int line = 0;
  std::size_t child = 0;  // index into Plan::objectives
  std::string objective_key;
  std::string objective;
  std::string key_result_key;
  std::string key_result;
};

/// Finds the parent of every reference and links it: by key, else by text in the same cycle, else in any cycle, the
/// nearest higher level first and never so that objectives would support each other in a loop. A parent that has no row
/// is made. Answers the rows whose reference
/// can only make a loop, or names a parent key result that no objective has.
std::vector<base::Remark> link_parents(OkrPlan& plan, std::vector<ParentReference> const& references);

}  // namespace waymark::connect
