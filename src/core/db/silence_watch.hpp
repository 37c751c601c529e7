#pragma once

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

#include "core/db/connection.hpp"

namespace waymark::db {

// Cuts connections to PostgreSQL whose statement has had no answer for too long. The library waits for one without a
// limit: a server that was stopped, or a line that swallows everything, would hold a thread for ever. The wait then
// ends as when the other end hangs up.
class SilenceWatch {
  struct Watched {
    Connection& connection;
    int socket;
    std::chrono::milliseconds limit;
    bool cut{false};
  };
  using Entry = std::list<Watched>::iterator;

 public:
  SilenceWatch();

  // As long as it lives, the connection is watched.
  class Guard {
   public:
    Guard(SilenceWatch& watch, Connection& connection, std::chrono::milliseconds limit);
    ~Guard();
    Guard(Guard const&) = delete;
    Guard& operator=(Guard const&) = delete;

    bool was_cut() const;

   private:
    SilenceWatch& watch_;
    Entry entry_;
  };

 private:
  void run(std::stop_token const& stop);

  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::list<Watched> watched_;
  std::jthread thread_;
};

}  // namespace waymark::db
