#pragma once

#include <condition_variable>
#include <list>
#include <mutex>
#include <string>
#include <string_view>

namespace waymark::identity {

// For whom a password is hashed.
struct Asker {
  std::string origin{};
  bool known{true};  // a device or session of theirs, or the server itself: served first
};

// Argon2id, 19 MiB and 2 passes: some 25 ms of a core. Only so many run at once, only so many wait for them: those who
// are known first, then the origins in turn; when too many wait, the origin that has most of them there gives one up.
class Passwords {
 public:
  struct Limits {
    int at_once{2};
    int waiting{8};  // beyond it: Problem (too_busy); each one waiting holds a worker of the server
  };
  Passwords() : Passwords(Limits{}) {}
  explicit Passwords(Limits limits) : limits_(limits) {}

  std::string hash_of(std::string_view password, Asker const& asker = {});

  // Without a hash (nobody has this account) the same work is done, and the answer is no.
  bool matches(std::string_view password, std::string const& hash, Asker const& asker = {});

  // Was the hash made with other costs than new ones are?
  static bool is_outdated(std::string const& hash);

 private:
  class Turn;
  struct Waiting {
    Asker const* asker;
    bool called{false};
    bool sent_away{false};
    std::list<std::string>::iterator place{};  // among those that run, once it is called
  };

  void make_room(Asker const& asker);  // throws Problem (too_busy) where the new one has to go
  std::list<Waiting*>::iterator next();
  std::ptrdiff_t waiting_of(std::string const& origin) const;

  Limits limits_;
  std::mutex mutex_;
  std::condition_variable called_;
  std::list<Waiting*> waiting_;     // as they came
  std::list<std::string> running_;  // their origins
};

}  // namespace waymark::identity
