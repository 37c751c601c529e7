#include "core/jobs/jobs.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <new>
#include <utility>

#include "core/base/memory.hpp"
#include "core/base/problem.hpp"
#include "core/base/reference.hpp"
#include "core/jobs/queue.hpp"

namespace waymark::jobs {
namespace {

constexpr std::chrono::seconds look_every{2};
constexpr base::Millis shortest_pause_ms = 5'000;
constexpr base::Millis hour_ms = 3'600'000;

// A job of a newer release, in a queue that several nodes share.
struct NotKnown : std::runtime_error {
  NotKnown() : std::runtime_error("nobody here does jobs of this kind") {}
};

JobFault fault_of(std::exception const& error) {
  if (dynamic_cast<NotKnown const*>(&error)) return JobFault::not_known;
  auto const* problem = dynamic_cast<base::Problem const*>(&error);
  bool const storage = problem && (problem->code == base::Code::too_busy || problem->code == base::Code::no_space);
  return storage ? JobFault::no_database : JobFault::defect;
}

void record_at_end(db::Tx& tx, JobRun run, bool each) {
  run.took_ms = tx.now() - run.at;
  record(tx, run, each);
}

}  // namespace

base::Millis pause_after(std::int64_t attempts) {
  auto pause = shortest_pause_ms;
  for (std::int64_t i = 1; i < attempts && pause < base::ms_per_day; ++i) pause *= 4;
  return std::min(pause, base::ms_per_day);
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
  base::WaitsForMemory const patient;
  std::string said;
  for (;;) {
    try {
      while (run_one()) {
        std::lock_guard const lock(mutex_);
        if (stopping_) return;
      }
      said.clear();
    } catch (std::bad_alloc const&) {
      spdlog::warn("the job queue cannot be read: no memory");
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
  JobRun run{{}, job->kind, job->held_until - longest_ms, 0, {}, {}, ""};
  try {
    if (kind == kinds_.end()) throw NotKnown{};
    run.sent = kind->second.work(db_, job->body);
  } catch (std::exception const& e) {
    run.fault = fault_of(e);
    run.reference = base::new_reference();
    spdlog::warn("job {} failed (try {}, ref {}): {}", job->kind, job->attempts, run.reference, e.what());
    std::string const error = e.what();
    db_.write([&](db::Tx& tx) {
      put_off_failed(tx, job->id, tx.now() + pause_after(job->attempts), error);
      record_at_end(tx, run, true);
    });
    return true;
  }
  auto const pause = kind->second.pause;
  db_.write([&](db::Tx& tx) {
    record_at_end(tx, run, pause == 0 || pause >= hour_ms);
    if (pause == 0) return remove(tx, job->id);
    put_off(tx, job->id, tx.now() + pause);
  });
  return true;
}

std::vector<ScheduledJob> Jobs::schedule(db::Tx& tx) const {
  std::vector<ScheduledJob> all;
  for (auto const& [name, kind] : kinds_) {
    auto const every = kind.pause > 0 ? std::optional{kind.pause} : std::nullopt;
    all.push_back({name, every, next_due(tx, name), last_run(tx, name)});
  }
  return all;
}

void Jobs::wake() const {
  {
    std::lock_guard const lock(mutex_);
    woken_ = true;
  }
  something_due_.notify_one();
}

}  // namespace waymark::jobs
