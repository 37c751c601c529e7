#include "core/rest/query.hpp"

#include <algorithm>

#include "core/base/id.hpp"
#include "kpi/kpi_shapes.hpp"
#include "okr/okr_shapes.hpp"
#include "targets.hpp"

namespace waymark::fuzz {
namespace {

std::string lower(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

void check_cursor(std::string_view text) {
  auto const id = base::id_of(text);
  if (!id) return;
  require(*id >= 0, "an id is below 0");
  require(base::id_text(*id) == lower(text), "an id changes when it is written again");
}

template <class Filter>
void check_filter(std::string_view query) {
  try {
    auto const filter = rest::query_of<Filter>(query);
    if (filter.limit) require(filter.limit->value >= 1 && filter.limit->value <= 200, "a limit is out of bounds");
    if (filter.after) check_cursor(*filter.after);
  } catch (base::Problem const& problem) {
    require(base::is_utf8(problem.detail), "a refusal is no UTF-8");
  }
}

}  // namespace

// A query is read within its bounds or refused; a cursor is an id, or nothing.
void query(std::string_view input) {
  check_cursor(input);
  check_filter<okr::ObjectiveFilter>(input);
  check_filter<people::PersonFilter>(input);
  check_filter<kpi::KpiFilter>(input);
}

}  // namespace waymark::fuzz
