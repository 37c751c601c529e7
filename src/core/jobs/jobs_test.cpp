#include "core/jobs/jobs.hpp"

#include <gmock/gmock.h>

#include <atomic>

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

  std::vector<std::string> done;
  Jobs jobs{*db};
  Jobs::Work const note = [this](db::Db&, std::string const& body) { done.push_back(body); };
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
