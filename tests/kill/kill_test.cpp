#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "app/demo/demo.hpp"
#include "core/db/migrate.hpp"
#include "core/db/sqlite_backup.hpp"
#include "people/directory.hpp"
#include "testing/program.hpp"
#include "world/client.hpp"
#include "world/server_process.hpp"

namespace waymark::testing {
namespace {

constexpr int writers = 4;

constexpr db::Sql select_key_result{
    "test.key_result", "SELECT id FROM okr_key_result WHERE title = 'Reduce open launch blockers from 23 to 0'"};

struct Kept {
  std::string what_happened;
  std::int64_t times;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (what_happened, times))

constexpr db::Sql select_kept{"test.kept", R"sql(
  SELECT what_happened, COUNT(*) FROM okr_check_in WHERE what_happened LIKE 'key-%' GROUP BY what_happened)sql"};

// What the writers have sent: each key is acknowledged, or nobody knows.
class Ledger {
 public:
  std::string next() {
    std::lock_guard const lock(mutex_);
    auto const key = fmt::format("key-{}", ++count_);
    unknown_.insert(key);
    return key;
  }
  void acknowledge(std::string const& key) {
    std::lock_guard const lock(mutex_);
    unknown_.erase(key);
    acknowledged_.insert(key);
  }
  std::set<std::string> unknown() const { return unknown_; }
  std::set<std::string> const& acknowledged() const { return acknowledged_; }

 private:
  std::mutex mutex_;
  int count_{0};
  std::set<std::string> unknown_;
  std::set<std::string> acknowledged_;
};

class KilledServer : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(place_);
    base::FixedClock clock{base::SystemClock{}.now()};
    auto const database = db::Db::open(place_, clock, {.durable = false});
    db::migrate(*database);
    app::make_demo(*database, clock, clock.now(), [](std::size_t, std::size_t) {});
    app::Product product{*database};
    database->write([&](db::Tx& tx) {
      auto const ana = *people::find_by_email(tx, "ana@halden.example");
      token_ =
          product.identity.new_token(tx, ana, {.name = "test", .scopes = {policy::Scope::write}, .expires_in_days = 30})
              .secret;
      target_ = "/api/v1/key-results/" + tx.row<okr::KeyResultId>(select_key_result)->text() + "/check-ins";
    });
  }

  void TearDown() override { std::filesystem::remove_all(place_); }

  // The same key again and again is one check-in. Says whether the server acknowledged it.
  bool check_in(Client& client, std::string const& key) const {
    Headers const headers{
        {"Authorization", "Bearer " + token_}, {"Content-Type", "application/json"}, {"Idempotency-Key", key}};
    try {
      auto const answer = client.send("POST", target_, headers,
                                      fmt::format(R"({{"value": 14, "confidence": 6, "what_happened": "{}"}})", key));
      if (answer.status != 201 && answer.status != 503) ADD_FAILURE() << answer.status << " " << answer.body;
      return answer.status == 201;
    } catch (std::runtime_error const&) {
      return false;  // the server was killed before it answered
    }
  }

  void write_until(unsigned short port, std::atomic<bool> const& over) {
    Client client{port};
    while (!over) {
      auto const key = ledger_.next();
      if (check_in(client, key)) ledger_.acknowledge(key);
    }
  }

  void write_and_kill(ServerProcess& server, std::chrono::milliseconds after) {
    std::atomic<bool> over{false};
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i) threads.emplace_back([&] { write_until(server.port(), over); });
    std::this_thread::sleep_for(after);
    server.kill();
    over = true;
    for (auto& thread : threads) thread.join();
  }

  void send_again(unsigned short port) {
    Client client{port};
    for (auto const& key : ledger_.unknown()) {
      ASSERT_TRUE(check_in(client, key)) << key;
      ledger_.acknowledge(key);
    }
  }

  std::string const place_{
      (std::filesystem::temp_directory_path() / fmt::format("waymark-kill-{}", getpid())).string()};
  std::string token_;
  std::string target_;
  Ledger ledger_;
};

int wanted_kills() {
  auto const* wanted = std::getenv("WAYMARK_KILLS");
  return wanted ? std::atoi(wanted) : 100;
}

TEST_F(KilledServer, LosesNothingAndDoublesNothing) {
  std::mt19937 random{1};
  for (int round = 0; round < wanted_kills(); ++round) {
    ServerProcess server{program(), place_, {}, 0, {"--rate", "0"}};
    send_again(server.port());
    write_and_kill(server, std::chrono::milliseconds{5 + random() % 60});
  }
  {
    ServerProcess server{program(), place_, {}, 0, {"--rate", "0"}};
    send_again(server.port());
    EXPECT_EQ(server.stop(), 0);
  }
  db::verify_database(place_ + "/waymark.db");
  base::SystemClock const clock;
  auto const database = db::Db::open(place_, clock);
  std::set<std::string> kept;
  database->read([&](db::Tx& tx) {
    for (auto const& [key, times] : tx.rows<Kept>(select_kept)) {
      EXPECT_EQ(times, 1) << key << " is there more than once";
      kept.insert(key);
    }
  });
  EXPECT_EQ(kept, ledger_.acknowledged());
  EXPECT_GT(kept.size(), 100U);
}

}  // namespace
}  // namespace waymark::testing
