#pragma once

#include <atomic>
#include <cstdint>

namespace waymark::base {

// Milliseconds since 1970-01-01T00:00:00Z.
using Millis = std::int64_t;

// What time it is, handed in: no slice asks the machine. What measures a wait has the steady clock.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Millis now() const = 0;  // from any thread
};

class SystemClock final : public Clock {
 public:
  Millis now() const override;
};

// A clock that stands still until it is set; for tests and for worlds built in the past.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Millis now) : now_(now) {}
  Millis now() const override { return now_.load(); }
  void set(Millis now) { now_.store(now); }

 private:
  std::atomic<Millis> now_;
};

}  // namespace waymark::base
