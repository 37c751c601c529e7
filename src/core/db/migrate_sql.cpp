#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>
#include <stdexcept>

#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "core/db/migrate.hpp"

namespace waymark::db {
namespace {

constexpr Sql create_table{
    "db.migration.create",
    "CREATE TABLE IF NOT EXISTS core_migration (name TEXT NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)"};
constexpr Sql select_applied{"db.migration.applied", "SELECT name FROM core_migration ORDER BY name"};
constexpr Sql insert_applied{"db.migration.insert",
                             "INSERT INTO core_migration (name, applied_at) VALUES (:name, :at)"};
// Of triggers and views the text counts too; a table's is written anew by ALTER TABLE, in the manner of each SQLite.
constexpr Sql select_objects{"db.migration.objects", R"sql(
  SELECT type, name, CASE WHEN type IN ('trigger', 'view') THEN COALESCE(sql, '') ELSE '' END
    FROM sqlite_schema
   WHERE name NOT LIKE 'sqlite_autoindex%' AND name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')
   ORDER BY type, name)sql"};
constexpr Sql lock_postgresql{"db.migration.lock", "SELECT 1 FROM (SELECT pg_advisory_xact_lock(7301)) AS locked"};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// The one difference between the two databases: SQLite keeps a table by its key only where the key is called INTEGER.
std::string in_dialect(std::string_view sql, Dialect dialect) {
  std::string text{sql};
  if (dialect == Dialect::sqlite) replace_all(text, "BIGINT NOT NULL PRIMARY KEY", "INTEGER NOT NULL PRIMARY KEY");
  return text;
}

std::vector<std::string> statements_of(std::string const& script) {
  std::vector<std::string> statements;
  std::string statement;
  for (auto const line : base::split(script, '\n')) {
    auto const code = base::trimmed(line.substr(0, line.find("--")));
    if (code.empty()) continue;
    statement += code;
    statement += '\n';
    if (code.back() != ';') continue;
    statements.push_back(std::exchange(statement, {}));
  }
  return statements;
}

void apply(Tx& tx, Migration const& migration) {
  static std::deque<std::pair<std::string, Sql>> kept;  // connections remember statements by address
  for (auto& statement : statements_of(in_dialect(migration.sql, tx.dialect()))) {
    auto& [text, sql] = kept.emplace_back(std::move(statement), Sql{migration.name.data(), {}});
    sql.text = text;
    tx.run(sql);
  }
  tx.run(insert_applied, migration.name, tx.now());
}

void require_known(std::vector<std::string> const& applied) {
  for (auto const& name : applied) {
    auto const known =
        std::any_of(migrations().begin(), migrations().end(), [&](auto const& m) { return m.name == name; });
    if (known) continue;
    throw base::Problem{
        base::Code::conflict, "newer_database",
        fmt::format(
            "This database was written by a newer release (it has {}). Start that release, or restore a backup.",
            name)};
  }
}

struct Object {
  std::string kind;
  std::string name;
  std::string text;
  auto operator<=>(Object const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Object, (), (kind, name, text))

std::set<Object> objects_of(Tx& tx) {
  auto const rows = tx.rows<Object>(select_objects);
  return {rows.begin(), rows.end()};
}

// What a database of this release holds that has applied these.
std::set<Object> objects_after(std::vector<std::string> const& applied) {
  Connection scratch{Dialect::sqlite, "db=:memory:"};
  Tx tx{scratch, 0};
  tx.run(create_table);
  for (auto const& migration : migrations()) {
    if (std::find(applied.begin(), applied.end(), migration.name) != applied.end()) apply(tx, migration);
  }
  return objects_of(tx);
}

}  // namespace

int migrate(Db& db) {
  int applied_now = 0;
  db.write([&](Tx& tx) {
    if (tx.dialect() == Dialect::postgresql) tx.row<int>(lock_postgresql);
    tx.run(create_table);
    auto const applied = tx.rows<std::string>(select_applied);
    require_known(applied);
    for (auto const& migration : migrations()) {
      if (std::find(applied.begin(), applied.end(), migration.name) != applied.end()) continue;
      apply(tx, migration);
      ++applied_now;
    }
  });
  return applied_now;
}

bool is_up_to_date(Db& db) {
  auto const applied = db.read([](Tx& tx) { return tx.rows<std::string>(select_applied); });
  require_known(applied);
  return applied.size() == migrations().size();
}

std::vector<std::string> foreign_objects(Tx& tx) {
  auto const found = objects_of(tx);
  auto const is_ours = std::any_of(found.begin(), found.end(), [](auto const& object) {
    return object.kind == "table" && object.name == "core_migration";
  });
  if (!is_ours) throw base::conflict("no_data", "There is no Waymark data in it.");
  auto const applied = tx.rows<std::string>(select_applied);
  require_known(applied);
  auto const expected = objects_after(applied);
  std::vector<Object> different;
  std::set_symmetric_difference(found.begin(), found.end(), expected.begin(), expected.end(),
                                std::back_inserter(different));
  std::set<std::string> names;
  for (auto const& object : different) names.insert(fmt::format("{} {}", object.kind, object.name));
  return {names.begin(), names.end()};
}

bool is_initialised(Db& db) {
  try {
    return db.read([](Tx& tx) { return !tx.rows<std::string>(select_applied).empty(); });
  } catch (std::runtime_error const&) {
    return false;  // no such table
  }
}

}  // namespace waymark::db
