#include "connect/csv/csv.hpp"

#include "connect/okrs/okr_rows.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "targets.hpp"

namespace waymark::fuzz {
namespace {

bool same(connect::Table const& one, connect::Table const& other) {
  return one.header == other.header &&
         std::equal(one.rows.begin(), one.rows.end(), other.rows.begin(), other.rows.end(),
                    [](auto const& a, auto const& b) { return a.cells == b.cells; });
}

}  // namespace

// A table is read back as it was written, no cell of what is written begins a formula, and no row of an import is lost.
void csv(std::string_view input) {
  try {
    auto const table = connect::read_csv(input);
    auto const written = connect::write_csv(table);
    require(base::is_utf8(written), "what is written is no UTF-8");
    require(same(connect::read_csv(written), table), "a table changes when it is written and read again");
    auto const plan = connect::okr_plan(table);
    require(plan.placed + plan.rejected.size() == plan.rows, "a row is neither placed nor rejected");
    for (auto const& link : plan.links) {
      require(link.child < plan.objectives.size() && link.parent < plan.objectives.size(), "a link leads nowhere");
    }
  } catch (base::Problem const& problem) {
    require(base::is_utf8(problem.detail), "a refusal is no UTF-8");
  }
}

}  // namespace waymark::fuzz
