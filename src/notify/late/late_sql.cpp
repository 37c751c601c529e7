#include "notify/facts/waiting_sql.hpp"
#include "notify/late/late.hpp"

namespace waymark::notify::facts {
namespace {

std::string const late_text = "SELECT " + std::string{waiting_columns} +
                              ", k.id, o.title, h.name, CASE WHEN w.id = h.id THEN 1 ELSE 0 END, t.lead_id" +
                              std::string{waiting_tables} + std::string{okr::store::who_checks_in} + R"sql(
   WHERE c.id = :cycle AND c.phase IN ('active', 'closing') AND (CAST(:team AS BIGINT) = 0 OR o.team_id = :team)
   ORDER BY h.name_key, h.id, o.position, o.id, k.position, k.id)sql";
db::Sql const select_late{"notify.facts.late", late_text};

}  // namespace

std::vector<LateRow> late_rows(db::Tx& tx, okr::CycleId cycle, std::optional<okr::TeamId> team) {
  return tx.rows<LateRow>(select_late, cycle, team.value_or(okr::TeamId{}));
}

}  // namespace waymark::notify::facts
