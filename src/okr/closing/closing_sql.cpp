#include "okr/closing/closing_store.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql insert_one{"okr.closure.insert", R"sql(
  INSERT INTO okr_closure (objective_id, grade, suggested_grade, reason, execution, cause, learning, could_stretch, closed_by, closed_at)
  VALUES (:objective, :grade, :suggested, :reason, :execution, :cause, :learning, :could_stretch, :closed_by, :closed_at))sql"};
constexpr db::Sql insert_part{"okr.closure.insert_key_result", R"sql(
  INSERT INTO okr_key_result_closure (key_result_id, objective_id, outcome, grade, cause, note)
  VALUES (:key_result, :objective, :outcome, :grade, :cause, :note))sql"};

constexpr db::Sql select_first_target{"okr.change.first_target", R"sql(
  SELECT CAST(before AS DOUBLE PRECISION)
    FROM okr_change
   WHERE objective_id = :objective AND key_result_id = :key_result AND field = 'target' AND before <> ''
   ORDER BY id
   LIMIT 1)sql"};

constexpr db::Sql keep_past{"okr.closure.keep_past", R"sql(
  INSERT INTO okr_past_closure (id, objective_id, grade, reason, learning, closed_by, closed_at, reopened_by, reopened_at)
  SELECT CAST(:id AS BIGINT), objective_id, grade, reason, learning, closed_by, closed_at, CAST(:by AS BIGINT), CAST(:at AS BIGINT)
    FROM okr_closure
   WHERE objective_id = :objective)sql"};
constexpr db::Sql put_by[] = {
    {"okr.closure.put_by_key_results", "DELETE FROM okr_key_result_closure WHERE objective_id = :objective"},
    {"okr.closure.put_by_learning", "DELETE FROM okr_retro_card WHERE objective_id = :objective"},
    {"okr.closure.put_by", "DELETE FROM okr_closure WHERE objective_id = :objective"},
};
constexpr db::Sql select_past{"okr.closure.past", R"sql(
  SELECT x.grade, x.reason, x.learning, x.closed_by, p.name, x.closed_at, x.reopened_by, w.name, x.reopened_at
    FROM okr_past_closure x
    JOIN people_person p ON p.id = x.closed_by
    JOIN people_person w ON w.id = x.reopened_by
   WHERE x.objective_id = :objective
   ORDER BY x.id DESC)sql"};

struct PastRow {
  double grade;
  std::string reason, learning;
  PersonId closed_by;
  std::string closed_name;
  std::int64_t closed_at;
  PersonId reopened_by;
  std::string reopened_name;
  std::int64_t reopened_at;
};
BOOST_DESCRIBE_STRUCT(PastRow, (),
                      (grade, reason, learning, closed_by, closed_name, closed_at, reopened_by, reopened_name,
                       reopened_at))

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
  SELECT x.key_result_id, CASE WHEN x.grade IS NOT NULL THEN x.outcome END, x.grade, x.cause, x.note,
         (SELECT CAST(h.before AS DOUBLE PRECISION)
            FROM okr_change h
           WHERE h.id = (SELECT MIN(f.id) FROM okr_change f
                          WHERE f.objective_id = x.objective_id AND f.key_result_id = x.key_result_id AND f.field = 'target'
                            AND f.before <> '')),
         (SELECT i.confidence FROM okr_check_in i
           WHERE i.key_result_id = k.id AND i.confidence IS NOT NULL AND i.withdrawn_at IS NULL
           ORDER BY i.at, i.id LIMIT 1),
         k.confidence
    FROM okr_key_result_closure x JOIN okr_key_result k ON k.id = x.key_result_id
   WHERE x.objective_id = :objective
   ORDER BY k.position, k.id)sql"};

struct PartRow {
  KeyResultId key_result_id;
  std::optional<Outcome> outcome;
  std::optional<double> grade;
  std::optional<Cause> cause;
  std::string note;
  std::optional<double> first_target;
  std::optional<std::int64_t> first_confidence, last_confidence;
};
BOOST_DESCRIBE_STRUCT(PartRow, (),
                      (key_result_id, outcome, grade, cause, note, first_target, first_confidence, last_confidence))

