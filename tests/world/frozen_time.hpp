#pragma once

#include <string>

#include "core/base/clock.hpp"
#include "world/spawn.hpp"

namespace waymark::testing {

// A clock for other programs that stands still until it is moved: Debian's libfaketime reads it from a file. What
// measures how long something takes goes on.
class FrozenTime {
 public:
  explicit FrozenTime(base::Millis now);
  ~FrozenTime();
  FrozenTime(FrozenTime const&) = delete;
  FrozenTime& operator=(FrozenTime const&) = delete;

  base::Millis now() const { return now_; }
  void move(base::Millis to);  // whole seconds

  // What a program is started with to see this clock.
  Environment environment() const;

 private:
  std::string file_;
  base::Millis now_{0};
};

}  // namespace waymark::testing
