#include "okr/cycle/seen_sql.hpp"
#include "okr/overview/timeline.hpp"

namespace waymark::okr::store {
namespace {

std::string const bars_text = std::string{R"sql(
  SELECT o.id, o.published_at, x.closed_at
    FROM okr_objective o
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN okr_closure x ON x.objective_id = o.id
   WHERE o.cycle_id = :cycle AND )sql"} +
                              std::string{seen_by_viewer} + " ORDER BY o.id";
db::Sql const select_bars{"okr.timeline.bars", bars_text};

constexpr db::Sql select_due_days{"okr.timeline.due_days", R"sql(
  SELECT k.objective_id, COALESCE(k.due_on, c.ends_on)
    FROM okr_objective o
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN okr_key_result k ON k.objective_id = o.id
   WHERE o.cycle_id = :cycle AND k.dropped = 0
   GROUP BY k.objective_id, COALESCE(k.due_on, c.ends_on)
   ORDER BY k.objective_id, COALESCE(k.due_on, c.ends_on))sql"};

constexpr db::Sql select_check_in_days{"okr.timeline.check_in_days", R"sql(
  SELECT k.objective_id, i.at / 86400000
    FROM okr_objective o
    JOIN okr_key_result k ON k.objective_id = o.id
    JOIN okr_check_in i ON i.key_result_id = k.id
   WHERE o.cycle_id = :cycle AND k.dropped = 0 AND i.withdrawn_at IS NULL
   GROUP BY k.objective_id, i.at / 86400000
   ORDER BY k.objective_id, i.at / 86400000)sql"};

}  // namespace

std::vector<BarRow> bars(db::Tx& tx, PersonId viewer, CycleId cycle) {
  return tx.rows<BarRow>(select_bars, cycle, viewer);
}
std::vector<DayRow> due_days(db::Tx& tx, CycleId cycle) {
  return tx.rows<DayRow>(select_due_days, cycle);
}
std::vector<CheckInDayRow> check_in_days(db::Tx& tx, CycleId cycle) {
  return tx.rows<CheckInDayRow>(select_check_in_days, cycle);
}

}  // namespace waymark::okr::store
