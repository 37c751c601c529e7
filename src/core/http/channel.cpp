#include "core/http/channel.hpp"

#include <exception>
#include <utility>

namespace waymark::http {

void Channel::push(std::string_view text) {
  {
    std::lock_guard const lock(mutex_);
    if (waiting_.size() + text.size() > most_waiting) {
      closed_ = true;
    } else {
      waiting_ += text;
    }
  }
  wake();
}

// Who cannot be woken for want of memory sees it at the next heartbeat.
void Channel::close() noexcept {
  closed_ = true;
  try {
    wake();
  } catch (std::exception const&) {
  }
}

std::string Channel::take() {
  std::lock_guard const lock(mutex_);
  return std::exchange(waiting_, {});
}

void Channel::on_news(std::function<void()> wake) {
  std::lock_guard const lock(mutex_);
  wake_ = std::move(wake);
}

void Channel::wake() {
  std::lock_guard const lock(mutex_);
  if (wake_) wake_();
}

}  // namespace waymark::http
