#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "core/db/db.hpp"
#include "testing/databases.hpp"
#include "testing/program.hpp"
#include "testing/relay.hpp"
#include "world/client.hpp"
#include "world/server_process.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;
using ::testing::HasSubstr;
using ::testing::Not;
using Steady = std::chrono::steady_clock;

constexpr db::Sql root_of_kpis{"test.root_of_kpis", "SELECT rootpage FROM sqlite_schema WHERE name = 'kpi_kpi'"};

// What the program does with the place where it keeps its data, as its operator sees it.
class Storage : public ::testing::Test {
 protected:
  Storage() {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::current_path(folder_);
  }
  ~Storage() override {
    fs::current_path("/");
    fs::remove_all(folder_);
  }

  Ended waymark(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), program());
    return run(arguments);
  }
  // The demo world is made once, and copied.
  void make_demo() {
    static auto const made = [] {
      auto const place = fs::temp_directory_path() / fmt::format("waymark-storage-demo-{}", getpid());
      auto const ended = run({program(), "demo", "--data", place.string()});
      EXPECT_EQ(ended.code, 0) << ended.said;
      std::ifstream file{place / "waymark.db", std::ios::binary};
      std::string bytes{std::istreambuf_iterator<char>{file}, {}};
      fs::remove_all(place);
      return bytes;
    }();
    fs::create_directories(data_);
    std::ofstream{data_ + "/waymark.db", std::ios::binary} << made;
  }
  std::string new_token(std::string const& place) {
    auto const made = waymark({"token", "new", "--data", place, "--email", "ana@halden.example", "--name", "test",
                               "--scopes", "read,write", "--days", "9"});
    EXPECT_EQ(made.code, 0) << made.said;
    return made.said.substr(0, made.said.find('\n'));
  }
  static unsigned mode_of(fs::path const& path) {
    struct stat seen {};
    EXPECT_EQ(::stat(path.c_str(), &seen), 0) << path;
    return seen.st_mode & 0777;
  }
  void spoil(std::string const& file, std::string const& statement) {
    db::Connection{db::Dialect::sqlite, "db=" + file}.execute(statement);
  }

  fs::path const folder_{fs::temp_directory_path() / fmt::format("waymark-storage-{}", getpid())};
  std::string const data_{(folder_ / "data").string()};
};

// [CORE-13]
TEST_F(Storage, WhileAServerHasTheFolderOthersReadAndDoNotWrite) {
  make_demo();
  std::ofstream("people.csv") << "name,email,team\nNora Lund,nora@halden.example,Engineering\n";
  ServerProcess server{program(), data_};
  std::vector<std::vector<std::string>> const writing{
      {"serve", "--data", data_, "--listen", "127.0.0.1:0"},
      {"token", "new", "--data", data_, "--email", "ana@halden.example", "--name", "x", "--scopes", "read"},
      {"user", "link", "--data", data_, "--email", "ana@halden.example"},
      {"user", "add", "--data", data_, "--email", "nora@halden.example", "--name", "Nora Lund"},
      {"import", "people", "people.csv", "--data", data_},
      {"demo", "--data", data_}};
  for (auto const& command : writing) {
    auto const refused = waymark(command);
    EXPECT_EQ(refused.code, 4) << command.front() << ": " << refused.said;
    EXPECT_THAT(refused.said, HasSubstr("is using the data in")) << command.front();
  }
  EXPECT_EQ(waymark({"check", "--data", data_}).code, 0);
  std::vector<std::vector<std::string>> const beside{{"export", "okrs", "--data", data_},
                                                     {"backup", "copy.db", "--data", data_},
                                                     {"backup-key", "clear", "--data", data_}};
  for (auto const& command : beside) {
    auto const done = waymark(command);
    EXPECT_EQ(done.code, 0) << command.front() << ": " << done.said;
    EXPECT_THAT(done.said, HasSubstr("no line could be left in the log: a server")) << command.front();
  }
  EXPECT_EQ(waymark({"restore", "copy.db", "--data", data_, "--force"}).code, 4);
  EXPECT_EQ(server.stop(), 0);
  EXPECT_EQ(waymark(writing[1]).code, 0);
  EXPECT_THAT(waymark(beside.front()).said, Not(HasSubstr("no line")));
  {
    ServerProcess killed{program(), data_};  // its end, whatever it is, lets go
  }
  EXPECT_EQ(waymark(writing[1]).code, 0);
}

// [CORE-14]
TEST_F(Storage, IsForItsOwnUserWhateverTheUmask) {
  auto const usual = ::umask(0);
  make_demo();
  ServerProcess server{program(), data_};
  EXPECT_EQ(waymark({"backup", "copy.db", "--data", data_}).code, 0);
  EXPECT_EQ(mode_of(data_), 0700U);
  for (auto const& entry : fs::directory_iterator{data_}) EXPECT_EQ(mode_of(entry.path()), 0600U) << entry.path();
  EXPECT_EQ(mode_of("copy.db"), 0600U);
  EXPECT_EQ(waymark({"restore", "copy.db", "--data", "second"}).code, 0);
  EXPECT_EQ(mode_of("second"), 0700U);
  EXPECT_EQ(mode_of("second/waymark.db"), 0600U);
  ::umask(usual);
}

