#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "app/check.hpp"
#include "app/place.hpp"
#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "core/db/fault.hpp"
#include "core/db/migrate.hpp"
#include "core/db/sqlite_backup.hpp"

namespace waymark::app {
namespace {

constexpr db::Sql select_migrations{"app.check.migrations", "SELECT name FROM core_migration ORDER BY name"};
constexpr db::Sql show_version{"app.check.sqlite_version", "SELECT sqlite_version()"};
constexpr db::Sql show_journal{"app.check.journal_mode", "PRAGMA journal_mode"};
constexpr db::Sql show_synchronous{"app.check.synchronous", "PRAGMA synchronous"};
constexpr db::Sql show_foreign_keys{"app.check.foreign_keys", "PRAGMA foreign_keys"};
constexpr db::Sql show_server{"app.check.server_version", "SHOW server_version"};
constexpr db::Sql show_fsync{"app.check.fsync", "SHOW fsync"};
constexpr db::Sql show_commit{"app.check.synchronous_commit", "SHOW synchronous_commit"};

constexpr db::Sql select_tables{"app.check.tables",
                                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"};
constexpr db::Sql quick_check{"app.check.quick", "SELECT quick_check FROM pragma_quick_check(:table)"};

constexpr std::uintmax_t least_free = 512ULL << 20;

Finding migrations_of(db::Db& database) {
  auto const applied = database.read([](db::Tx& tx) { return tx.rows<std::string>(select_migrations); });
  auto const& known = db::migrations();
  auto const is_known = [&](std::string const& name) {
    return std::any_of(known.begin(), known.end(), [&](auto const& migration) { return migration.name == name; });
  };
  auto const newer = std::find_if_not(applied.begin(), applied.end(), is_known);
  if (newer != applied.end())
    return {"migrations", false, fmt::format("{} is from a newer release: start that one", *newer)};
  auto const waiting = known.size() - applied.size();
  if (waiting > 0)
    return {"migrations", true,
            fmt::format("{} of {} applied; the rest comes with the next start", applied.size(), known.size())};
  return {"migrations", true, fmt::format("all {} applied", applied.size())};
}

Finding integrity_of(std::string const& place) {
  try {
    db::verify_database(database_file(place).string());
    return {"integrity", true, "every page and every reference is in order"};
  } catch (std::runtime_error const& damage) {
    return {"integrity", false, damage.what()};
  }
}

Finding schema_of(db::Db& database) {
  auto const foreign = database.read([](db::Tx& tx) { return db::foreign_objects(tx); });
  if (foreign.empty()) return {"schema", true, "what the releases made, and nothing else"};
  return {"schema", false, fmt::format("not as the releases made it: {}", fmt::join(foreign, ", "))};
}

Finding space_at(std::string const& place) {
  std::error_code error;
  auto const space = std::filesystem::space(place, error);
  if (error) return {"disk space", false, error.message()};
  auto const needed = std::max(least_free, 2 * std::filesystem::file_size(database_file(place)));
  return {"disk space", space.available >= needed,
          fmt::format("{} MiB free, {} MiB wanted", space.available >> 20, needed >> 20)};
}

std::string advice_on(std::string const& version) {
  int major = 0;
  int minor = 0;
  int patch = 0;
  std::sscanf(version.c_str(), "%d.%d.%d", &major, &minor, &patch);
  auto const repaired = std::tie(major, minor, patch) >= std::make_tuple(3, 51, 3);
  return repaired ? version
                  : version +
                        "; before 3.51.3 two writers may damage a WAL: here one connection writes and checkpoints, and "
                        "holds the lock of the folder; open it with no other program";
}

// Data that came out of a backup has no log before the next start.
Finding journal_of(std::string const& mode) {
  if (mode == "delete") return {"journal", true, "a log of its own from the next start on"};
  return {"journal", mode == "wal", mode};
}

Finding log_of(db::Db& database, std::vector<audit::Checkpoint> const& kept) try {
  if (!db::is_up_to_date(database)) return {"log", kept.empty(), "gets its hashes with the next start"};
  auto const report = audit::verify_chain(database, kept);
  if (report.broken) return {"log", false, fmt::format("line {}: {}", report.broken->line, report.broken->what)};
  auto seen = fmt::format("{} lines, each bound to the one before", report.lines);
  if (report.first > 1) seen += fmt::format("; those before line {} were taken away for good", report.first);
  if (!kept.empty()) seen += fmt::format("; {} of {} checkpoints fit", report.outside, kept.size());
  return {"log", true, std::move(seen)};
} catch (base::Problem const& problem) {
  return {"log", false, problem.detail};
}

std::vector<Finding> sqlite_settings(db::Db& database) {
  return database.read([](db::Tx& tx) {
    auto const journal = tx.row<std::string>(show_journal).value_or("");
    auto const synchronous = tx.row<int>(show_synchronous).value_or(0);
    auto const foreign_keys = tx.row<int>(show_foreign_keys).value_or(0);
    return std::vector<Finding>{
        {"SQLite", true, advice_on(tx.row<std::string>(show_version).value_or(""))},
        journal_of(journal),
        {"synchronous", synchronous >= 2,
         synchronous >= 2 ? "FULL: a commit that was answered survives a power cut" : "less than FULL"},
        {"foreign keys", foreign_keys == 1, foreign_keys == 1 ? "kept" : "off"},
    };
  });
}

std::vector<Finding> postgresql_settings(db::Db& database) {
  return database.read([](db::Tx& tx) {
    auto const fsync = tx.row<std::string>(show_fsync).value_or("");
    auto const commit = tx.row<std::string>(show_commit).value_or("");
    return std::vector<Finding>{
        {"PostgreSQL", true, tx.row<std::string>(show_server).value_or("")},
        {"fsync", fsync == "on", fsync},
        {"synchronous commit", commit != "off", commit},
    };
  });
}

}  // namespace

CheckReport check(std::string const& place, std::vector<audit::Checkpoint> const& kept) {
  base::SystemClock const clock;
  auto const sqlite = !is_postgresql(place);
  if (sqlite && !std::filesystem::exists(database_file(place)))
    throw base::conflict("no_data", fmt::format("There is no Waymark data in {}.", place));
  CheckReport report{.sound = true, .findings = {}};
  if (sqlite) report.findings = {integrity_of(place), space_at(place)};
  if (!sqlite || report.findings.front().sound) {
    auto const database = open_as_is(place, clock, {.readers = 1, .access = db::Access::reading});
    if (!db::is_initialised(*database))
      throw base::conflict("no_data", "The database is there, but Waymark was never initialised in it.");
    auto const settings = sqlite ? sqlite_settings(*database) : postgresql_settings(*database);
    report.findings.insert(report.findings.end(), settings.begin(), settings.end());
    report.findings.push_back(migrations_of(*database));
    auto const known = report.findings.back().sound;
    if (known && sqlite) report.findings.push_back(schema_of(*database));
    if (known) report.findings.push_back(log_of(*database, kept));
  }
  report.sound =
      std::all_of(report.findings.begin(), report.findings.end(), [](auto const& finding) { return finding.sound; });
  return report;
}

void sample(db::Db& database, std::chrono::milliseconds longest, std::stop_token const& stop) {
  if (database.dialect() != db::Dialect::sqlite) return;
  auto const end = std::chrono::steady_clock::now() + longest;
  auto tables = database.read([](db::Tx& tx) { return tx.rows<std::string>(select_tables); });
  std::shuffle(tables.begin(), tables.end(), std::mt19937{std::random_device{}()});
  for (auto const& table : tables) {
    if (stop.stop_requested() || std::chrono::steady_clock::now() > end) return;
    database.read([&](db::Tx& tx) {
      auto const said = tx.row<std::string>(quick_check, table).value_or("ok");
      if (said != "ok") throw db::Fault{db::Fault::Kind::damaged, fmt::format("{}: {}", table, said)};
    });
  }
}

}  // namespace waymark::app
