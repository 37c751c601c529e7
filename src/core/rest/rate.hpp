#pragma once

#include <chrono>
#include <mutex>
#include <string>

#include "core/base/recent.hpp"
#include "core/http/message.hpp"

namespace waymark::rest {

// How many requests a caller may send: so many a second, and so many at once after a rest. A bucket that is filled at
// the first rate and holds the second number.
struct RateOptions {
  int per_second{100};  // 0: as many as they like
  int burst{1000};
};

class Rate {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::size_t most_callers =
      50'000;  // that are remembered; who was not heard for longest is forgotten

  explicit Rate(RateOptions options) : options_(options) {}

  struct Left {
    bool may{true};
    int requests{0};        // that could follow at once
    int seconds_to_one{0};  // until one more may, where none may now
    int seconds_to_all{0};  // until the bucket is full again
  };
  Left take(std::string const& caller, Time now);

  bool is_set() const { return options_.per_second > 0; }
  RateOptions const& options() const { return options_; }

 private:
  RateOptions options_;
  std::mutex mutex_;
  base::Recent<Time> full_at_{most_callers};
};

// What is said of it in an answer, in the words of the IETF's draft (draft-ietf-httpapi-ratelimit-headers).
void tell(http::Response& response, Rate const& rate, Rate::Left const& left);

}  // namespace waymark::rest
