#pragma once

#include <map>
#include <mutex>
#include <string>

#include "core/base/clock.hpp"
#include "core/base/problem.hpp"
#include "core/base/recent.hpp"
#include "core/db/db.hpp"
#include "identity/identity_shapes.hpp"

// How fast passwords can be tried: by where somebody comes from, and for all who are unknown together by what they give
// as e-mail address, whether there is such an account or not.
namespace waymark::identity {

// Until when an account stays closed for one origin after so many failures of one day (UTC).
base::Millis closed_until(std::int64_t failures, base::Millis now);

// Up to this many tries may be under way at once; later ones wait for their turn.
inline constexpr std::int64_t free_tries = 3;

// What all unknown devices together may try at an account: so many at once, and one more after so long. At most 100 in
// any 24 hours.
inline constexpr std::int64_t bucket_size = 28;
inline constexpr base::Millis bucket_step = 20 * 60 * 1000;

// How many wishes for a reset are looked at: of an address a day, of those around a caller and of all an hour.
inline constexpr std::int64_t resets_of_account = 5;
inline constexpr std::int64_t resets_of_block = 20;
inline constexpr std::int64_t resets_of_all = 600;

// How much of what strangers ask is remembered at most.
inline constexpr std::size_t most_remembered = 20'000;  // of each kind
inline constexpr std::size_t most_lines = 500;          // accounts that somebody waits for
inline constexpr std::size_t most_blocks = 200;         // of one of them

// The refusal (too_many) of a try that comes too early.
base::Problem too_many_tries(base::Millis wait);

// How many tries are left where the bucket is spent until then.
std::int64_t tries_left(base::Millis spent_until, base::Millis now);

// Who tries: a device or session of theirs that is known, or an address and those around it.
struct Origin {
  std::string name;   // of the device, the session or the address
  std::string block;  // those around it
  bool known{false};
};

// What of it is remembered in memory, and forgotten with the server; never more than fits. Thread-safe.
class Guesses {
 public:
  // One try that is under way.
  struct Try {
    std::string key;
    std::int64_t failures;
    base::Millis closed_before;
  };

  // Counts a try before it is made, so that many at once are no way around. Throws Problem (too_many) while the account
  // is closed for this origin.
  Try begin(std::string const& account, Origin const& origin, base::Millis now);
  void failed(Try const& made, base::Millis now);
  void right(Try const& made);
  void take_back(Try const& made);  // it was not made after all

  // Of those who were sent away from an account and wait, how many have tried less often than this block?
  std::int64_t ahead_of(std::string const& account, std::string const& block, base::Millis now);
  void wait(std::string const& account, std::string const& block, base::Millis until);

  // The bucket of an address without an account.
  std::int64_t left(std::string const& account, base::Millis now);
  std::int64_t draw(std::string const& account, base::Millis now);
  void give_back(std::string const& account);

  // Counts an act of this name; false beyond `most` of them in `period`.
  bool within(std::string const& name, std::int64_t most, base::Millis period, base::Millis now);

 private:
  struct Pause {
    std::int64_t failures{0};
    base::Millis closed_until{0};
    base::Millis last_at{0};
  };
  struct Asking {
    std::int64_t tries{0};
    base::Millis last_at{0};
    base::Millis waits_until{0};
  };
  struct Spent {
    base::Millis until{0};
    base::Millis seen_at{0};
  };
  struct Acts {
    std::int64_t count{0};
    base::Millis since{0};
  };

  Spent& spent_by_strangers(std::string const& account, base::Millis now);

  std::mutex mutex_;
  base::Recent<Pause> pauses_{most_remembered};
  base::Recent<std::map<std::string, Asking>> lines_{most_lines};
  base::Recent<Spent> strangers_{most_remembered};
  base::Recent<Acts> acts_{most_remembered};
};

// How many tries the bucket of an account holds.
std::int64_t left_of(db::Tx& tx, std::string const& account);

// Draws on the bucket of an account; how many tries are left after this one, fewer than none where there was none.
std::int64_t draw(db::Tx& tx, std::string const& account);
void give_back(db::Tx& tx, std::string const& account);
// Was the bucket last drawn on at a later time than now? Then the clock was set back, and it has to follow.
bool is_ahead(db::Tx& tx, std::string const& account);
void follow_clock(db::Tx& tx, std::string const& account);
bool first_told_today(db::Tx& tx, std::string const& account);  // and it is from now on
void forget_spent_buckets(db::Tx& tx);

// A browser in which this person has signed in before, or does now.
bool is_known_device(db::Tx& tx, std::string const& secret, PersonId person);
void keep_device(db::Tx& tx, std::string const& secret, PersonId person);
void delete_devices(db::Tx& tx, PersonId person);

}  // namespace waymark::identity
