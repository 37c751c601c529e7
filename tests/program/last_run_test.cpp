#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/last_run.hpp"
#include "core/db/connection.hpp"
#include "testing/databases.hpp"
#include "testing/program.hpp"
#include "world/client.hpp"
#include "world/server_process.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

constexpr base::Millis noon = 1'763'380'800'000;  // 2025-11-17T12:00:00Z

TEST(EndOfRun, SaysWhatItWasAndWhen) {
  EXPECT_EQ(app::end_of_run("runs since 2025-11-16T08:00:00Z\n6 1763380800\n", noon + 5'000),
            "an abort (SIGABRT), at 2025-11-17T12:00:00Z");
  EXPECT_EQ(
      app::end_of_run("runs since 2025-11-16T08:00:00Z\n", noon),
      "something outside it (killed, out of memory, or the machine went down), at 2025-11-17T12:00:00Z or within 10 "
      "seconds after");
  EXPECT_THAT(app::end_of_run("", noon), HasSubstr("something outside it"));
}

class Run : public ::testing::TestWithParam<db::Dialect> {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    place_ = GetParam() == db::Dialect::sqlite ? (folder_ / "data").string() : fresh_postgresql_url();
    ASSERT_EQ(run({program(), "demo", "--data", place_}).code, 0);
  }

  void TearDown() override {
    fs::remove_all(folder_);
    if (GetParam() == db::Dialect::postgresql) drop_postgresql(place_);
  }

  // PostgreSQL's notes are told apart by the port, so the runs of one test share it.
  std::unique_ptr<ServerProcess> start() {
    auto server =
        std::make_unique<ServerProcess>(program(), place_, Environment{{"STATE_DIRECTORY", folder_.string()}}, port_);
    port_ = server->port();
    return server;
  }

  fs::path const folder_{fs::temp_directory_path() / fmt::format("waymark-run-{}", getpid())};
  std::string place_;
  unsigned short port_{0};
};

TEST_P(Run, TellsTheNextOneHowItEnded) {
  EXPECT_THAT(start()->greeting(), Not(HasSubstr("the last run")));  // and is killed
  auto server = start();
  EXPECT_THAT(server->greeting(), HasSubstr("the last run ended by something outside it"));
  for (auto const& [signal, name] : {std::pair{SIGABRT, "an abort"}, std::pair{SIGSEGV, "a wrong address"}}) {
    server->end_by(signal);
    server = start();
    EXPECT_THAT(server->greeting(), HasSubstr(fmt::format("the last run ended by {}", name)));
  }
  EXPECT_EQ(server->stop(), 0);
  server = start();
  EXPECT_THAT(server->greeting(), Not(HasSubstr("the last run")));
  EXPECT_EQ(server->stop(), 0);
}

TEST_P(Run, LeavesNoPictureOfItsMemory) {
  auto const server = start();
  std::ifstream limits{fmt::format("/proc/{}/limits", server->pid())};
  std::string const all{std::istreambuf_iterator<char>{limits}, {}};
  EXPECT_THAT(all, ::testing::ContainsRegex("Max core file size +0 +0 "));
  EXPECT_EQ(server->stop(), 0);
}

// A table is away while the program serves: what needs it is a fault, all else goes on.
TEST_P(Run, AnswersAFaultInOneRequestAndGoesOn) {
  db::Connection{GetParam(), GetParam() == db::Dialect::sqlite ? place_ + "/waymark.db" : place_}.execute(
      "ALTER TABLE identity_session RENAME TO identity_session_away");
  auto const server = start();
  Client client{server->port()};
  for (int i = 0; i < 3; ++i) {
    auto const fault =
        client.send("POST", "/api/v1/session", {{"Content-Type", "application/json"}, {"Origin", "http://127.0.0.1"}},
                    R"({"email": "ana@halden.example", "password": "measure twice, cut once"})");
    EXPECT_EQ(fault.status, 500) << fault.body;
    EXPECT_THAT(fault.body, HasSubstr("Something went wrong (ref "));
  }
  EXPECT_EQ(client.send("GET", "/api/openapi.json").status, 200);
  EXPECT_EQ(client.send("GET", "/healthz").status, 200);
  EXPECT_EQ(server->stop(), 0);
}

INSTANTIATE_TEST_SUITE_P(On, Run, on_both_databases, name_of);

}  // namespace
}  // namespace waymark::testing
