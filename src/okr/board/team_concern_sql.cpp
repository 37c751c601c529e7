#include "okr/board/team_concern_store.hpp"

namespace waymark::okr::store {
namespace {

struct DependencyRow {
  DependencyId id;
  ObjectiveId ours;
  std::string our_title;
  ObjectiveId theirs;
  std::string their_title;
  std::string owner;
  std::string need;
  std::optional<base::Day> due_on;
  DependencyState state;
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(DependencyRow, (),
                      (id, ours, our_title, theirs, their_title, owner, need, due_on, state, created_at))

// o is ours, x theirs. Nobody waits for what was declined or delivered.
std::string open_dependencies(std::string_view ends) {
  return R"sql(
  SELECT d.id, o.id, o.title, x.id, x.title, COALESCE(t.name, p.name, ''), d.need, d.due_on, d.state, d.created_at
    FROM okr_objective o)sql" +
         std::string{ends} + R"sql(
    LEFT JOIN people_team t ON t.id = x.team_id
    LEFT JOIN people_person p ON p.id = x.person_id
   WHERE o.team_id = :team AND o.cycle_id = :cycle AND o.state = 'published' AND x.state = 'published'
     AND d.state IN ('asked', 'confirmed'))sql";
}
constexpr std::string_view soonest_first = " ORDER BY COALESCE(d.due_on, '9999-12-31'), d.id LIMIT 50";

std::string const awaited_text = open_dependencies(R"sql(
    JOIN okr_dependency d ON d.objective_id = o.id
    JOIN okr_objective x ON x.id = d.provider_id)sql") +
                                 std::string{soonest_first};
db::Sql const select_awaited{"okr.dependency.awaited_by_team", awaited_text};

// What one objective of the team needs of another one is told once, as something that we wait for.
std::string const waiting_text = open_dependencies(R"sql(
    JOIN okr_dependency d ON d.provider_id = o.id
    JOIN okr_objective x ON x.id = d.objective_id)sql") +
                                 " AND (x.team_id IS NULL OR x.team_id <> :team)" + std::string{soonest_first};
db::Sql const select_waiting{"okr.dependency.waiting_for_team", waiting_text};

constexpr db::Sql select_learned_in{"okr.learning.last_cycle_of_team", R"sql(
  SELECT c.id, c.name
    FROM okr_retro_card r
    JOIN okr_cycle c ON c.id = r.cycle_id
    JOIN okr_cycle shown ON shown.id = :cycle
   WHERE r.team_id = :team AND r.part = 'learn' AND c.starts_on <= shown.starts_on
   ORDER BY c.starts_on DESC, c.ends_on, c.id DESC
   LIMIT 1)sql"};

std::vector<TeamDependency> dependencies(db::Tx& tx, db::Sql const& sql, TeamId team, CycleId cycle) {
  std::vector<TeamDependency> all;
  for (auto& row : tx.rows<DependencyRow>(sql, team, cycle)) {
    all.push_back({row.id,
                   {row.ours, std::move(row.our_title)},
                   {row.theirs, std::move(row.their_title)},
                   std::move(row.owner),
                   std::move(row.need),
                   row.due_on,
                   row.state,
                   row.created_at});
  }
  return all;
}

struct MovedRow {
  ObjectiveId id;
  std::string title;
  std::int64_t by;
};
BOOST_DESCRIBE_STRUCT(MovedRow, (), (id, title, by))

// A chain that leads nowhere else is walked to its end: twenty steps, as an objective's own page does.
constexpr db::Sql select_moved{"okr.objective.moved_by_team", R"sql(
  WITH RECURSIVE chain (start_id, id, step) AS (
    SELECT o.id, l.parent_id, 1
      FROM okr_objective o
      JOIN okr_link l ON l.child_id = o.id AND l.is_primary = 1 AND l.state = 'accepted'
     WHERE o.team_id = :team AND o.cycle_id = :cycle AND o.state = 'published'
    UNION ALL
    SELECT chain.start_id, l.parent_id, chain.step + 1
      FROM chain JOIN okr_objective d ON d.id = chain.id AND d.state <> 'draft'
      JOIN okr_link l ON l.child_id = chain.id AND l.is_primary = 1 AND l.state = 'accepted'
     WHERE chain.step < 20)
  SELECT q.id, q.title, COUNT(DISTINCT chain.start_id)
    FROM chain CROSS JOIN okr_objective q
   WHERE q.id = chain.id AND q.level = 'company' AND q.state IN ('published', 'closed')
   GROUP BY q.id, q.title
   ORDER BY 3 DESC, q.id)sql"};

}  // namespace

std::vector<TeamDependency> waiting_for_team(db::Tx& tx, TeamId team, CycleId cycle) {
  return dependencies(tx, select_waiting, team, cycle);
}

std::vector<TeamDependency> awaited_by_team(db::Tx& tx, TeamId team, CycleId cycle) {
  return dependencies(tx, select_awaited, team, cycle);
}

std::optional<CycleName> last_learned_in(db::Tx& tx, TeamId team, CycleId cycle) {
  return tx.row<CycleName>(select_learned_in, cycle, team);
}

std::vector<MovedObjective> moved_by_team(db::Tx& tx, TeamId team, CycleId cycle) {
  std::vector<MovedObjective> all;
  for (auto& row : tx.rows<MovedRow>(select_moved, team, cycle))
    all.push_back({{row.id, std::move(row.title)}, row.by});
  return all;
}

}  // namespace waymark::okr::store
