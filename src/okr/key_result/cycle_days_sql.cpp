#include "okr/key_result/cycle_days.hpp"

#include <algorithm>
#include <tuple>

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_late{"okr.cycle_days.due_behind", R"sql(
  SELECT o.id, o.state, k.id, CAST(NULL AS BIGINT), k.title, k.due_on
    FROM okr_objective o JOIN okr_key_result k ON k.objective_id = o.id
   WHERE o.cycle_id = :cycle AND o.state IN ('draft', 'published') AND k.dropped = 0 AND k.due_on > :ends_on
   UNION ALL
  SELECT o.id, o.state, k.id, m.id, m.title, m.due_on
    FROM okr_objective o
    JOIN okr_key_result k ON k.objective_id = o.id
    JOIN okr_milestone m ON m.key_result_id = k.id
   WHERE o.cycle_id = :cycle AND o.state IN ('draft', 'published') AND k.dropped = 0 AND m.due_on > :ends_on)sql"};

constexpr db::Sql clear_day{"okr.cycle_days.clear",
                            "UPDATE okr_key_result SET due_on = NULL, version = version + 1 WHERE id = :id"};
constexpr db::Sql set_milestone_day{"okr.cycle_days.set_milestone",
                                    "UPDATE okr_milestone SET due_on = :day WHERE id = :id"};

}  // namespace

std::vector<LateRow> due_behind(db::Tx& tx, CycleId cycle, base::Day ends_on) {
  auto all = tx.rows<LateRow>(select_late, cycle, ends_on);
  std::ranges::sort(all, {}, [](LateRow const& row) {
    return std::tuple{row.objective_id, row.key_result_id, row.milestone_id};
  });
  return all;
}

void be_due_with_cycle(db::Tx& tx, KeyResultId id) {
  tx.run(clear_day, id);
}

void be_due_on(db::Tx& tx, MilestoneId id, base::Day day) {
  tx.run(set_milestone_day, day, id);
}

}  // namespace waymark::okr::store
