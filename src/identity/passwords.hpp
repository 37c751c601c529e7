#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

namespace waymark::identity {

// Argon2id, 19 MiB and 2 passes: some 25 ms of a core. Only so many run at once, only so many wait for them.
class Passwords {
 public:
  struct Limits {
    int at_once{2};
    int waiting{8};  // beyond it: Problem (too_busy); each one waiting holds a worker of the server
  };
  Passwords() : Passwords(Limits{}) {}
  explicit Passwords(Limits limits) : limits_(limits) {}

  std::string hash_of(std::string_view password);

  // Without a hash (nobody has this account) the same work is done, and the answer is no.
  bool matches(std::string_view password, std::string const& hash);

  // Was the hash made with other costs than new ones are?
  static bool is_outdated(std::string const& hash);

 private:
  class Turn;

  Limits limits_;
  std::mutex mutex_;
  std::condition_variable free_;
  int running_{0};
  int waiting_{0};
};

}  // namespace waymark::identity
