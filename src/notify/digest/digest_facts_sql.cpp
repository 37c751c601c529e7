#include "notify/digest/digest_facts.hpp"

namespace waymark::notify::facts {
namespace {

constexpr db::Sql select_teams{"notify.facts.teams", R"sql(
  SELECT t.id, t.name, t.kind
    FROM people_team t
   WHERE t.lead_id = :person OR t.id IN (SELECT m.team_id FROM people_member m WHERE m.person_id = :person)
   ORDER BY t.name_key)sql"};

constexpr db::Sql select_lines{"notify.facts.lines", R"sql(
  SELECT k.id, k.title, CASE WHEN k.kind = 'percent' AND k.unit = '' THEN '%' ELSE k.unit END, o.id, o.title, w.id, w.name, k.baseline, k.current_value, k.progress,
         (SELECT b.value FROM okr_check_in b
           WHERE b.key_result_id = k.id AND b.at < :since AND b.value IS NOT NULL AND b.withdrawn_at IS NULL ORDER BY b.at DESC LIMIT 1),
         (SELECT b.progress FROM okr_check_in b
           WHERE b.key_result_id = k.id AND b.at < :since AND b.progress IS NOT NULL AND b.withdrawn_at IS NULL ORDER BY b.at DESC LIMIT 1),
         (SELECT COUNT(*) FROM okr_check_in n WHERE n.key_result_id = k.id AND n.at >= :since AND n.withdrawn_at IS NULL AND n.source <> 'kpi'),
         CASE WHEN k.kpi_id IS NULL THEN 0 ELSE 1 END,
         c.starts_on, COALESCE(k.due_on, c.ends_on), COALESCE(t.cadence, c.cadence),
         k.last_news_at, o.published_at, k.created_at
    FROM okr_objective o
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN okr_key_result k ON k.objective_id = o.id AND k.dropped = 0
    JOIN people_person w ON w.id = COALESCE(k.owner_id, o.accountable_id)
    LEFT JOIN people_team t ON t.id = o.team_id
   WHERE o.team_id = :team AND o.state = 'published' AND c.phase IN ('active', 'closing')
   ORDER BY o.position, o.id, k.position, k.id)sql"};

constexpr db::Sql select_published{"notify.facts.published", R"sql(
  SELECT o.id, o.title, o.published_at
    FROM okr_objective o
   WHERE o.team_id = :team AND o.state = 'published' AND o.published_at >= :since
   ORDER BY o.published_at DESC, o.id DESC)sql"};

constexpr db::Sql select_ended{"notify.facts.ended", R"sql(
  SELECT e.id, e.title, e.state, e.grade, e.at
    FROM (SELECT o.id, o.title, o.state, x.grade,
                 CASE WHEN o.state = 'closed' THEN x.closed_at
                      ELSE (SELECT MAX(g.at) FROM okr_change g
                             WHERE g.objective_id = o.id AND g.field = 'state' AND g.after = 'cancelled') END AS at
            FROM okr_objective o
            LEFT JOIN okr_closure x ON x.objective_id = o.id
           WHERE o.team_id = :team AND o.state IN ('closed', 'cancelled')) AS e
   WHERE e.at >= :since
   ORDER BY e.at DESC, e.id DESC)sql"};

}  // namespace

std::vector<TeamName> teams_of(db::Tx& tx, PersonId person) {
  return tx.rows<TeamName>(select_teams, person);
}

std::vector<Line> lines_of_team(db::Tx& tx, okr::TeamId team, base::Millis since) {
  return tx.rows<Line>(select_lines, since, team);
}

std::vector<Published> published_in(db::Tx& tx, okr::TeamId team, base::Millis since) {
  return tx.rows<Published>(select_published, team, since);
}

std::vector<Ended> ended_in(db::Tx& tx, okr::TeamId team, base::Millis since) {
  return tx.rows<Ended>(select_ended, team, since);
}

}  // namespace waymark::notify::facts
