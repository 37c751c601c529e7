#include "core/rest/rate.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace waymark::rest {
namespace {

using std::chrono::nanoseconds;

int whole_seconds(nanoseconds time) {
  return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

}  // namespace

Rate::Left Rate::take(std::string const& caller, Time now) {
  if (!is_set()) return {};
  nanoseconds const step{1'000'000'000 / options_.per_second};
  auto const whole = step * options_.burst;
  std::lock_guard const lock(mutex_);
  auto& full_at = full_at_[caller];
  auto const after = std::max(full_at, now) + step;
  if (after - now > whole)
    return {false, 0, std::max(1, whole_seconds(after - now - whole)), whole_seconds(full_at - now)};
  full_at = after;
  return {true, static_cast<int>((whole - (after - now)) / step), 0, whole_seconds(after - now)};
}

void tell(http::Response& response, Rate const& rate, Rate::Left const& left) {
  auto const& [per_second, burst] = rate.options();
  response.with("RateLimit-Policy", fmt::format(R"("caller";q={};w={})", burst, (burst + per_second - 1) / per_second));
  response.with("RateLimit", fmt::format(R"("caller";r={};t={})", left.requests, left.seconds_to_all));
}

}  // namespace waymark::rest
