#pragma once

#include <map>
#include <mutex>

#include "core/base/problem.hpp"
#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"
#include "core/rest/route.hpp"

namespace waymark::audit {

// What people tried and may not do. At most 60 lines an hour of one person, so that nobody fills the disk with them;
// the next line after that says how many were left out. Thread-safe.
class Refusals {
 public:
  static constexpr std::int64_t most_an_hour = 60;

  void note(db::Db& db, rest::Route const& route, rest::PathFields const& path, policy::Viewer const& viewer,
            base::Problem const& problem);

 private:
  struct Hour {
    base::Millis since{0};
    std::int64_t lines{0};
    std::int64_t left_out{0};
  };
  // How many were left out before this one; nothing where this one is left out as well.
  std::optional<std::int64_t> room_for(policy::PersonId person, base::Millis now);

  std::mutex mutex_;
  std::map<policy::PersonId, Hour> hours_;
};

}  // namespace waymark::audit
