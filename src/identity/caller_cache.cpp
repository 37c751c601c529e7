#include "identity/caller_cache.hpp"

namespace waymark::identity {

std::uint64_t CallerCache::state() const {
  std::lock_guard const lock(mutex_);
  return state_;
}

std::optional<CallerCache::Caller> CallerCache::find(std::string const& secret, Time now) const {
  std::lock_guard const lock(mutex_);
  auto const entry = entries_.find(secret);
  if (entry == entries_.end() || entry->second.until <= now) return std::nullopt;
  return entry->second.caller;
}

bool CallerCache::knew(std::string const& secret) const {
  std::lock_guard const lock(mutex_);
  return entries_.contains(secret);
}

void CallerCache::keep(std::string const& secret, Caller const& caller, Time now, std::uint64_t state) {
  std::lock_guard const lock(mutex_);
  if (state != state_) return;
  if (entries_.size() >= most) entries_.clear();
  entries_.insert_or_assign(secret, Entry{caller, now + life});
}

void CallerCache::clear() {
  std::lock_guard const lock(mutex_);
  entries_.clear();
  ++state_;
}

}  // namespace waymark::identity
