#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "core/db/connection.hpp"

namespace waymark::db {

// Connections that are lent, each to one at a time. A place may be empty: its connection broke, and whoever gets it
// makes a new one.
class Pool {
 public:
  using Place = std::unique_ptr<Connection>;

  explicit Pool(std::chrono::milliseconds wait) : wait_(wait) {}

  // Waits for a place that is free; throws base::Problem (too_busy) when the time is up, or when for so long no place
  // came back to anybody.
  Place take();
  void give(Place place);

  // All that are free at this moment.
  std::vector<Place> take_free();

  // How long nothing was lent and nothing came back, while somebody might have waited.
  std::chrono::milliseconds stuck_for() const;

 private:
  using Steady = std::chrono::steady_clock;

  std::chrono::milliseconds wait_;
  mutable std::mutex mutex_;
  std::condition_variable one_free_;
  std::vector<Place> free_;
  Steady::time_point last_moved_{Steady::now()};
};

// A place out of a pool, back in it at the end of its life, whatever happened.
class Lent {
 public:
  explicit Lent(Pool& pool) : pool_(pool), place_(pool.take()) {}
  ~Lent() { pool_.give(std::move(place_)); }
  Lent(Lent const&) = delete;
  Lent& operator=(Lent const&) = delete;

  Pool::Place& place() { return place_; }
  Connection& operator*() { return *place_; }
  Connection* operator->() { return place_.get(); }
  void drop() { place_.reset(); }  // it broke

 private:
  Pool& pool_;
  Pool::Place place_;
};

// All places that are free, back in the pool at the end of its life.
class AllFree {
 public:
  explicit AllFree(Pool& pool) : pool_(pool), places_(pool.take_free()) {}
  ~AllFree() {
    for (auto& place : places_) pool_.give(std::move(place));
  }
  AllFree(AllFree const&) = delete;
  AllFree& operator=(AllFree const&) = delete;

  std::vector<Pool::Place>& places() { return places_; }

 private:
  Pool& pool_;
  std::vector<Pool::Place> places_;
};

}  // namespace waymark::db
