#pragma once

#include <chrono>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>

#include "core/base/problem.hpp"

namespace waymark::db {

// The storage failed, not what was asked of it.
struct Fault : std::runtime_error {
  enum class Kind { input_output, damaged, full, no_memory, lost, too_slow };
  Fault(Kind kind, std::string const& what) : std::runtime_error(what), kind(kind) {}
  Kind kind;
};

// What the person who asked is told of it.
base::Problem problem_of(Fault const& fault);

// After a write of which nobody knows whether it is on the disk.
base::Problem storage_failed();

// Nobody's turn came within the time that one waits.
base::Problem no_turn();

// Says each fault in one line of the log, the same one not again and again, damage once.
class FaultLog {
 public:
  // Logs it; what the caller is told.
  base::Problem tell(Fault const& fault);

  // Whether damage was met since the start; it does not heal.
  bool has_damage() const;

 private:
  mutable std::mutex mutex_;
  std::string last_;
  std::chrono::steady_clock::time_point last_at_;
  std::set<std::string> damage_;
};

}  // namespace waymark::db
