#include "okr/draft_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_votes{"okr.vote.of_objective", R"sql(
  SELECT COUNT(*), COALESCE(MAX(CASE WHEN person_id = :viewer THEN 1 ELSE 0 END), 0)
    FROM okr_vote
   WHERE objective_id = :objective)sql"};
constexpr db::Sql insert_vote_row{"okr.vote.insert", R"sql(
  INSERT INTO okr_vote (objective_id, person_id, at) VALUES (:objective, :person, :at) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_vote{"okr.vote.delete",
                              "DELETE FROM okr_vote WHERE objective_id = :objective AND person_id = :person"};

constexpr db::Sql select_readers{"okr.reader.of_objective", R"sql(
  SELECT p.id, p.name FROM okr_reader r JOIN people_person p ON p.id = r.person_id WHERE r.objective_id = :objective ORDER BY p.name, p.id)sql"};
constexpr db::Sql insert_reader_row{"okr.reader.insert", R"sql(
  INSERT INTO okr_reader (objective_id, person_id) VALUES (:objective, :person) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_reader{"okr.reader.delete",
                                "DELETE FROM okr_reader WHERE objective_id = :objective AND person_id = :person"};

constexpr db::Sql select_reader_teams{"okr.reader_team.of_objective", R"sql(
  SELECT t.id, t.name, t.kind FROM okr_reader_team r JOIN people_team t ON t.id = r.team_id WHERE r.objective_id = :objective ORDER BY t.name, t.id)sql"};
constexpr db::Sql insert_reader_team{"okr.reader_team.insert", R"sql(
  INSERT INTO okr_reader_team (objective_id, team_id) VALUES (:objective, :team) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_reader_team{"okr.reader_team.delete",
                                     "DELETE FROM okr_reader_team WHERE objective_id = :objective AND team_id = :team"};

constexpr std::string_view candidate = R"sql(
  SELECT o.id, o.title, o.why, o.level, COALESCE(t.name, p.name, '')
    FROM okr_objective o
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN people_person p ON p.id = o.person_id
   WHERE o.cycle_id = :cycle AND o.state = 'published'
)sql";
std::string candidates_where(std::string_view condition) {
  return std::string{candidate} + std::string{condition} + " ORDER BY o.id LIMIT 200";
}
std::string const for_team_text = candidates_where(R"sql(
     AND (o.level = 'company' OR o.team_id = (SELECT below.parent_id FROM people_team below WHERE below.id = :team)))sql");
db::Sql const select_for_team{"okr.parent.for_team", for_team_text};
std::string const for_person_text = candidates_where(R"sql(
     AND (o.level = 'company' OR o.team_id IN (SELECT m.team_id FROM people_member m WHERE m.person_id = :person)))sql");
db::Sql const select_for_person{"okr.parent.for_person", for_person_text};

}  // namespace

Votes votes(db::Tx& tx, ObjectiveId objective, PersonId viewer) {
  return tx.row<Votes>(select_votes, viewer, objective).value_or(Votes{});
}
void insert_vote(db::Tx& tx, ObjectiveId objective, PersonId person) {
  tx.run(insert_vote_row, objective, person, tx.now());
}
void remove_vote(db::Tx& tx, ObjectiveId objective, PersonId person) {
  tx.run(delete_vote, objective, person);
}

std::vector<PersonName> readers(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<PersonName>(select_readers, objective);
}
std::vector<TeamName> reader_teams(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<TeamName>(select_reader_teams, objective);
}
void insert_reader(db::Tx& tx, ObjectiveId objective, PersonId person) {
  tx.run(insert_reader_row, objective, person);
}
void insert_reader(db::Tx& tx, ObjectiveId objective, TeamId team) {
  tx.run(insert_reader_team, objective, team);
}
void remove_reader(db::Tx& tx, ObjectiveId objective, PersonId person) {
  tx.run(delete_reader, objective, person);
}
void remove_reader(db::Tx& tx, ObjectiveId objective, TeamId team) {
  tx.run(delete_reader_team, objective, team);
}

std::vector<Candidate> candidates(db::Tx& tx, CycleId cycle, std::optional<TeamId> team,
                                  std::optional<PersonId> person) {
  return person ? tx.rows<Candidate>(select_for_person, cycle, *person)
                : tx.rows<Candidate>(select_for_team, cycle, team);
}

}  // namespace waymark::okr::store
