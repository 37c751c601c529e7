#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/db/db.hpp"
#include "core/http/message.hpp"

namespace waymark::app {

// What /healthz says. The database is looked through on a thread of its own, at most once a second, so that whoever
// asks has an answer also while the database has none.
class Health {
 public:
  explicit Health(db::Db& database);

  // 200 and "ok", or 503 and what is broken, a line each.
  http::Response answer();

 private:
  using Steady = std::chrono::steady_clock;

  void look(std::stop_token const& stop);

  db::Db& database_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  bool asked_{false};
  bool somebody_waits_{false};
  std::optional<Steady::time_point> looking_since_;
  Steady::time_point seen_at_;
  std::vector<std::string> faults_;
  std::jthread thread_;
};

}  // namespace waymark::app
