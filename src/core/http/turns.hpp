#pragma once

#include <deque>
#include <functional>
#include <list>
#include <string>

namespace waymark::http {

// The order in which requests are given to the workers: each origin in turn, so that many from one place never stand
// before the one from elsewhere. When the places are full, the origin that holds most of them gives up its newest. On
// the I/O thread only.
class Turns {
 public:
  // Called once: with true when it is its turn, with false when it is sent away.
  using Called = std::function<void(bool)>;

  Turns(std::size_t at_once, std::size_t most_waiting) : at_once_(at_once), most_waiting_(most_waiting) {}

  void enter(std::string const& origin, Called called);
  void leave();       // one whose turn it was is ready
  void forget_all();  // they are not called any more

 private:
  struct Line {
    std::string origin;
    std::deque<Called> waiting;
  };
  using Lines = std::list<Line>;

  Lines::iterator line_of(std::string const& origin);
  bool make_room(std::string const& origin);

  std::size_t at_once_;
  std::size_t most_waiting_;
  std::size_t running_{0};
  std::size_t waiting_{0};
  Lines lines_;  // whose turn is next at the front; none of them is empty
};

}  // namespace waymark::http
