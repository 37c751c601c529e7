#include "core/db/pool.hpp"

#include <algorithm>

#include "core/db/fault.hpp"

namespace waymark::db {

Pool::Place Pool::take() {
  std::unique_lock lock(mutex_);
  auto const end = Steady::now() + wait_;
  while (free_.empty()) {
    auto const until = std::min(end, last_moved_ + wait_);
    if (Steady::now() >= until) throw no_turn();
    one_free_.wait_until(lock, until);
  }
  auto place = std::move(free_.back());
  free_.pop_back();
  last_moved_ = Steady::now();
  return place;
}

void Pool::give(Place place) {
  {
    std::lock_guard const lock(mutex_);
    free_.push_back(std::move(place));
    last_moved_ = Steady::now();
  }
  one_free_.notify_one();
}

std::vector<Pool::Place> Pool::take_free() {
  std::lock_guard const lock(mutex_);
  std::vector<Place> taken;
  taken.reserve(free_.size());
  for (auto& place : free_) taken.push_back(std::move(place));
  free_.clear();  // and keeps its room: to give one back needs no memory
  return taken;
}

std::chrono::milliseconds Pool::stuck_for() const {
  std::lock_guard const lock(mutex_);
  if (!free_.empty()) return std::chrono::milliseconds{0};
  return std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - last_moved_);
}

}  // namespace waymark::db
