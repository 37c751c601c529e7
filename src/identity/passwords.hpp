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

// Argon2id, 19 MiB and 2 passes: some 25 ms of a core. Only so many run at once, one of them kept for those who are
// known; only so many wait: those who are known first, then the origins in turn; when too many wait, the origin that
// has most of them there gives one up.
class Passwords {
 public:
  struct Limits {
    int at_once{2};
    int waiting{8};  // beyond it: Problem (too_busy); each one waiting holds a worker of the server
  };
  Passwords() : Passwords(Limits{}) {}
  explicit Passwords(Limits limits) : limits_(limits) {}

  // One of the places to hash in, as long as it lives.
  class Turn {
   public:
    Turn(Passwords& pool, Asker const& asker);
    ~Turn();
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;

   private:
    Passwords& pool_;
    std::list<Asker>::iterator place_;
  };
  Turn turn(Asker const& asker) { return Turn{*this, asker}; }  // waits; throws Problem (too_busy)

  std::string hash_of(std::string_view password, Asker const& asker = {});

  // Without a hash (nobody has this account) the same work is done, and the answer is no.
  static bool matches(Turn const& turn, std::string_view password, std::string const& hash);

  // Was the hash made with other costs than new ones are?
  static bool is_outdated(std::string const& hash);

 private:
  using Running = std::list<Asker>;
  struct Waiting {
    Asker const* asker;
    bool called{false};
    bool sent_away{false};
    Running::iterator place{};  // once it is called
  };

  void make_room(Asker const& asker);  // throws Problem (too_busy) where the new one has to go
  bool may_begin(Asker const& asker) const;
  std::list<Waiting*>::iterator next();
  std::ptrdiff_t waiting_of(std::string const& origin) const;

  Limits limits_;
  std::mutex mutex_;
  std::condition_variable called_;
  std::list<Waiting*> waiting_;  // as they came
  Running running_;
};

}  // namespace waymark::identity
