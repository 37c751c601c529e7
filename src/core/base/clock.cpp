#include "core/base/clock.hpp"

#include <chrono>

namespace waymark::base {

Millis SystemClock::now() const {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace waymark::base
