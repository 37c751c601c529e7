#pragma once

#include <deque>
#include <functional>
#include <list>
#include <string>

namespace waymark::http {

// The order in which requests are given to the workers: callers who are known before those who are not, who get every
// fourth turn all the same and never the last quarter of the workers; within each, every origin in turn, so that many
// from one place never stand before the one from elsewhere. When the places to wait are full, the origin that holds
// most of them gives up its newest, and nobody who is known for one who is not. On the I/O thread only.
class Turns {
 public:
  // Called once: with true when it is its turn, with false when it is sent away.
  using Called = std::function<void(bool)>;

  Turns(std::size_t at_once, std::size_t most_waiting) : at_once_(at_once), most_waiting_(most_waiting) {}

  void enter(std::string const& origin, bool known, Called called);  // may be called before this returns
  void leave(bool known);                                            // one whose turn it was is ready
  void forget_all();                                                 // they are not called any more

 private:
  struct Line {
    std::string origin;
    std::deque<Called> waiting;
  };

  // Those who are known, or those who are not.
  struct Group {
    std::size_t running{0};
    std::size_t waiting{0};
    std::list<Line> lines{};  // whose turn is next at the front; none of them is empty

    void add(std::string const& origin, Called called);
    Called next();
    std::size_t waiting_of(std::string const& origin) const;
    Called give_up_newest(std::size_t more_than);  // of the longest line, where that is longer; else nothing
  };

  Group& group(bool known) { return known ? known_ : unknown_; }
  bool may_begin(bool known) const;
  bool make_room(std::string const& origin, bool known);
  void call(bool known);

  std::size_t at_once_;
  std::size_t most_waiting_;
  std::size_t in_a_row_{0};  // turns of who is known, while others waited
  Group known_;
  Group unknown_;
};

}  // namespace waymark::http
