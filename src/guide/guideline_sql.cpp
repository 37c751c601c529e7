#include "core/base/problem.hpp"
#include "guide/guideline_store.hpp"

namespace waymark::guide {
namespace {

constexpr db::Sql select_newest{"guide.guideline.newest", R"sql(
  SELECT version, text, author_id, created_at FROM guide_guideline WHERE version > 0 ORDER BY version DESC LIMIT 1)sql"};

constexpr db::Sql insert_one{"guide.guideline.insert", R"sql(
  INSERT INTO guide_guideline (version, text, author_id, created_at) VALUES (:version, :text, :author, :created_at))sql"};

constexpr db::Sql select_at{"guide.acknowledgement.at", R"sql(
  SELECT at FROM guide_acknowledgement WHERE version = :version AND person_id = :person)sql"};

constexpr db::Sql insert_at{"guide.acknowledgement.insert", R"sql(
  INSERT INTO guide_acknowledgement (version, person_id, at) VALUES (:version, :person, :at) ON CONFLICT DO NOTHING)sql"};

constexpr db::Sql count_all{"guide.acknowledgement.count", R"sql(
  SELECT COUNT(*)
    FROM guide_acknowledgement a
    JOIN people_person p ON p.id = a.person_id
   WHERE a.version = :version AND p.left_at IS NULL)sql"};

constexpr db::Sql count_people{"guide.people.count",
                               "SELECT COUNT(*) FROM people_person WHERE name_key >= '' AND left_at IS NULL"};

}  // namespace

std::optional<GuidelineRow> newest_guideline(db::Tx& tx) {
  return tx.row<GuidelineRow>(select_newest);
}

void insert_guideline(db::Tx& tx, GuidelineRow const& row) try {
  tx.run(insert_one, row.version, row.text, row.author_id, row.created_at);
} catch (db::Violation const&) {
  throw base::conflict("version_conflict", "The guidelines were changed by somebody else meanwhile.");
}

std::optional<std::int64_t> acknowledged_at(db::Tx& tx, std::int64_t version, PersonId person) {
  return tx.row<std::int64_t>(select_at, version, person);
}

void insert_acknowledgement(db::Tx& tx, std::int64_t version, PersonId person) {
  tx.run(insert_at, version, person, tx.now());
}

std::int64_t acknowledgements(db::Tx& tx, std::int64_t version) {
  return tx.row<std::int64_t>(count_all, version).value_or(0);
}

std::int64_t people_here(db::Tx& tx) {
  return tx.row<std::int64_t>(count_people).value_or(0);
}

}  // namespace waymark::guide
