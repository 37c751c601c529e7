#include "okr/dashboard_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr std::string_view fact_columns = R"sql(
  SELECT o.id, o.state, o.ambition, COALESCE(t.cadence, c.cadence), o.team_id, o.progress, k.kind, k.direction, k.baseline,
         k.target, k.low, k.high, k.weight, k.due_on, k.current_value, k.confidence, k.progress, k.last_news_at, x.grade
    FROM okr_objective o
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN okr_key_result k ON k.objective_id = o.id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN okr_key_result_closure x ON x.key_result_id = k.id
   WHERE o.cycle_id = :cycle AND o.state IN ('published', 'closed') AND k.dropped = 0)sql";

// The whole cycle has no condition of its own; the others name theirs twice nowhere, so that their index is used.
constexpr std::string_view of_team = " AND o.team_id = :team";
constexpr std::string_view of_person = " AND o.accountable_id = :person";

std::string facts_where(std::string_view condition) {
  return std::string{fact_columns} + std::string{condition} + " ORDER BY o.id, k.position, k.id";
}
std::string const facts_text = facts_where("");
db::Sql const select_facts{"okr.dashboard.facts", facts_text};
std::string const facts_of_team_text = facts_where(of_team);
db::Sql const select_facts_of_team{"okr.dashboard.facts_of_team", facts_of_team_text};
std::string const facts_of_person_text = facts_where(of_person);
db::Sql const select_facts_of_person{"okr.dashboard.facts_of_person", facts_of_person_text};

std::string confidence_where(std::string_view condition) {
  return R"sql(
  SELECT (i.at - :start) / 604800000, SUM(i.confidence), COUNT(*), SUM(CASE WHEN i.confidence < 4 THEN 1 ELSE 0 END)
    FROM okr_objective o
    JOIN okr_key_result k ON k.objective_id = o.id
    JOIN okr_check_in i ON i.key_result_id = k.id
   WHERE i.at >= :start AND i.confidence IS NOT NULL AND k.dropped = 0
     AND o.cycle_id = :cycle AND o.state IN ('published', 'closed'))sql" +
         std::string{condition} + " GROUP BY 1 ORDER BY 1";
}
std::string const confidence_text = confidence_where("");
db::Sql const select_confidence{"okr.dashboard.confidence", confidence_text};
std::string const confidence_of_team_text = confidence_where(of_team);
db::Sql const select_confidence_of_team{"okr.dashboard.confidence_of_team", confidence_of_team_text};
std::string const confidence_of_person_text = confidence_where(of_person);
db::Sql const select_confidence_of_person{"okr.dashboard.confidence_of_person", confidence_of_person_text};

constexpr db::Sql select_load{"okr.dashboard.load", R"sql(
  WITH part (person_id, objective_id) AS (
    SELECT o.accountable_id, o.id FROM okr_objective o WHERE o.cycle_id = :cycle AND o.state = 'published'
    UNION
    SELECT h.person_id, o.id
      FROM okr_objective o JOIN okr_contributor h ON h.objective_id = o.id
     WHERE o.cycle_id = :cycle AND o.state = 'published'
    UNION
    SELECT k.owner_id, o.id
      FROM okr_objective o JOIN okr_key_result k ON k.objective_id = o.id
     WHERE o.cycle_id = :cycle AND o.state = 'published' AND k.dropped = 0 AND k.owner_id IS NOT NULL),
  loaded (person_id, objectives) AS (SELECT person_id, COUNT(*) FROM part GROUP BY person_id)
  SELECT objectives, COUNT(*) FROM loaded GROUP BY objectives)sql"};

constexpr db::Sql select_load_of_team{"okr.dashboard.load_of_team", R"sql(
  WITH part (person_id, objective_id) AS (
    SELECT m.person_id, o.id
      FROM people_member m JOIN okr_objective o ON o.accountable_id = m.person_id AND o.cycle_id = :cycle
     WHERE m.team_id = :team AND o.state = 'published'
    UNION
    SELECT m.person_id, o.id
      FROM people_member m
      JOIN okr_contributor h ON h.person_id = m.person_id
      JOIN okr_objective o ON o.id = h.objective_id
     WHERE m.team_id = :team AND o.cycle_id = :cycle AND o.state = 'published'
    UNION
    SELECT m.person_id, o.id
      FROM people_member m
      JOIN okr_key_result k ON k.owner_id = m.person_id
      JOIN okr_objective o ON o.id = k.objective_id
     WHERE m.team_id = :team AND o.cycle_id = :cycle AND o.state = 'published' AND k.dropped = 0)
  SELECT p.id, p.name, COUNT(part.objective_id)
    FROM people_member m
    JOIN people_person p ON p.id = m.person_id
    LEFT JOIN part ON part.person_id = m.person_id
   WHERE m.team_id = :team AND p.left_at IS NULL
   GROUP BY p.id, p.name
   ORDER BY p.name, p.id)sql"};

constexpr db::Sql select_teams{"okr.dashboard.teams", R"sql(
  SELECT t.id, t.name, t.kind
    FROM people_team t
   WHERE EXISTS (SELECT 1 FROM okr_objective o WHERE o.team_id = t.id AND o.cycle_id = :cycle AND o.state IN ('published', 'closed'))
   ORDER BY t.name, t.id)sql"};

struct LoadedRow {
  std::int64_t objectives;
  std::int64_t persons;
};
BOOST_DESCRIBE_STRUCT(LoadedRow, (), (objectives, persons))

struct LoadRow {
  PersonId id;
  std::string name;
  std::int64_t objectives;
};
BOOST_DESCRIBE_STRUCT(LoadRow, (), (id, name, objectives))

}  // namespace

std::vector<FactRow> facts(db::Tx& tx, Scope const& scope) {
  if (scope.team) return tx.rows<FactRow>(select_facts_of_team, scope.cycle, scope.team);
  if (scope.person) return tx.rows<FactRow>(select_facts_of_person, scope.cycle, scope.person);
  return tx.rows<FactRow>(select_facts, scope.cycle);
}

std::vector<ConfidenceRow> confidence_by_week(db::Tx& tx, Scope const& scope, base::Day start) {
  auto const from = start.start_ms();
  if (scope.team) return tx.rows<ConfidenceRow>(select_confidence_of_team, from, scope.cycle, scope.team);
  if (scope.person) return tx.rows<ConfidenceRow>(select_confidence_of_person, from, scope.cycle, scope.person);
  return tx.rows<ConfidenceRow>(select_confidence, from, scope.cycle);
}

std::map<std::int64_t, std::int64_t> persons_by_load(db::Tx& tx, CycleId cycle) {
  std::map<std::int64_t, std::int64_t> loads;
  for (auto const& [objectives, persons] : tx.rows<LoadedRow>(select_load, cycle)) loads[objectives] = persons;
  return loads;
}

std::vector<Load> load_of_team(db::Tx& tx, CycleId cycle, TeamId team) {
  std::vector<Load> load;
  for (auto& row : tx.rows<LoadRow>(select_load_of_team, cycle, team))
    load.push_back({{row.id, std::move(row.name)}, row.objectives});
  return load;
}

std::vector<TeamName> teams_with_okrs(db::Tx& tx, CycleId cycle) {
  return tx.rows<TeamName>(select_teams, cycle);
}

}  // namespace waymark::okr::store
