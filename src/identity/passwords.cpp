#include "identity/passwords.hpp"

#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <thread>

#include "core/base/problem.hpp"

namespace waymark::identity {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19U << 20;

// Of a random text that nobody kept.
std::string const nobodys_hash =
    "$argon2id$v=19$m=19456,t=2,p=1$HUtDySvyaZGCKF/IhIjBlQ$imyzgtOr961iz650dXOkHsZOF7fa5Y9rfzmyuRCKewM";

base::Problem busy() {
  base::Problem refusal{base::Code::too_busy, "sign_in_busy",
                        "Too many people are signing in at this moment. Please try again in a second."};
  refusal.retry_after_seconds = 1;
  return refusal;
}

// Hashing gives way to all else that the server does: strangers can ask for as much of it as they like.
template <class Work>
void at_low_priority(Work work) {
  constexpr int lowest = 19;
  std::thread{[&] {
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), lowest);
    work();
  }}.join();
}

}  // namespace

Passwords::Turn::Turn(Passwords& pool, Asker const& asker) : pool_(pool) {
  std::unique_lock lock(pool_.mutex_);
  if (!pool_.may_begin(asker)) {
    pool_.make_room(asker);
    Waiting own{&asker};
    pool_.waiting_.push_back(&own);
    pool_.called_.wait(lock, [&] { return own.called || own.sent_away; });
    if (own.sent_away) throw busy();
    place_ = own.place;
  } else {
    place_ = pool_.running_.insert(pool_.running_.begin(), asker);
  }
}

Passwords::Turn::~Turn() {
  {
    std::lock_guard const lock(pool_.mutex_);
    pool_.running_.erase(place_);
    if (auto const next = pool_.next(); next != pool_.waiting_.end()) {
      (*next)->called = true;
      (*next)->place = pool_.running_.insert(pool_.running_.begin(), *(*next)->asker);
      pool_.waiting_.erase(next);
    }
  }
  pool_.called_.notify_all();
}

bool Passwords::may_begin(Asker const& asker) const {
  auto const kept = asker.known || limits_.at_once == 1 ? 0 : 1;
  return std::ssize(running_) < limits_.at_once - kept;
}

std::ptrdiff_t Passwords::waiting_of(std::string const& origin) const {
  return std::ranges::count(
      waiting_, origin, [](auto const* one) -> auto const& { return one->asker->origin; });
}

// The newest of whoever has most of them waiting goes, of those who are unknown where the new one is known.
void Passwords::make_room(Asker const& asker) {
  if (std::ssize(waiting_) < limits_.waiting) return;
  auto victim = waiting_.end();
  std::ptrdiff_t most = 0;
  for (auto one = waiting_.begin(); one != waiting_.end(); ++one) {
    auto const& theirs = *(*one)->asker;
    if (theirs.known && !asker.known) continue;
    auto const count = waiting_of(theirs.origin) + (asker.known && !theirs.known ? limits_.waiting : 0);
    if (count >= most) {
      most = count;
      victim = one;
    }
  }
  if (victim == waiting_.end() || most <= waiting_of(asker.origin) + 1) throw busy();
  (*victim)->sent_away = true;
  waiting_.erase(victim);
  called_.notify_all();
}

// Of those who may begin: those who are known, then whose origin has fewest before them, then who came first.
std::list<Passwords::Waiting*>::iterator Passwords::next() {
  auto best = waiting_.end();
  std::ptrdiff_t best_rank = 0;
  std::map<std::string_view, std::ptrdiff_t> before;
  for (auto const& asker : running_) ++before[asker.origin];
  for (auto one = waiting_.begin(); one != waiting_.end(); ++one) {
    auto const& theirs = *(*one)->asker;
    if (!may_begin(theirs)) continue;
    auto const rank = before[theirs.origin]++ + (theirs.known ? 0 : limits_.at_once + limits_.waiting);
    if (best == waiting_.end() || rank < best_rank) {
      best = one;
      best_rank = rank;
    }
  }
  return best;
}

std::string Passwords::hash_of(std::string_view password, Asker const& asker) {
  Turn const turn{*this, asker};
  std::array<char, crypto_pwhash_STRBYTES> text{};
  int failed = sodium_init() < 0 ? 1 : 0;
  if (failed == 0) {
    at_low_priority([&] { failed = crypto_pwhash_str(text.data(), password.data(), password.size(), passes, memory); });
  }
  if (failed != 0) {
    throw std::runtime_error("there is no memory to hash a password");
  }
  return text.data();
}

bool Passwords::matches(Turn const& /*held*/, std::string_view password, std::string const& hash) {
  auto const& compared = hash.empty() ? nobodys_hash : hash;
  bool same = sodium_init() >= 0;
  at_low_priority(
      [&] { same = same && crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0; });
  return same && !hash.empty();
}

bool Passwords::is_outdated(std::string const& hash) {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory) != 0;
}

}  // namespace waymark::identity
