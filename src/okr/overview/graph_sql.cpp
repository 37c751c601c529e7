#include "okr/cycle/seen_sql.hpp"
#include "okr/overview/graph_store.hpp"

namespace waymark::okr::store {
namespace {

std::string const nodes_text = std::string{R"sql(
  SELECT o.id, o.title, o.level, o.team_id, o.person_id,
         COALESCE(o.team_id, (SELECT MIN(h.team_id) FROM people_member h WHERE h.person_id = o.person_id)),
         o.accountable_id, p.name, CASE WHEN p.left_at IS NULL THEN 0 ELSE 1 END, o.ambition, o.state, o.progress, x.grade,
         CASE WHEN x.learning <> '' THEN 1 ELSE 0 END, o.created_at, o.published_at, o.reopened_at, c.starts_on, c.ends_on, COALESCE(t.cadence, c.cadence), o.version,
         o.created_by, CASE WHEN o.import_key IS NULL THEN 0 ELSE 1 END,
         COALESCE((SELECT 1 FROM people_member b WHERE b.team_id = o.team_id AND b.person_id = o.created_by), 0)
    FROM okr_objective o
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN okr_closure x ON x.objective_id = o.id
   WHERE o.cycle_id = :cycle AND )sql"} +
                               std::string{seen_by_viewer} + " ORDER BY o.id";
db::Sql const select_nodes{"okr.graph.nodes", nodes_text};
constexpr db::Sql select_concerning{"okr.graph.concerning", R"sql(
  SELECT o.id
    FROM okr_objective o
   WHERE o.cycle_id = :cycle
     AND (o.created_by = :viewer OR o.accountable_id = :viewer OR (o.level = 'company' AND :executive = 1)
          OR o.team_id IN (SELECT team_id FROM people_member WHERE person_id = :viewer)
          OR o.team_id IN (SELECT id FROM people_team WHERE lead_id = :viewer)
          OR o.accountable_id IN (SELECT id FROM people_person WHERE manager_id = :viewer OR stand_in_id = :viewer)
          OR o.id IN (SELECT objective_id FROM okr_contributor WHERE person_id = :viewer)
          OR o.id IN (SELECT objective_id FROM okr_key_result WHERE owner_id = :viewer)))sql"};
constexpr db::Sql select_parts{"okr.graph.parts", R"sql(
  SELECT k.objective_id, k.title, NULLIF(k.restated, ''), k.kind, k.direction, k.baseline, k.baseline_on, k.target, k.change_percent, k.low, k.high, k.weight, k.due_on, k.paced_from, k.current_value, k.confidence, k.last_news_at, k.created_at
    FROM okr_objective o JOIN okr_key_result k ON k.objective_id = o.id
   WHERE o.cycle_id = :cycle AND k.dropped = 0
   ORDER BY k.objective_id, k.position, k.id)sql"};
constexpr db::Sql select_support_edges{"okr.graph.supports", R"sql(
  SELECT l.child_id, l.parent_id, l.parent_key_result_id, l.is_primary
    FROM okr_objective o
    JOIN okr_link l ON l.child_id = o.id AND l.state = 'accepted'
    JOIN okr_objective q ON q.id = l.parent_id AND q.state IN ('published', 'closed')
   WHERE o.cycle_id = :cycle AND o.state <> 'cancelled'
   ORDER BY l.id)sql"};
constexpr db::Sql select_dependency_edges{"okr.graph.dependencies", R"sql(
  SELECT d.objective_id, d.provider_id, CAST(NULL AS BIGINT), CASE WHEN d.state = 'asked' THEN 0 ELSE 1 END
    FROM okr_objective o
    JOIN okr_dependency d ON d.objective_id = o.id AND d.state IN ('asked', 'confirmed')
    JOIN okr_objective q ON q.id = d.provider_id AND q.state IN ('published', 'closed')
   WHERE o.cycle_id = :cycle AND o.state <> 'cancelled'
   ORDER BY d.id)sql"};

}  // namespace

std::vector<NodeRow> nodes(db::Tx& tx, PersonId viewer, CycleId cycle) {
  return tx.rows<NodeRow>(select_nodes, cycle, viewer);
}
std::unordered_set<ObjectiveId> concerning(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle) {
  std::unordered_set<ObjectiveId> all;
  tx.each<ObjectiveId>(
      select_concerning, [&](ObjectiveId id) { all.insert(id); }, cycle, viewer.person,
      viewer.is(policy::Role::executive));
  return all;
}

std::vector<PartRow> parts(db::Tx& tx, CycleId cycle) {
  return tx.rows<PartRow>(select_parts, cycle);
}
std::vector<EdgeRow> support_edges(db::Tx& tx, CycleId cycle) {
  return tx.rows<EdgeRow>(select_support_edges, cycle);
}
std::vector<EdgeRow> dependency_edges(db::Tx& tx, CycleId cycle) {
  return tx.rows<EdgeRow>(select_dependency_edges, cycle);
}

}  // namespace waymark::okr::store
