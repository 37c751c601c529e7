#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "core/db/connection.hpp"
#include "testing/databases.hpp"
#include "testing/program.hpp"
#include "world/client.hpp"
#include "world/server_process.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

using Counts = std::map<std::string, std::int64_t>;

constexpr db::Sql sqlite_tables{"test.sqlite_tables", R"sql(
  SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name)sql"};
constexpr db::Sql postgresql_tables{"test.postgresql_tables", R"sql(
  SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename)sql"};

// Tables whose rows become more or fewer by opening the data: what was applied, what is due and who hears of it, who
// is signed in.
std::set<std::string> const lives{"core_migration",   "core_job",         "core_event",
                                  "core_idempotency", "identity_session", "audit_event",
                                  "notify_notice",    "notify_sent",      "core_job_run"};

// Tables that a later migration empties, moves or drops, and why.
std::map<std::string, char const*> const moved{
    {"identity_guess", "tries of strangers are counted in identity_bucket, and those of nobody's address not at all"}};

struct Dump {
  std::string release;
  db::Dialect dialect;
};

std::vector<Dump> every_dump() {
  std::vector<Dump> dumps;
  for (auto const& entry : fs::directory_iterator(fs::path{WAYMARK_SOURCE_DIR} / "tests/upgrade")) {
    if (!entry.is_directory()) continue;
    for (auto const dialect : {db::Dialect::sqlite, db::Dialect::postgresql})
      dumps.push_back({entry.path().filename().string(), dialect});
  }
  return dumps;
}

class Upgrade : public ::testing::TestWithParam<Dump> {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    if (in_sqlite()) {
      place_ = folder_.string();
      restore("sqlite.sql.gz", fmt::format("sqlite3 '{}/waymark.db'", place_));
    } else {
      place_ = fresh_postgresql_database();
      restore("postgresql.sql.gz", fmt::format("psql --quiet --set ON_ERROR_STOP=1 '{}'", place_));
    }
  }

  void TearDown() override {
    fs::remove_all(folder_);
    if (!in_sqlite()) drop_postgresql_database(place_);
  }

  static bool in_sqlite() { return GetParam().dialect == db::Dialect::sqlite; }

  void restore(char const* dump, std::string const& with) {
    auto const file = fs::path{WAYMARK_SOURCE_DIR} / "tests/upgrade" / GetParam().release / dump;
    auto const command = fmt::format("gunzip --stdout '{}' | {}", file.string(), with);
    ASSERT_EQ(run({"/bin/sh", "-c", command}).code, 0) << command;
  }

  Counts counts() const {
    db::Connection connection{GetParam().dialect, in_sqlite() ? place_ + "/waymark.db" : place_};
    std::vector<std::string> tables;
    connection.each<std::string>(in_sqlite() ? sqlite_tables : postgresql_tables,
                                 [&](std::string const& name) { tables.push_back(name); });
    Counts counts;
    for (auto const& table : tables) {
      auto const text = fmt::format("SELECT COUNT(*) FROM {}", table);
      connection.session() << text, soci::into(counts[table]);
    }
    return counts;
  }

  // Signs in as people did before, and reads what they wrote.
  static void read_as_ana(unsigned short port) {
    Client client{port};
    auto const answer =
        client.send("POST", "/api/v1/session", {{"Content-Type", "application/json"}, {"Origin", "http://127.0.0.1"}},
                    R"({"email": "ana@halden.example", "password": "measure twice, cut once"})");
    ASSERT_LT(answer.status, 300) << answer.body;
    auto const cookie = answer.headers.at("set-cookie");
    auto const list = client.send("GET", "/api/v1/objectives", {{"Cookie", cookie.substr(0, cookie.find(';'))}});
    ASSERT_EQ(list.status, 200) << list.body;
    EXPECT_FALSE(boost::json::parse(list.body).at("items").as_array().empty());
  }

  // The PostgreSQL of the tests does without fsync.
  void expect_sound() const {
    auto const said = run({program(), "check", "--data", place_, "--json"}).said;
    auto const begin = said.find('{');
    ASSERT_NE(begin, std::string::npos) << said;
    auto const report = boost::json::parse(said.substr(begin, said.rfind('}') + 1 - begin));
    for (auto const& finding : report.at("findings").as_array()) {
      if (finding.at("what") == "fsync") continue;
      EXPECT_TRUE(finding.at("sound").as_bool()) << boost::json::serialize(finding);
    }
  }

  fs::path const folder_{fs::temp_directory_path() / fmt::format("waymark-upgrade-{}", getpid())};
  std::string place_;
};

TEST_P(Upgrade, KeepsEveryRowAndLetsPeopleIn) {
  auto const before = counts();
  ASSERT_GT(before.at("okr_check_in"), 100);
  {
    ServerProcess server{program(), place_};
    read_as_ana(server.port());
    EXPECT_EQ(server.stop(), 0);
  }
  expect_sound();
  auto const after = counts();
  for (auto const& [table, rows] : before) {
    if (lives.contains(table) || moved.contains(table)) continue;
    ASSERT_TRUE(after.contains(table)) << table << " is gone";
    EXPECT_EQ(after.at(table), rows) << table;
  }
}

std::string dump_name(::testing::TestParamInfo<Dump> const& info) {
  auto name = "from_" + info.param.release + (info.param.dialect == db::Dialect::sqlite ? "_sqlite" : "_postgresql");
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Releases, Upgrade, ::testing::ValuesIn(every_dump()), dump_name);

}  // namespace
}  // namespace waymark::testing
