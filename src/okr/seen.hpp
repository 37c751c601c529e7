#pragma once

#include <string_view>

namespace waymark::okr {

// A draft is there only for those whom it concerns: a condition on objective o, its accountable person p and its team t
// (left joined), for :viewer. [OKR-43]
inline constexpr std::string_view seen_by_viewer = R"sql(
     (o.state <> 'draft'
      OR o.created_by = :viewer OR o.accountable_id = :viewer OR p.manager_id = :viewer OR t.lead_id = :viewer
      OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = o.team_id AND m.person_id = :viewer)
      OR EXISTS (SELECT 1 FROM okr_contributor h WHERE h.objective_id = o.id AND h.person_id = :viewer)
      OR EXISTS (SELECT 1 FROM okr_key_result k WHERE k.objective_id = o.id AND k.owner_id = :viewer))
)sql";

}  // namespace waymark::okr
