#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/db/db.hpp"

namespace waymark::jobs {

// Work for later, kept in the database: enqueued in the transaction that wants it, done at least once by one of the
// nodes, and tried again with longer and longer pauses until it works.
class Jobs {
 public:
  // Does one job; throws when it must be tried again. Runs outside any transaction.
  using Work = std::function<void(db::Db&, std::string const& body)>;

  // A job that takes longer than this may be started by another node as well.
  static constexpr base::Millis longest_ms = 10 * 60'000;

  explicit Jobs(db::Db& db) : db_(db) {}
  ~Jobs() { stop(); }

  // How jobs of a kind are done. To be said before start(), on every node.
  void on(std::string kind, Work work);

  // A job that comes back this long after it was last done; all nodes together do it once.
  void every(base::Millis pause, std::string kind, Work work);

  void enqueue(db::Tx& tx, std::string_view kind, std::string_view body, base::Millis due_at) const;

  void start(int threads = 1);
  void stop();  // waits for the jobs under way only

  // Does what is due now, on this thread. Says how many jobs were tried.
  int run_due();

 private:
  struct Kind {
    Work work;
    base::Millis pause{0};  // 0: it does not come back
  };

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
