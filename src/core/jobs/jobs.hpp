#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "core/db/db.hpp"
#include "core/jobs/runs.hpp"

namespace waymark::jobs {

// A kind of job, and how it stands with it.
struct ScheduledJob {
  std::string job;
  std::optional<std::int64_t> every_ms;  // after it was last done; null: it does not come back by itself
  std::optional<std::int64_t> next_at;   // null: none waits
  std::optional<JobRun> last;            // null: none that is remembered
};
BOOST_DESCRIBE_STRUCT(ScheduledJob, (), (job, every_ms, next_at, last))

// Work for later, kept in the database: enqueued in the transaction that wants it, done at least once by one of the
// nodes, and tried again with longer and longer pauses until it works.
class Jobs {
 public:
  // Does one job and says how many notices it sent, where it sends any; throws when it must be tried again. Runs
  // outside any transaction.
  using Sent = std::optional<std::int64_t>;
  using Work = std::function<Sent(db::Db&, std::string const& body)>;

  // A job that takes longer than this may be started by another node as well.
  static constexpr base::Millis longest_ms = 10 * 60'000;

  explicit Jobs(db::Db& db) : db_(db) {}
  ~Jobs() { stop(); }

  // How jobs of a kind are done. To be said before start(), on every node.
  template <class F>
  void on(std::string kind, F work) {
    every(0, std::move(kind), std::move(work));
  }

  // A job that comes back this long after it was last done; all nodes together do it once.
  template <class F>
  void every(base::Millis pause, std::string kind, F work) {
    kinds_[std::move(kind)] = {saying_how_many(std::move(work)), pause};
  }

  void enqueue(db::Tx& tx, std::string_view kind, std::string_view body, base::Millis due_at) const;

  void start(int threads = 1);
  void stop();  // waits for the jobs under way only

  // Does what is due now, on this thread. Says how many jobs were tried.
  int run_due();

  // All that was said above, in the order of names: when each is due next, and how it went last.
  std::vector<ScheduledJob> schedule(db::Tx& tx) const;

 private:
  struct Kind {
    Work work;
    base::Millis pause{0};  // 0: it does not come back
  };

  template <class F>
  static Work saying_how_many(F work) {
    if constexpr (std::is_void_v<std::invoke_result_t<F&, db::Db&, std::string const&>>)
      return [work = std::move(work)](db::Db& db, std::string const& body) -> Sent {
        work(db, body);
        return {};
      };
    else
      return work;
  }

  void plan_repeating();
  void loop();
  bool run_one();
  void wake() const;

  db::Db& db_;
  std::map<std::string, Kind, std::less<>> kinds_;
  std::vector<std::thread> threads_;
  mutable std::mutex mutex_;
  mutable std::condition_variable something_due_;
  mutable bool woken_{false};
  bool stopping_{false};
};

// The pause after the nth try that failed: 5 seconds, then four times as long each time, at most a day.
base::Millis pause_after(std::int64_t attempts);

}  // namespace waymark::jobs
