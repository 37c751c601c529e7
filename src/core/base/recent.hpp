#pragma once

#include <list>
#include <string>
#include <unordered_map>
#include <utility>

namespace waymark::base {

// Remembers what was used last, by name, and no more than `most`. Not thread-safe.
template <class Value>
class Recent {
 public:
  explicit Recent(std::size_t most) : most_(most) {}

  // What stands there, or something new; it is the last to be forgotten from here on.
  Value& operator[](std::string const& name) {
    if (auto const known = places_.find(name); known != places_.end()) {
      all_.splice(all_.begin(), all_, known->second);
      return known->second->second;
    }
    if (all_.size() >= most_) {
      places_.erase(all_.back().first);
      all_.pop_back();
    }
    all_.emplace_front(name, Value{});
    places_.emplace(name, all_.begin());
    return all_.front().second;
  }
  void forget(std::string const& name) {
    auto const known = places_.find(name);
    if (known == places_.end()) return;
    all_.erase(known->second);
    places_.erase(known);
  }
  std::size_t size() const { return all_.size(); }

 private:
  using All = std::list<std::pair<std::string, Value>>;

  std::size_t most_;
  All all_;
  std::unordered_map<std::string, typename All::iterator> places_;
};

}  // namespace waymark::base
