#include "okr/holding/holding_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_objectives{"okr.holding.objectives", R"sql(
  SELECT o.id, o.title
    FROM okr_objective o
   WHERE o.accountable_id = :person AND o.state = 'published'
   ORDER BY o.id)sql"};

constexpr db::Sql select_key_results{"okr.holding.key_results", R"sql(
  SELECT k.id, k.title, o.id, o.title
    FROM okr_key_result k JOIN okr_objective o ON o.id = k.objective_id
   WHERE k.owner_id = :person AND k.dropped = 0 AND o.state = 'published'
   ORDER BY k.id)sql"};

constexpr db::Sql select_blockers{"okr.holding.blockers", R"sql(
  SELECT b.id, b.text, o.id, o.title
    FROM okr_blocker b JOIN okr_objective o ON o.id = b.objective_id
   WHERE b.owner_id = :person AND b.resolved_at IS NULL AND o.state = 'published'
   ORDER BY b.id)sql"};

constexpr db::Sql give_objective{"okr.holding.give_objective", R"sql(
  UPDATE okr_objective SET accountable_id = :to, version = version + 1 WHERE id = :id)sql"};
constexpr db::Sql give_key_result{"okr.holding.give_key_result", R"sql(
  UPDATE okr_key_result SET owner_id = :to, version = version + 1 WHERE id = :id)sql"};

template <class Id>
struct HeldRow {
  Id id;
  std::string words;
  ObjectiveId objective_id;
  std::string objective;
  BOOST_DESCRIBE_CLASS(HeldRow, (), (id, words, objective_id, objective), (), ())
};

template <class Held, class Id>
std::vector<Held> held(db::Tx& tx, db::Sql const& sql, PersonId person) {
  std::vector<Held> all;
  for (auto& row : tx.rows<HeldRow<Id>>(sql, person))
    all.push_back({row.id, std::move(row.words), {row.objective_id, std::move(row.objective)}});
  return all;
}

}  // namespace

std::vector<ObjectiveName> objectives_held(db::Tx& tx, PersonId person) {
  return tx.rows<ObjectiveName>(select_objectives, person);
}

std::vector<HeldKeyResult> key_results_held(db::Tx& tx, PersonId person) {
  return held<HeldKeyResult, KeyResultId>(tx, select_key_results, person);
}

std::vector<HeldBlocker> blockers_held(db::Tx& tx, PersonId person) {
  return held<HeldBlocker, BlockerId>(tx, select_blockers, person);
}

void give(db::Tx& tx, ObjectiveId objective, PersonId to) {
  tx.run(give_objective, to, objective);
}

void give(db::Tx& tx, KeyResultId key_result, PersonId to) {
  tx.run(give_key_result, to, key_result);
}

}  // namespace waymark::okr::store
