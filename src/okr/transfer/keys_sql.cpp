#include "okr/transfer/keys.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::connect {
namespace {

constexpr db::Sql select_key{"connect.objective.key", "SELECT import_key FROM okr_objective WHERE id = :id"};
constexpr db::Sql select_keys{"connect.key_result.keys", R"sql(
  SELECT id, import_key FROM okr_key_result WHERE objective_id = :objective)sql"};

struct KeyRow {
  okr::KeyResultId id;
  std::optional<std::string> import_key;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (id, import_key))

}  // namespace

std::string key_of(db::Tx& tx, okr::ObjectiveId objective) {
  auto const key = tx.row<std::optional<std::string>>(select_key, objective).value_or(std::nullopt);
  return key.value_or(objective.text());
}

std::optional<okr::ObjectiveId> objective_with(db::Tx& tx, std::string const& key) {
  if (auto const imported = okr::store::imported(tx, key)) return imported;
  auto const id = base::id_of(key);
  if (!id || !okr::store::objective(tx, okr::ObjectiveId{*id})) return {};
  return okr::ObjectiveId{*id};
}

std::map<std::string, okr::KeyResultId> key_results_of(db::Tx& tx, okr::ObjectiveId objective) {
  std::map<std::string, okr::KeyResultId> keys;
  for (auto const& row : tx.rows<KeyRow>(select_keys, objective))
    keys.emplace(row.import_key.value_or(row.id.text()), row.id);
  return keys;
}

}  // namespace waymark::connect
