#pragma once

#include <string>

#include "core/base/clock.hpp"
#include "core/base/day.hpp"

namespace waymark::app::demo {

// The cycles of the demo world, counted from today: the running quarter is in its 7th week, two lie behind it.
struct Stretch {
  std::string name;
  base::Day starts_on;
  base::Day ends_on;
  int weeks;
};

struct Calendar {
  explicit Calendar(base::Millis now);

  base::Millis now;
  Stretch first;
  Stretch second;
  Stretch current;
  Stretch year;
};

// Some moment of a working day, the same for the same words every time.
base::Millis office_hour(base::Day day, std::string_view whose);

// 0 to 99, the same for the same words every time.
int dice(std::string_view words, int salt);

}  // namespace waymark::app::demo
