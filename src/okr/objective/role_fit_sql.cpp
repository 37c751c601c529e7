#include "okr/objective/role_fit.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_confirmed{"okr.role_fit.confirmed", R"sql(
  SELECT at FROM okr_role_fit WHERE objective_id = :objective AND person_id = :person AND role = :role)sql"};
constexpr db::Sql select_role{"okr.role_fit.role", "SELECT title FROM people_person WHERE id = :person"};
constexpr db::Sql select_fitting{"okr.role_fit.of_person", R"sql(
  SELECT o.id
    FROM okr_role_fit f
    JOIN people_person p ON p.id = f.person_id
    JOIN okr_objective o ON o.id = f.objective_id
   WHERE f.person_id = :person AND f.role = p.title AND o.accountable_id = f.person_id AND o.cycle_id = :cycle
   ORDER BY o.id)sql"};
constexpr db::Sql upsert_one{"okr.role_fit.keep", R"sql(
  INSERT INTO okr_role_fit (objective_id, person_id, role, at) VALUES (:objective, :person, :role, :at)
  ON CONFLICT (objective_id) DO UPDATE SET person_id = EXCLUDED.person_id, role = EXCLUDED.role, at = EXCLUDED.at)sql"};
constexpr db::Sql delete_one{"okr.role_fit.remove", "DELETE FROM okr_role_fit WHERE objective_id = :objective"};

}  // namespace

std::optional<std::int64_t> role_confirmed(db::Tx& tx, ObjectiveId objective, PersonId person,
                                           std::string const& role) {
  return tx.row<std::int64_t>(select_confirmed, objective, person, role);
}

std::string role_of(db::Tx& tx, PersonId person) {
  return tx.row<std::string>(select_role, person).value_or("");
}

std::vector<ObjectiveId> fitting(db::Tx& tx, PersonId person, CycleId cycle) {
  return tx.rows<ObjectiveId>(select_fitting, person, cycle);
}

void keep_role_fit(db::Tx& tx, ObjectiveId objective, PersonId person, std::string const& role) {
  tx.run(upsert_one, objective, person, role, tx.now());
}

void remove_role_fit(db::Tx& tx, ObjectiveId objective) {
  tx.run(delete_one, objective);
}

}  // namespace waymark::okr::store
