#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "core/rest/router.hpp"

namespace waymark::identity {

// Who was behind a secret a moment ago. What ends access on this server clears it; what ends it elsewhere is seen a
// second later.
class CallerCache {
 public:
  using Caller = rest::Authenticator::Caller;
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::milliseconds life{1000};
  static constexpr std::size_t most = 10'000;

  // A state of the cache: what was read from the database before a clear() must not be kept after it.
  std::uint64_t state() const;
  std::optional<Caller> find(std::string const& secret, Time now) const;
  bool knew(std::string const& secret) const;  // also where it is longer ago
  void keep(std::string const& secret, Caller const& caller, Time now, std::uint64_t state);
  void clear();

 private:
  struct Entry {
    Caller caller;
    Time until;
  };
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Entry> entries_;
  std::uint64_t state_{0};
};

}  // namespace waymark::identity
