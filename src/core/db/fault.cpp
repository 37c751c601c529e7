#include "core/db/fault.hpp"

#include <spdlog/spdlog.h>

namespace waymark::db {
namespace {

base::Problem busy(std::string slug, std::string detail, int retry_after_seconds) {
  base::Problem problem{base::Code::too_busy, std::move(slug), std::move(detail)};
  problem.retry_after_seconds = retry_after_seconds;
  return problem;
}

}  // namespace

base::Problem problem_of(Fault const& fault) {
  switch (fault.kind) {
    case Fault::Kind::full:
      return {base::Code::no_space, "storage_full",
              "The disk of this server is full, so nothing was saved. Everything can still be read; whoever runs the "
              "server must make room."};
    case Fault::Kind::damaged:
      return busy("damaged",
                  "Part of what this server stores is damaged and cannot be read. Whoever runs it finds what it is "
                  "with 'waymark check'.",
                  60);
    case Fault::Kind::lost:
      return busy("database_unreachable", "The database cannot be reached at the moment. Please try again.", 2);
    case Fault::Kind::too_slow:
      return busy("database_slow", "The database did not answer in time. Please try again in a moment.", 5);
    case Fault::Kind::no_memory:
      return busy("no_memory", "The server has no memory left for this at the moment. Please try again.", 5);
    case Fault::Kind::input_output: break;
  }
  return busy("storage_failed", "The storage of this server failed. Please try again; nothing was changed.", 5);
}

base::Problem storage_failed() {
  return busy("storage_failed",
              "The storage of this server failed; nothing can be saved until it is repaired and the server started "
              "anew. Everything can still be read.",
              60);
}

base::Problem no_turn() {
  return busy("storage_busy", "Too much is going on at the moment, so this was not begun. Please try again.", 2);
}

base::Problem FaultLog::tell(Fault const& fault) {
  constexpr std::chrono::seconds quiet{10};
  std::lock_guard const lock(mutex_);
  auto const now = std::chrono::steady_clock::now();
  auto const is_news = fault.kind == Fault::Kind::damaged ? damage_.insert(fault.what()).second
                                                          : last_ != fault.what() || now - last_at_ > quiet;
  if (is_news) {
    last_ = fault.what();
    last_at_ = now;
    spdlog::critical("the storage failed: {}", last_);
  }
  return problem_of(fault);
}

bool FaultLog::has_damage() const {
  std::lock_guard const lock(mutex_);
  return !damage_.empty();
}

}  // namespace waymark::db
