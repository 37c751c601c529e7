#include "core/db/db.hpp"
#include "okr/own_work.hpp"

namespace waymark::okr::store {
namespace {

struct InitiativeRow {
  InitiativeId id;
  std::string title;
  std::optional<base::Day> due_on;
  ObjectiveId objective;
  std::string objective_title;
};
BOOST_DESCRIBE_STRUCT(InitiativeRow, (), (id, title, due_on, objective, objective_title))

constexpr db::Sql select_initiatives{"okr.initiative.of_person", R"sql(
  SELECT i.id, i.title, i.due_on, o.id, o.title
    FROM okr_initiative i JOIN okr_objective o ON o.id = i.objective_id
   WHERE i.owner_id = :person AND i.state = 'open' AND o.state = 'published'
   ORDER BY COALESCE(i.due_on, '9999-12-31'), i.id
   LIMIT 100)sql"};

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

constexpr db::Sql select_teams_of{"okr.home.teams", R"sql(
  SELECT t.id, t.name, t.kind
    FROM people_member m JOIN people_team t ON t.id = m.team_id
   WHERE m.person_id = :person
   ORDER BY t.name, t.id)sql"};

}  // namespace

std::vector<OwnInitiative> initiatives_of_person(db::Tx& tx, PersonId person) {
  std::vector<OwnInitiative> all;
  for (auto& row : tx.rows<InitiativeRow>(select_initiatives, person))
    all.push_back({row.id, std::move(row.title), row.due_on, {row.objective, std::move(row.objective_title)}, {}});
  return all;
}

std::vector<MovedObjective> moved_by_team(db::Tx& tx, TeamId team, CycleId cycle) {
  std::vector<MovedObjective> all;
  for (auto& row : tx.rows<MovedRow>(select_moved, team, cycle))
    all.push_back({{row.id, std::move(row.title)}, row.by});
  return all;
}

std::vector<TeamName> teams_of(db::Tx& tx, PersonId person) {
  return tx.rows<TeamName>(select_teams_of, person);
}

}  // namespace waymark::okr::store
