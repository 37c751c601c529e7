#include "okr/draft/draft_store.hpp"

#include <algorithm>
#include <set>

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
  INSERT INTO okr_reader (objective_id, person_id, shared_by, shared_at) VALUES (:objective, :person, :by, :at) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_reader{"okr.reader.delete",
                                "DELETE FROM okr_reader WHERE objective_id = :objective AND person_id = :person"};

constexpr db::Sql select_reader_teams{"okr.reader_team.of_objective", R"sql(
  SELECT t.id, t.name, t.kind FROM okr_reader_team r JOIN people_team t ON t.id = r.team_id WHERE r.objective_id = :objective ORDER BY t.name, t.id)sql"};
constexpr db::Sql insert_reader_team{"okr.reader_team.insert", R"sql(
  INSERT INTO okr_reader_team (objective_id, team_id, shared_by, shared_at) VALUES (:objective, :team, :by, :at) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_reader_team{"okr.reader_team.delete",
                                     "DELETE FROM okr_reader_team WHERE objective_id = :objective AND team_id = :team"};

struct SharedRow {
  ObjectiveId id;
  std::string title;
  PersonId shared_by;
  std::string name;
  std::int64_t shared_at;
  std::optional<TeamId> team_id;
  std::string team;
  std::optional<people::TeamKind> kind;
};
BOOST_DESCRIBE_STRUCT(SharedRow, (), (id, title, shared_by, name, shared_at, team_id, team, kind))

// Of others, shared by others, and neither voted for nor commented on. The objective is looked up row by row: there are
// few that were shared with somebody, and many objectives.
std::string unanswered(std::string_view rows) {
  return R"sql(
  SELECT s.objective_id, (SELECT o.title FROM okr_objective o WHERE o.id = s.objective_id), p.id, p.name, s.shared_at,)sql" +
         std::string{rows} + R"sql(
     AND s.shared_by <> :person
     AND (SELECT o.state FROM okr_objective o
           WHERE o.id = s.objective_id AND o.created_by <> :person AND o.accountable_id <> :person) = 'draft'
     AND NOT EXISTS (SELECT 1 FROM okr_vote v WHERE v.objective_id = s.objective_id AND v.person_id = :person)
     AND NOT EXISTS (SELECT 1 FROM okr_comment c WHERE c.objective_id = s.objective_id AND c.author_id = :person)
   ORDER BY s.shared_at, s.objective_id
   LIMIT 50)sql";
}
std::string const shared_text = unanswered(R"sql(
         CAST(NULL AS BIGINT), '', CAST(NULL AS TEXT)
    FROM okr_reader s
    JOIN people_person p ON p.id = s.shared_by
   WHERE s.person_id = :person)sql");
db::Sql const select_shared{"okr.reader.waiting_for", shared_text};
std::string const shared_with_team_text = unanswered(R"sql(
         t.id, t.name, t.kind
    FROM people_member m
    JOIN okr_reader_team s ON s.team_id = m.team_id
    JOIN people_team t ON t.id = s.team_id
    JOIN people_person p ON p.id = s.shared_by
   WHERE m.person_id = :person
     AND (SELECT o.created_at FROM okr_objective o WHERE o.id = s.objective_id) >= m.since)sql");
db::Sql const select_shared_with_team{"okr.reader_team.waiting_for", shared_with_team_text};

SharedDraft shared_draft_of(SharedRow&& row) {
  SharedDraft draft{row.id, std::move(row.title), {row.shared_by, std::move(row.name)}, row.shared_at, {}};
  if (row.team_id) draft.team = TeamName{*row.team_id, std::move(row.team), row.kind.value_or(people::TeamKind::team)};
  return draft;
}

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
void insert_reader(db::Tx& tx, ObjectiveId objective, PersonId person, PersonId by) {
  tx.run(insert_reader_row, objective, person, by, tx.now());
}
void insert_reader(db::Tx& tx, ObjectiveId objective, TeamId team, PersonId by) {
  tx.run(insert_reader_team, objective, team, by, tx.now());
}
void remove_reader(db::Tx& tx, ObjectiveId objective, PersonId person) {
  tx.run(delete_reader, objective, person);
}
void remove_reader(db::Tx& tx, ObjectiveId objective, TeamId team) {
  tx.run(delete_reader_team, objective, team);
}

std::vector<SharedDraft> drafts_waiting_for(db::Tx& tx, PersonId person) {
  std::vector<SharedDraft> all;
  std::set<ObjectiveId> told;
  auto const tell = [&](SharedRow&& row) {
    if (told.insert(row.id).second) all.push_back(shared_draft_of(std::move(row)));
  };
  tx.each<SharedRow>(select_shared, tell, person);
  tx.each<SharedRow>(select_shared_with_team, tell, person);
  std::ranges::stable_sort(all, {}, &SharedDraft::shared_at);
  return all;
}

std::vector<Candidate> candidates(db::Tx& tx, CycleId cycle, std::optional<TeamId> team,
                                  std::optional<PersonId> person) {
  return person ? tx.rows<Candidate>(select_for_person, cycle, *person)
                : tx.rows<Candidate>(select_for_team, cycle, team);
}

}  // namespace waymark::okr::store
