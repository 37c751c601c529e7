#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace waymark::identity {

// Work that no answer waits for, so that no answer tells by its time whether there was any: one piece after another, on
// a thread of its own. What is not begun when it ends is dropped, and so is what is too much.
class Afterwards {
 public:
  using Work = std::function<void()>;  // must not throw
  static constexpr std::size_t most_waiting = 1000;

  Afterwards();
  ~Afterwards();
  Afterwards(Afterwards const&) = delete;
  Afterwards& operator=(Afterwards const&) = delete;

  void add(Work work);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable something_to_do_;
  std::deque<Work> waiting_;
  bool stopping_{false};
  std::thread thread_;
};

}  // namespace waymark::identity
