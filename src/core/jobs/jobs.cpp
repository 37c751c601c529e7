#include "core/jobs/jobs.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "core/jobs/queue.hpp"

namespace waymark::jobs {
namespace {

constexpr std::chrono::seconds look_every{2};
constexpr base::Millis shortest_pause_ms = 5'000;

}  // namespace

base::Millis pause_after(std::int64_t attempts) {
  auto pause = shortest_pause_ms;
  for (std::int64_t i = 1; i < attempts && pause < base::ms_per_day; ++i) pause *= 4;
  return std::min(pause, base::ms_per_day);
}

void Jobs::on(std::string kind, Work work) {
  kinds_[std::move(kind)] = {std::move(work), 0};
}

void Jobs::every(base::Millis pause, std::string kind, Work work) {
  kinds_[std::move(kind)] = {std::move(work), pause};
}

void Jobs::enqueue(db::Tx& tx, std::string_view kind, std::string_view body, base::Millis due_at) const {
  add(tx, kind, body, due_at);
  if (due_at <= tx.now()) tx.after_commit([this] { wake(); });
}

void Jobs::start(int threads) {
  plan_repeating();
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { loop(); });
}

void Jobs::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  something_due_.notify_all();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

int Jobs::run_due() {
  plan_repeating();
  int tried = 0;
  while (run_one()) ++tried;
  return tried;
}

void Jobs::plan_repeating() {
  db_.write([this](db::Tx& tx) {
    for (auto const& [name, kind] : kinds_) {
      if (kind.pause > 0) add_repeating(tx, name);
    }
  });
}

void Jobs::loop() {
  std::string said;
  for (;;) {
    try {
      while (run_one()) {
        std::lock_guard const lock(mutex_);
        if (stopping_) return;
      }
      said.clear();
    } catch (std::exception const& e) {
      if (std::exchange(said, e.what()) != e.what()) spdlog::warn("the job queue cannot be read: {}", e.what());
    }
    std::unique_lock lock(mutex_);
    something_due_.wait_for(lock, look_every, [this] { return stopping_ || woken_; });
    if (stopping_) return;
    woken_ = false;
  }
}

bool Jobs::run_one() {
  if (!db_.read([](db::Tx& tx) { return anything_due(tx); })) return false;
  auto const job = db_.write([](db::Tx& tx) { return claim(tx, tx.now() + longest_ms); });
  if (!job) return false;
  auto const kind = kinds_.find(job->kind);
  try {
    if (kind == kinds_.end()) throw std::runtime_error("nobody here does jobs of this kind");
    kind->second.work(db_, job->body);
  } catch (std::exception const& e) {
    spdlog::warn("job {} failed (try {}): {}", job->kind, job->attempts, e.what());
    std::string const error = e.what();
    db_.write([&](db::Tx& tx) { put_off_failed(tx, job->id, tx.now() + pause_after(job->attempts), error); });
    return true;
  }
  db_.write([&](db::Tx& tx) {
    if (kind->second.pause == 0) return remove(tx, job->id);
    put_off(tx, job->id, tx.now() + kind->second.pause);
  });
  return true;
}

void Jobs::wake() const {
  {
    std::lock_guard const lock(mutex_);
    woken_ = true;
  }
  something_due_.notify_one();
}

}  // namespace waymark::jobs
