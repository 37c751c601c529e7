#include "app/health.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "app/check.hpp"
#include "core/base/memory.hpp"

namespace waymark::app {
namespace {

constexpr std::chrono::milliseconds keeps{1'000};
constexpr std::chrono::milliseconds first_look{1'000};
constexpr std::chrono::milliseconds patience{1'500};

}  // namespace

Health::Health(db::Db& database) : database_(database), thread_([this](std::stop_token const& stop) { look(stop); }) {}

// One caller waits for the look; what others are told is a moment older.
http::Response Health::answer() {
  std::unique_lock lock(mutex_);
  auto const begun = Steady::now();
  if (begun - seen_at_ > keeps) {
    asked_ = true;
    changed_.notify_all();
    if (!std::exchange(somebody_waits_, true)) {
      changed_.wait_for(lock, patience, [&] { return seen_at_ > begun; });
      somebody_waits_ = false;
    }
  }
  auto faults = faults_;
  if (looking_since_ && Steady::now() - *looking_since_ >= patience) faults = {"the database does not answer"};
  if (faults.empty()) return http::text(200, "ok");
  return http::text(503, fmt::format("{}\n", fmt::join(faults, "\n"))).with("Retry-After", "5");
}

void Health::look(std::stop_token const& stop) {
  base::WaitsForMemory const patient;
  try {
    sample(database_, first_look, stop);
  } catch (std::exception const&) {  // the database said it in the log, and says it when it is asked
  }
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return asked_; })) {
    asked_ = false;
    looking_since_ = Steady::now();
    lock.unlock();
    std::vector<std::string> found;
    try {
      found = database_.faults();
    } catch (std::exception const& e) {
      spdlog::error("the database cannot be looked through: {}", e.what());
      found = {"the database cannot be looked through"};
    }
    lock.lock();
    faults_ = std::move(found);
    looking_since_.reset();
    seen_at_ = Steady::now();
    changed_.notify_all();
  }
}

}  // namespace waymark::app
