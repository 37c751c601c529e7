#include "okr/objective/objective_store.hpp"
#include "okr/transfer/keys.hpp"

namespace waymark::okr {
namespace {

constexpr db::Sql select_key{"okr.objective.import_key", "SELECT import_key FROM okr_objective WHERE id = :id"};
constexpr db::Sql select_keys{"okr.key_result.import_keys", R"sql(
  SELECT id, import_key FROM okr_key_result WHERE objective_id = :objective)sql"};

struct KeyRow {
  KeyResultId id;
  std::optional<std::string> import_key;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (id, import_key))

}  // namespace

std::string import_key_of(db::Tx& tx, ObjectiveId objective) {
  auto const key = tx.row<std::optional<std::string>>(select_key, objective).value_or(std::nullopt);
  return key.value_or(objective.text());
}

std::optional<ObjectiveId> objective_with_key(db::Tx& tx, std::string const& key) {
  if (auto const imported = store::imported(tx, key)) return imported;
  auto const id = base::id_of(key);
  if (!id || !store::objective(tx, ObjectiveId{*id})) return {};
  return ObjectiveId{*id};
}

std::map<std::string, KeyResultId> key_results_by_key(db::Tx& tx, ObjectiveId objective) {
  std::map<std::string, KeyResultId> keys;
  for (auto const& row : tx.rows<KeyRow>(select_keys, objective))
    keys.emplace(row.import_key.value_or(row.id.text()), row.id);
  return keys;
}

}  // namespace waymark::okr
