#include "core/http/turns.hpp"

#include <algorithm>
#include <utility>

namespace waymark::http {

void Turns::enter(std::string const& origin, Called called) {
  if (running_ < at_once_) {
    ++running_;
    return called(true);
  }
  if (waiting_ >= most_waiting_ && !make_room(origin)) return called(false);
  if (auto const line = line_of(origin); line != lines_.end()) {
    line->waiting.push_back(std::move(called));
  } else {
    Line first{origin, {}};  // no line is ever empty, also where memory ends here
    first.waiting.push_back(std::move(called));
    lines_.push_back(std::move(first));
  }
  ++waiting_;
}

void Turns::leave() {
  if (lines_.empty()) {
    --running_;
    return;
  }
  auto const line = lines_.begin();
  auto const called = std::move(line->waiting.front());
  line->waiting.pop_front();
  --waiting_;
  if (line->waiting.empty()) {
    lines_.erase(line);
  } else {
    lines_.splice(lines_.end(), lines_, line);
  }
  called(true);
}

void Turns::forget_all() {
  waiting_ = 0;
  auto const forgotten = std::exchange(lines_, {});
}

Turns::Lines::iterator Turns::line_of(std::string const& origin) {
  return std::ranges::find(lines_, origin, &Line::origin);
}

bool Turns::make_room(std::string const& origin) {
  auto const longest = std::ranges::max_element(lines_, {}, [](auto const& line) { return line.waiting.size(); });
  auto const own = line_of(origin);
  auto const own_size = own == lines_.end() ? 0 : own->waiting.size();
  if (longest == lines_.end() || longest->waiting.size() <= own_size + 1) return false;
  auto const called = std::move(longest->waiting.back());
  longest->waiting.pop_back();
  --waiting_;
  called(false);
  return true;
}

}  // namespace waymark::http
