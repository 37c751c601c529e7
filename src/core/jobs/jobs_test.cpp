#include "core/jobs/jobs.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <limits>

#include "testing/databases.hpp"

namespace waymark::jobs {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr base::Millis minute = 60'000;

class JobsTest : public testing::OnBothDatabases {
 protected:
  void enqueue(std::string const& kind, std::string const& body, base::Millis after = 0) {
    db->write([&](db::Tx& tx) { jobs.enqueue(tx, kind, body, tx.now() + after); });
  }
  void pass(base::Millis time) { clock.set(clock.now() + time); }
  std::string last_error() {
    static constexpr db::Sql select{"test.error", "SELECT last_error FROM core_job"};
    return db->read([](db::Tx& tx) { return tx.row<std::string>(select).value_or("no job"); });
  }

  std::vector<JobRun> runs_of(std::string_view job) {
    return db->read([&](db::Tx& tx) { return runs(tx, job, {std::numeric_limits<std::int64_t>::max()}, 10); });
  }

  std::vector<std::string> done;
  Jobs jobs{*db};
  Jobs::Work const note = [this](db::Db&, std::string const& body) {
    done.push_back(body);
    return std::ssize(done);
  };
};

TEST_P(JobsTest, DoesWhatIsDueOldestFirstAndOnce) {
  jobs.on("mail", note);
  enqueue("mail", "later", 2 * minute);
  enqueue("mail", "second", minute);
  enqueue("mail", "first");
  pass(minute);
  EXPECT_EQ(jobs.run_due(), 2);
  EXPECT_THAT(done, ElementsAre("first", "second"));
  EXPECT_EQ(jobs.run_due(), 0);
}

TEST_P(JobsTest, NothingIsDoneForATransactionThatFailed) {
  jobs.on("mail", note);
  EXPECT_ANY_THROW(db->write([&](db::Tx& tx) {
    jobs.enqueue(tx, "mail", "never", tx.now());
    throw std::runtime_error("no");
  }));
  jobs.run_due();
  EXPECT_THAT(done, IsEmpty());
}

TEST_P(JobsTest, TriesAgainAfterAPauseAndKeepsTheReason) {
  bool down = true;
  jobs.on("mail", [&](db::Db& db, std::string const& body) {
    if (down) throw std::runtime_error("no route to host");
    note(db, body);
  });
  enqueue("mail", "hello");
  EXPECT_EQ(jobs.run_due(), 1);
  EXPECT_EQ(last_error(), "no route to host");
  pass(4'999);
  EXPECT_EQ(jobs.run_due(), 0);
  down = false;
  pass(1);
  EXPECT_EQ(jobs.run_due(), 1);
  EXPECT_THAT(done, ElementsAre("hello"));
  EXPECT_EQ(last_error(), "no job");
}

TEST_P(JobsTest, AJobThatNobodyKnowsWaits) {
  enqueue("from_a_newer_release", "");
  EXPECT_EQ(jobs.run_due(), 1);
  EXPECT_EQ(last_error(), "nobody here does jobs of this kind");
}

// [NOT-32]
TEST_P(JobsTest, EachRunIsRemembered) {
  bool down = true;
  jobs.every(60 * minute, "remind", [&](db::Db&, std::string const&) -> std::int64_t {
    if (down) throw std::runtime_error("no route to host");
    clock.set(clock.now() + 1'500);
    return 3;
  });
  auto const began = clock.now();
  jobs.run_due();
  down = false;
  pass(minute);
  jobs.run_due();
  auto const said = runs_of("remind");
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0].at, began + minute);
  EXPECT_EQ(said[0].took_ms, 1'500);
  EXPECT_EQ(said[0].sent, 3);
  EXPECT_EQ(said[0].fault, std::nullopt);
  EXPECT_EQ(said[1].at, began);
  EXPECT_EQ(said[1].sent, std::nullopt);
  EXPECT_EQ(said[1].fault, JobFault::defect);
  EXPECT_EQ(said[1].reference.size(), 5U);
}

// [NOT-32]
TEST_P(JobsTest, WhatComesBackWithinTheHourLeavesItsNewestRun) {
  jobs.every(minute, "tidy", note);
  for (int i = 0; i < 3; ++i, pass(minute)) jobs.run_due();
  auto const said = runs_of("tidy");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].sent, 3);
}

// [NOT-32]
TEST_P(JobsTest, SaysWhenEachIsDueNext) {
  jobs.every(minute, "tidy", note);
  jobs.on("mail", note);
  jobs.run_due();
  auto const planned = db->read([&](db::Tx& tx) { return jobs.schedule(tx); });
  ASSERT_EQ(planned.size(), 2U);
  EXPECT_EQ(planned[0].job, "mail");
  EXPECT_EQ(planned[0].every_ms, std::nullopt);
  EXPECT_EQ(planned[0].next_at, std::nullopt);
  EXPECT_EQ(planned[1].job, "tidy");
  EXPECT_EQ(planned[1].every_ms, minute);
  EXPECT_EQ(planned[1].next_at, clock.now() + minute);
  EXPECT_TRUE(planned[1].last.has_value());
}

TEST_P(JobsTest, ARepeatingJobIsThereOnceForAllNodes) {
  Jobs another_node{*db};
  jobs.every(minute, "tidy", note);
  another_node.every(minute, "tidy", note);
  EXPECT_EQ(jobs.run_due(), 1);
  EXPECT_EQ(another_node.run_due(), 0);
  pass(minute);
  EXPECT_EQ(another_node.run_due(), 1);
  EXPECT_EQ(jobs.run_due(), 0);
}

TEST_P(JobsTest, SeveralThreadsDoEachJobOnce) {
  std::atomic<int> count{0};
  Jobs another_node{*db};
  for (auto* node : {&jobs, &another_node}) node->on("count", [&](db::Db&, std::string const&) { ++count; });
  for (int i = 0; i < 40; ++i) enqueue("count", "");
  jobs.start(2);
  another_node.start(2);
  for (int i = 0; i < 500 && last_error() != "no job"; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  jobs.stop();
  another_node.stop();
  EXPECT_EQ(count, 40);
}

TEST_P(JobsTest, WakesForAJobThatIsDueAtOnceAndStopsQuickly) {
  std::atomic<bool> ran{false};
  jobs.on("now", [&](db::Db&, std::string const&) { ran = true; });
  jobs.start();
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  auto const began = std::chrono::steady_clock::now();
  enqueue("now", "");
  while (!ran && std::chrono::steady_clock::now() - began < std::chrono::seconds(5)) std::this_thread::yield();
  jobs.stop();
  EXPECT_TRUE(ran);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(1500))
      << "it looks every two seconds only";
}

INSTANTIATE_TEST_SUITE_P(Databases, JobsTest, testing::on_both_databases, testing::name_of);

TEST(JobPause, GrowsFromFiveSecondsToADay) {
  EXPECT_EQ(pause_after(1), 5'000);
  EXPECT_EQ(pause_after(2), 20'000);
  EXPECT_EQ(pause_after(3), 80'000);
  EXPECT_EQ(pause_after(9), 86'400'000);
  EXPECT_EQ(pause_after(1'000'000), 86'400'000);
}

}  // namespace
}  // namespace waymark::jobs
