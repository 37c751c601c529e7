#pragma once

#include "okr/objective/checks_in_sql.hpp"

namespace waymark::notify::facts {

// The columns of Waiting, and where they come from: h, who is here, is whoever okr::store::who_checks_in, which
// follows, says.
inline constexpr std::string_view waiting_columns =
    "h.id, h.manager_id, o.id, k.title, c.starts_on, COALESCE(k.due_on, c.ends_on), COALESCE(t.cadence, c.cadence), "
    "k.last_news_at, o.published_at, k.created_at";
inline constexpr std::string_view waiting_tables = R"sql(
    FROM okr_cycle c
    JOIN okr_objective o ON o.cycle_id = c.id AND o.state = 'published'
    JOIN okr_key_result k ON k.objective_id = o.id AND k.dropped = 0 AND k.kpi_id IS NULL
    JOIN people_person a ON a.id = o.accountable_id
    LEFT JOIN people_person w ON w.id = k.owner_id
    LEFT JOIN people_team t ON t.id = o.team_id
    JOIN people_person h ON h.left_at IS NULL AND h.id = )sql";

}  // namespace waymark::notify::facts
