#include "identity/passwords.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

#include "core/base/problem.hpp"

namespace waymark::identity {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19U << 20;

// Of a random text that nobody kept.
std::string const nobodys_hash =
    "$argon2id$v=19$m=19456,t=2,p=1$HUtDySvyaZGCKF/IhIjBlQ$imyzgtOr961iz650dXOkHsZOF7fa5Y9rfzmyuRCKewM";

}  // namespace

// One of the places to hash in, as long as it lives.
class Passwords::Turn {
 public:
  explicit Turn(Passwords& pool) : pool_(pool) {
    std::unique_lock lock(pool_.mutex_);
    if (pool_.running_ >= pool_.limits_.at_once) {
      if (pool_.waiting_ >= pool_.limits_.waiting) refuse();
      ++pool_.waiting_;
      pool_.free_.wait(lock, [this] { return pool_.running_ < pool_.limits_.at_once; });
      --pool_.waiting_;
    }
    ++pool_.running_;
  }
  ~Turn() {
    {
      std::lock_guard const lock(pool_.mutex_);
      --pool_.running_;
    }
    pool_.free_.notify_one();
  }
  Turn(Turn const&) = delete;
  Turn& operator=(Turn const&) = delete;

 private:
  [[noreturn]] static void refuse() {
    base::Problem busy{base::Code::too_busy, "sign_in_busy",
                       "Too many people are signing in at this moment. Please try again in a second."};
    busy.retry_after_seconds = 1;
    throw busy;
  }

  Passwords& pool_;
};

std::string Passwords::hash_of(std::string_view password) {
  Turn const turn{*this};
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (sodium_init() < 0 || crypto_pwhash_str(text.data(), password.data(), password.size(), passes, memory) != 0) {
    throw std::runtime_error("there is no memory to hash a password");
  }
  return text.data();
}

bool Passwords::matches(std::string_view password, std::string const& hash) {
  Turn const turn{*this};
  auto const& compared = hash.empty() ? nobodys_hash : hash;
  auto const same =
      sodium_init() >= 0 && crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

bool Passwords::is_outdated(std::string const& hash) {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory) != 0;
}

}  // namespace waymark::identity
