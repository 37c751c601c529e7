#include "okr/key_result/restated.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_unread{"okr.restated.unread", R"sql(
  SELECT id, title, kind, direction, baseline, target, change_percent, low, high
    FROM okr_key_result
   WHERE objective_id = :objective AND restated IS NULL)sql"};

constexpr db::Sql select_objectives{"okr.restated.objectives", R"sql(
  SELECT DISTINCT objective_id
    FROM okr_key_result
   WHERE restated IS NULL AND objective_id > :after
   ORDER BY objective_id
   LIMIT :most)sql"};

constexpr db::Sql update_one{"okr.restated.set", "UPDATE okr_key_result SET restated = :sentence WHERE id = :id"};

}  // namespace

std::vector<UnreadRow> unread(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<UnreadRow>(select_unread, objective);
}

std::vector<ObjectiveId> objectives_with_unread(db::Tx& tx, ObjectiveId after, std::int64_t most) {
  return tx.rows<ObjectiveId>(select_objectives, after, most);
}

void set_restated(db::Tx& tx, KeyResultId id, std::string const& sentence) {
  tx.run(update_one, sentence, id);
}

}  // namespace waymark::okr::store
