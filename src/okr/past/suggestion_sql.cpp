#include "okr/past/suggestion_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_endings{"okr.suggestion.endings", R"sql(
  WITH own (id) AS (
    SELECT k.id FROM okr_objective a JOIN okr_key_result k ON k.objective_id = a.id WHERE a.accountable_id = :person
    UNION
    SELECT id FROM okr_key_result WHERE owner_id = :person)
  SELECT c.id, c.name, o.id, o.title, CASE WHEN o.accountable_id = :person THEN 1 ELSE 0 END, x.learning,
         COALESCE((SELECT 1 FROM okr_objective n WHERE n.carried_from = o.id AND n.state <> 'cancelled'), 0),
         k.id, k.title, k.kind, k.direction, k.baseline, k.target, k.change_percent, k.unit, k.current_value, y.grade, k.kpi_id
    FROM own
    JOIN okr_key_result k ON k.id = own.id
    JOIN okr_objective o ON o.id = k.objective_id
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN okr_closure x ON x.objective_id = o.id
    LEFT JOIN okr_key_result_closure y ON y.key_result_id = k.id
   WHERE o.state = 'closed' AND k.dropped = 0 AND c.kind = :kind AND c.starts_on < :before
   ORDER BY c.starts_on DESC, c.id DESC, o.position, o.id, k.position, k.id
   LIMIT 200)sql"};
constexpr db::Sql select_resolves{"okr.suggestion.resolves", R"sql(
  SELECT r.id, r.text, c.id, c.name
    FROM okr_retro_card r
    JOIN okr_cycle c ON c.id = r.cycle_id
   WHERE r.author_id = :person AND r.part = 'next' AND c.kind = :kind AND c.starts_on < :before
   ORDER BY c.starts_on DESC, c.id DESC, r.id
   LIMIT 50)sql"};
constexpr db::Sql select_answered{"okr.suggestion.answered", R"sql(
  SELECT kind, source_id FROM okr_suggestion_answer WHERE person_id = :person AND cycle_id = :cycle)sql"};
constexpr db::Sql upsert_answer{"okr.suggestion.answer", R"sql(
  INSERT INTO okr_suggestion_answer (person_id, cycle_id, kind, source_id, accepted, at)
  VALUES (:person, :cycle, :kind, :source, :accepted, :at)
  ON CONFLICT (person_id, cycle_id, kind, source_id) DO UPDATE SET accepted = EXCLUDED.accepted, at = EXCLUDED.at)sql"};
constexpr db::Sql select_off{"okr.suggestion.off", "SELECT at FROM okr_no_suggestions WHERE person_id = :person"};
constexpr db::Sql insert_off{"okr.suggestion.turn_off", R"sql(
  INSERT INTO okr_no_suggestions (person_id, at) VALUES (:person, :at) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_off{"okr.suggestion.turn_on", "DELETE FROM okr_no_suggestions WHERE person_id = :person"};

}  // namespace

std::vector<OwnEnding> own_endings(db::Tx& tx, PersonId person, CycleKind kind, base::Day before) {
  return tx.rows<OwnEnding>(select_endings, person, kind, before);
}

std::vector<OwnResolve> own_resolves(db::Tx& tx, PersonId person, CycleKind kind, base::Day before) {
  return tx.rows<OwnResolve>(select_resolves, person, kind, before);
}

std::set<AnsweredSuggestion> answered_suggestions(db::Tx& tx, PersonId person, CycleId cycle) {
  auto const rows = tx.rows<AnsweredSuggestion>(select_answered, person, cycle);
  return {rows.begin(), rows.end()};
}

void answer_suggestion(db::Tx& tx, PersonId person, CycleId cycle, SuggestionKind kind, std::int64_t source,
                       bool accepted) {
  tx.run(upsert_answer, person, cycle, kind, source, accepted, tx.now());
}

bool wants_no_suggestions(db::Tx& tx, PersonId person) {
  return tx.row<std::int64_t>(select_off, person).has_value();
}

void want_suggestions(db::Tx& tx, PersonId person, bool wants) {
  if (wants) {
    tx.run(delete_off, person);
  } else {
    tx.run(insert_off, person, tx.now());
  }
}

}  // namespace waymark::okr::store
