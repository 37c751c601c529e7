#include "identity/afterwards.hpp"

namespace waymark::identity {

Afterwards::Afterwards() : thread_([this] { run(); }) {}

Afterwards::~Afterwards() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  something_to_do_.notify_all();
  thread_.join();
}

void Afterwards::add(Work work) {
  {
    std::lock_guard const lock(mutex_);
    if (waiting_.size() >= most_waiting) return;
    waiting_.push_back(std::move(work));
  }
  something_to_do_.notify_all();
}

void Afterwards::run() {
  for (;;) {
    std::unique_lock lock(mutex_);
    something_to_do_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    auto const work = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    work();
  }
}

}  // namespace waymark::identity
