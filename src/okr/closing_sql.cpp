#include "okr/check_in_store.hpp"
#include "okr/closing_store.hpp"
#include "okr/objective_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql insert_one{"okr.closure.insert", R"sql(
  INSERT INTO okr_closure (objective_id, grade, suggested_grade, reason, execution, cause, learning, could_stretch, closed_by, closed_at)
  VALUES (:objective, :grade, :suggested, :reason, :execution, :cause, :learning, :could_stretch, :closed_by, :closed_at))sql"};
constexpr db::Sql insert_part{"okr.closure.insert_key_result", R"sql(
  INSERT INTO okr_key_result_closure (key_result_id, objective_id, outcome, grade, cause, note)
  VALUES (:key_result, :objective, :outcome, :grade, :cause, :note))sql"};

struct ClosureRow {
  double grade;
  std::optional<double> suggested_grade;
  std::string reason;
  Execution execution;
  std::optional<Cause> cause;
  std::string learning, could_stretch;
  PersonId closed_by;
  std::string closed_name;
  std::int64_t closed_at;
};
BOOST_DESCRIBE_STRUCT(ClosureRow, (),
                      (grade, suggested_grade, reason, execution, cause, learning, could_stretch, closed_by,
                       closed_name, closed_at))

constexpr db::Sql select_one{"okr.closure.select", R"sql(
  SELECT x.grade, x.suggested_grade, x.reason, x.execution, x.cause, x.learning, x.could_stretch, x.closed_by, p.name, x.closed_at
    FROM okr_closure x JOIN people_person p ON p.id = x.closed_by
   WHERE x.objective_id = :objective)sql"};
constexpr db::Sql select_parts{"okr.closure.key_results", R"sql(
  SELECT x.key_result_id, x.outcome, x.grade, x.cause, x.note
    FROM okr_key_result_closure x JOIN okr_key_result k ON k.id = x.key_result_id
   WHERE x.objective_id = :objective
   ORDER BY k.position, k.id)sql"};

constexpr db::Sql select_earlier{"okr.closure.earlier", R"sql(
  WITH RECURSIVE past (id, step) AS (
    SELECT carried_from, 1 FROM okr_objective WHERE id = :objective AND carried_from IS NOT NULL
    UNION ALL
    SELECT o.carried_from, past.step + 1 FROM past JOIN okr_objective o ON o.id = past.id WHERE o.carried_from IS NOT NULL AND past.step < 20)
  SELECT x.grade FROM past JOIN okr_closure x ON x.objective_id = past.id ORDER BY past.step DESC)sql"};

constexpr db::Sql select_team{"okr.team.select", "SELECT id, name, kind FROM people_team WHERE id = :id"};

constexpr db::Sql select_teams_of{"okr.team.of_person", R"sql(
  SELECT t.id, t.name, t.kind
    FROM people_member m JOIN people_team t ON t.id = m.team_id
   WHERE m.person_id = :person
   ORDER BY t.name, t.id)sql"};

std::vector<EasySign> signs(db::Tx& tx, ObjectiveId objective, Ambition ambition,
                            std::vector<KeyResultClosure> const& parts) {
  std::vector<Ending> endings;
  for (auto const& part : parts) {
    if (!part.grade) continue;
    std::optional<int> first;
    if (auto const confidence = first_confidence(tx, part.key_result_id)) first = static_cast<int>(*confidence);
    endings.push_back({*part.grade, first});
  }
  return easy_signs(endings, earlier_grades(tx, objective), ambition);
}

}  // namespace

void insert_closure(db::Tx& tx, ObjectiveId objective, NewClosure const& wanted, std::optional<double> suggested,
                    PersonId by) {
  tx.run(insert_one, objective, wanted.grade.value, suggested, wanted.reason.value_or(""), wanted.execution,
         wanted.cause, wanted.learning.value_or(""), wanted.could_stretch.value_or(""), by, tx.now());
}

void insert_key_result_closure(db::Tx& tx, ObjectiveId objective, KeyResultClosure const& closure) {
  tx.run(insert_part, closure.key_result_id, objective, closure.outcome, closure.grade, closure.cause, closure.note);
}

std::optional<Closure> closure(db::Tx& tx, ObjectiveId objective, Ambition ambition) {
  auto const row = tx.row<ClosureRow>(select_one, objective);
  if (!row) return std::nullopt;
  auto parts = tx.rows<KeyResultClosure>(select_parts, objective);
  auto easy = signs(tx, objective, ambition, parts);
  return Closure{row->grade,
                 row->suggested_grade,
                 row->reason,
                 row->execution,
                 row->cause,
                 row->learning,
                 row->could_stretch,
                 verdict(row->grade, ambition, !row->learning.empty()),
                 std::move(easy),
                 {row->closed_by, row->closed_name},
                 row->closed_at,
                 std::move(parts),
                 carried_to(tx, objective)};
}

std::vector<double> earlier_grades(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<double>(select_earlier, objective);
}

std::optional<TeamName> team(db::Tx& tx, TeamId id) {
  return tx.row<TeamName>(select_team, id);
}

std::vector<TeamName> teams_of(db::Tx& tx, PersonId person) {
  return tx.rows<TeamName>(select_teams_of, person);
}

}  // namespace waymark::okr::store
