#include "core/db/db.hpp"
#include "okr/home/own_work.hpp"

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

std::vector<TeamName> teams_of(db::Tx& tx, PersonId person) {
  return tx.rows<TeamName>(select_teams_of, person);
}

}  // namespace waymark::okr::store
