#pragma once

#include <string_view>

namespace waymark::okr::store {

// A draft is there only for those whom it concerns, or with whom it was shared. For queries that call the objective o,
// the accountable person p and the team t. Whoever came to a team, its lead or a reporting line later, or stands in for
// who has left, sees what was written from then on; executives see the company's. [OKR-43] [OKR-73] [OKR-122]
inline constexpr std::string_view seen_by_viewer = R"sql(
     (o.state <> 'draft'
      OR o.created_by = :viewer OR o.accountable_id = :viewer OR (p.stand_in_id = :viewer AND o.created_at >= p.stand_in_since)
      OR (p.manager_id = :viewer AND o.created_at >= p.manager_since) OR (t.lead_id = :viewer AND o.created_at >= t.lead_since)
      OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = o.team_id AND m.person_id = :viewer AND o.created_at >= m.since)
      OR EXISTS (SELECT 1 FROM okr_contributor h WHERE h.objective_id = o.id AND h.person_id = :viewer)
      OR EXISTS (SELECT 1 FROM okr_key_result k WHERE k.objective_id = o.id AND k.owner_id = :viewer)
      OR (o.level = 'company' AND EXISTS (SELECT 1 FROM people_role x WHERE x.person_id = :viewer AND x.role = 'executive'))
      OR EXISTS (SELECT 1 FROM okr_reader r WHERE r.objective_id = o.id AND r.person_id = :viewer)
      OR EXISTS (SELECT 1
                   FROM okr_reader_team s JOIN people_member n ON n.team_id = s.team_id
                  WHERE s.objective_id = o.id AND n.person_id = :viewer AND o.created_at >= n.since))
)sql";

}  // namespace waymark::okr::store