constexpr db::Sql select_earlier{"okr.closure.earlier", R"sql(
  WITH RECURSIVE past (id, step) AS (
    SELECT carried_from, 1 FROM okr_objective WHERE id = :objective AND carried_from IS NOT NULL
    UNION ALL
    SELECT o.carried_from, past.step + 1 FROM past JOIN okr_objective o ON o.id = past.id WHERE o.carried_from IS NOT NULL AND past.step < 20)
  SELECT x.grade FROM past JOIN okr_closure x ON x.objective_id = past.id ORDER BY past.step DESC)sql"};

std::vector<EasySign> signs(db::Tx& tx, ObjectiveId objective, Ambition ambition,
                            std::vector<KeyResultClosure> const& parts) {
  std::vector<Ending> endings;
  for (auto const& part : parts) endings.push_back({part.grade, part.first_confidence});
  return easy_signs(endings, earlier_grades(tx, objective), ambition);
}

}  // namespace

void insert_closure(db::Tx& tx, ObjectiveId objective, NewClosure const& wanted, std::optional<double> suggested,
                    PersonId by) {
  tx.run(insert_one, objective, wanted.grade.value, suggested, wanted.reason.value_or(""), wanted.execution,
         wanted.cause, wanted.learning.value_or(""), wanted.could_stretch.value_or(""), by, tx.now());
}

void insert_key_result_closure(db::Tx& tx, ObjectiveId objective, KeyResultClosure const& closure) {
  auto const outcome = closure.outcome.value_or(Outcome::missed);  // says nothing where there is no grade
  tx.run(insert_part, closure.key_result_id, objective, outcome, closure.grade, closure.cause, closure.note);
}

std::optional<Closure> closure(db::Tx& tx, ObjectiveId objective, Ambition ambition) {
  auto const row = tx.row<ClosureRow>(select_one, objective);
  if (!row) return std::nullopt;
  bool const learned = !row->learning.empty();
  std::vector<KeyResultClosure> parts;
  for (auto& part : tx.rows<PartRow>(select_parts, objective)) {
    auto const called = part.grade ? std::optional{verdict(*part.grade, ambition, learned)} : std::nullopt;
    parts.push_back({part.key_result_id, part.outcome, part.grade, part.cause, std::move(part.note), part.first_target,
                     called, part.first_confidence, part.last_confidence});
  }
  auto easy = signs(tx, objective, ambition, parts);
  auto const carried = carried_to(tx, objective);
  return Closure{row->grade,
                 row->suggested_grade,
                 row->reason,
                 row->execution,
                 row->cause,
                 row->learning,
                 row->could_stretch,
                 verdict(row->grade, ambition, learned),
                 std::move(easy),
                 {row->closed_by, row->closed_name},
                 row->closed_at,
                 std::move(parts),
                 carried ? std::optional{carried->id} : std::nullopt};
}

void put_closure_by(db::Tx& tx, ObjectiveId objective, PersonId by) {
  tx.run(keep_past, tx.new_id<ChangeId>(), by, tx.now(), objective);
  for (auto const& deletion : put_by) tx.run(deletion, objective);
}

std::vector<PastClosure> past_closures(db::Tx& tx, ObjectiveId objective, Ambition ambition) {
  std::vector<PastClosure> past;
  for (auto& row : tx.rows<PastRow>(select_past, objective)) {
    auto const called = verdict(row.grade, ambition, !row.learning.empty());
    past.push_back({row.grade,
                    called,
                    std::move(row.reason),
                    std::move(row.learning),
                    {row.closed_by, std::move(row.closed_name)},
                    row.closed_at,
                    {row.reopened_by, std::move(row.reopened_name)},
                    row.reopened_at});
  }
  return past;
}

std::optional<double> first_target(db::Tx& tx, ObjectiveId objective, KeyResultId key_result) {
  return tx.row<double>(select_first_target, objective, key_result);
}

std::vector<double> earlier_grades(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<double>(select_earlier, objective);
}

}  // namespace waymark::okr::store
