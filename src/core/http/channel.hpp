#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>

namespace waymark::http {

// The way from any thread to one open event stream. A reader that falls too far behind is closed: it comes back and
// asks from where it stopped.
class Channel {
 public:
  static constexpr std::size_t most_waiting = 64 * 1024;  // bytes

  void push(std::string_view text);  // closes the channel, and drops `text`, where too much waits already
  void close() noexcept;

  // For the connection: what waits, whether the stream is over, and whom to wake.
  std::string take();
  bool closed() const { return closed_.load(); }
  void on_news(std::function<void()> wake);  // called on the thread that pushes or closes

 private:
  void wake();

  std::mutex mutex_;
  std::string waiting_;
  std::function<void()> wake_;
  std::atomic<bool> closed_{false};
};

}  // namespace waymark::http