// [CORE-14]
TEST_F(Storage, ThatAnEarlierReleaseLeftOpenIsClosed) {
  make_demo();
  ::chmod(data_.c_str(), 0755);
  ::chmod((data_ + "/waymark.db").c_str(), 0644);
  new_token(data_);
  EXPECT_EQ(mode_of(data_), 0700U);
  EXPECT_EQ(mode_of(data_ + "/waymark.db"), 0600U);
}

// [CORE-15]
TEST_F(Storage, ABackupThatIsNotAsItWasWrittenIsRefused) {
  make_demo();
  ASSERT_EQ(waymark({"backup", "copy.db", "--data", data_}).code, 0);
  EXPECT_FALSE(fs::exists("copy.db.unfinished"));
  {
    std::fstream file{"copy.db", std::ios::in | std::ios::out | std::ios::binary};
    file.seekg(200'000);
    auto const byte = file.get();
    file.seekp(200'000);
    file.put(static_cast<char>(byte ^ 4));
  }
  auto const refused = waymark({"restore", "copy.db", "--data", "second"});
  EXPECT_EQ(refused.code, 3) << refused.said;
  EXPECT_THAT(refused.said, HasSubstr("checksum"));
  EXPECT_FALSE(fs::exists("second/waymark.db"));
}

// [CORE-15]
TEST_F(Storage, ABackupWithWhatNoReleaseMadeIsRefused) {
  make_demo();
  for (auto const* statement : {"CREATE TRIGGER okr_spy AFTER INSERT ON okr_comment BEGIN DELETE FROM audit_event; END",
                                "CREATE TABLE okr_extra (id BIGINT NOT NULL PRIMARY KEY)",
                                "CREATE VIEW okr_seen AS SELECT * FROM okr_comment"}) {
    fs::remove("copy.db");
    fs::copy_file(data_ + "/waymark.db", "copy.db");  // without a checksum, as from another program
    EXPECT_EQ(waymark({"restore", "copy.db", "--data", "plain", "--force"}).code, 0);
    spoil("copy.db", statement);
    auto const refused = waymark({"restore", "copy.db", "--data", "second"});
    EXPECT_EQ(refused.code, 3) << refused.said;
    EXPECT_THAT(refused.said, HasSubstr("okr_"));
    EXPECT_FALSE(fs::exists("second/waymark.db"));
  }
}

// [CORE-11]
TEST_F(Storage, DamageIsSaidByHealthAndByCheck) {
  make_demo();
  auto const token = new_token(data_);
  {
    db::Connection connection{db::Dialect::sqlite, "db=" + data_ + "/waymark.db"};
    auto const page = *db::Tx{connection, 0}.row<std::int64_t>(root_of_kpis);
    std::fstream file{data_ + "/waymark.db", std::ios::in | std::ios::out | std::ios::binary};
    file.seekp((page - 1) * 4096);
    file << std::string(64, '\xEE');
  }
  ServerProcess server{program(), data_};
  Client client{server.port()};
  for (int i = 0; i < 30; ++i) {  // more often than there are readers
    auto const refused = client.send("GET", "/api/v1/kpis", {{"Authorization", "Bearer " + token}});
    EXPECT_EQ(refused.status, 503) << refused.body;
    EXPECT_EQ(refused.headers.at("retry-after"), "60");
    EXPECT_EQ(client.send("GET", "/api/v1/teams", {{"Authorization", "Bearer " + token}}).status, 200);
  }
  auto const health = client.send("GET", "/healthz");
  EXPECT_EQ(health.status, 503);
  EXPECT_THAT(health.body, HasSubstr("waymark check"));
  EXPECT_EQ(waymark({"check", "--data", data_}).code, 3);
}

// [CORE-12]
TEST(SilentPostgresql, HoldsUpNothingThatNeedsNoDatabase) {
  auto const url = fresh_postgresql_database();
  ASSERT_EQ(run({program(), "demo", "--data", url}).code, 0);
  auto const made = run({program(), "token", "new", "--data", url, "--email", "ana@halden.example", "--name", "test",
                         "--scopes", "read", "--days", "9"});
  auto const token = made.said.substr(0, made.said.find('\n'));
  {
    Relay relay{port_of(url)};
    ServerProcess server{program(), through(relay, url)};
    auto const ask = [&](std::string const& path) {
      return Client{server.port()}.send("GET", path, {{"Authorization", "Bearer " + token}});
    };
    EXPECT_EQ(ask("/healthz").status, 200);
    EXPECT_EQ(ask("/api/v1/teams").status, 200);
    relay.be_silent(true);
    std::atomic<int> refused{0};
    std::vector<std::thread> callers;
    for (int i = 0; i < 40; ++i) {
      callers.emplace_back([&] {
        auto const answer = ask("/api/v1/teams");
        if (answer.status == 503 && answer.headers.contains("retry-after")) ++refused;
      });
    }
    std::this_thread::sleep_for(seconds{3});
    for (auto const* path : {"/healthz", "/favicon.svg", "/"}) {
      auto const begun = Steady::now();
      EXPECT_EQ(ask(path).status, 503) << path;  // no web app was built into this server
      EXPECT_LT(Steady::now() - begun, seconds{4}) << path;
    }
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(refused, 40);
    relay.be_silent(false);
    relay.cut();
    EXPECT_EQ(ask("/api/v1/teams").status, 200);
    std::this_thread::sleep_for(seconds{1});
    EXPECT_EQ(ask("/healthz").status, 200);
    EXPECT_EQ(server.stop(), 0);
  }
  drop_postgresql_database(url);
}

}  // namespace
}  // namespace waymark::testing
