#include "identity/guessing.hpp"

#include "core/base/day.hpp"

namespace waymark::identity {

base::Millis closed_until(std::int64_t failures, base::Millis now) {
  if (failures < 3) return now + 1'000;
  if (failures < 9) return now + 3'000;
  if (failures < 25) return now + 5'000;
  if (failures < 100) return now + 10'000;
  return (base::day_of(now) + 1).start_ms();
}

}  // namespace waymark::identity
