#include <fmt/format.h>
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "core/base/problem.hpp"
#include "core/db/db.hpp"
#include "testing/databases.hpp"
#include "testing/relay.hpp"

namespace waymark::db {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::IsEmpty;
using ::testing::Not;
using Steady = std::chrono::steady_clock;

constexpr Sql create{"test.create", "CREATE TABLE test_line (id BIGINT NOT NULL PRIMARY KEY)"};
constexpr Sql insert{"test.insert", "INSERT INTO test_line (id) VALUES (:id)"};
constexpr Sql count{"test.count", "SELECT COUNT(*) FROM test_line"};

class LostLine : public ::testing::Test {
 protected:
  LostLine() {
    spdlog::set_level(spdlog::level::off);  // what fails here is meant to
    db = Db::open(testing::through(relay, url), clock,
                  {.readers = 4, .wait = milliseconds{400}, .silence = milliseconds{800}});
    db->write([](Tx& tx) { tx.run(create); });
  }
  ~LostLine() override {
    db.reset();
    testing::drop_postgresql(url);
    spdlog::set_level(spdlog::level::info);
  }

  std::int64_t how_many() {
    return db->read([](Tx& tx) { return *tx.row<std::int64_t>(count); });
  }
  void add(int id) {
    db->write([&](Tx& tx) { tx.run(insert, id); });
  }
  template <class Act>
  static std::optional<base::Problem> refusal(Act const& act) {
    try {
      act();
      return std::nullopt;
    } catch (base::Problem const& problem) {
      return problem;
    }
  }

  std::string const url{testing::fresh_postgresql_url()};
  testing::Relay relay{testing::port_of(url)};
  base::FixedClock clock{1'763'380'800'000};
  std::unique_ptr<Db> db;
};

// [CORE-11]
TEST_F(LostLine, NobodyNoticesThatIdleConnectionsWereLost) {
  for (int round = 1; round <= 5; ++round) {
    relay.cut();
    EXPECT_EQ(how_many(), round - 1);
    relay.cut();
    EXPECT_NO_THROW(add(round));
    relay.cut();
    EXPECT_THAT(db->faults(), IsEmpty());
  }
  EXPECT_EQ(how_many(), 5);
}

// [CORE-11]
TEST_F(LostLine, AWriteThatLosesItsLineBeforeItsCommitIsDoneOnceMoreAndOnce) {
  for (int id = 1; id <= 5; ++id) {
    bool cut = false;
    db->write([&](Tx& tx) {
      tx.run(insert, id);
      if (!std::exchange(cut, true)) relay.cut();
      tx.row<std::int64_t>(count);
    });
  }
  EXPECT_EQ(how_many(), 5);
}

// The answer of the commit is what gets lost: whether it is there can only be looked up. [CORE-11]
TEST_F(LostLine, AWriteThatLosesItsLineInItsCommitSaysSo) {
  auto const problem = refusal([&] {
    db->write([&](Tx& tx) {
      tx.run(insert, 1);
      relay.cut();
    });
  });
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->slug, "outcome_unknown");
  EXPECT_EQ(problem->code, base::Code::too_busy);
  EXPECT_LE(how_many(), 1);
}

// [CORE-12]
TEST_F(LostLine, ASilentDatabaseIsARefusalForEverybodyWithinALimit) {
  relay.be_silent(true);
  std::atomic<int> refused{0};
  std::vector<std::thread> callers;
  auto const begun = Steady::now();
  for (int i = 0; i < 30; ++i) {
    callers.emplace_back([&, i] {
      auto const problem = refusal([&] { i % 3 == 0 ? add(i + 1) : static_cast<void>(how_many()); });
      if (problem && problem->code == base::Code::too_busy && problem->retry_after_seconds > 0) ++refused;
    });
  }
  for (auto& caller : callers) caller.join();
  EXPECT_EQ(refused, 30);
  EXPECT_LT(Steady::now() - begun, seconds{10});
  EXPECT_THAT(db->faults(), Not(IsEmpty()));
  relay.be_silent(false);
  relay.cut();
  EXPECT_EQ(how_many(), 0);
  EXPECT_NO_THROW(add(1));
  EXPECT_THAT(db->faults(), IsEmpty());
}

// [CORE-12]
TEST_F(LostLine, ADatabaseThatIsAwayIsARefusalAtOnceUntilItIsBack) {
  relay.refuse(true);
  relay.cut();
  for (int i = 0; i < 10; ++i) {
    auto const begun = Steady::now();
    auto const problem = refusal([&] { how_many(); });
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->slug, "database_unreachable");
    EXPECT_LT(Steady::now() - begun, seconds{2});
  }
  EXPECT_THAT(db->faults(), Not(IsEmpty()));
  relay.refuse(false);
  EXPECT_EQ(how_many(), 0);
  EXPECT_THAT(db->faults(), IsEmpty());
}

}  // namespace
}  // namespace waymark::db
