#include "core/http/turns.hpp"

#include <algorithm>
#include <utility>

namespace waymark::http {
namespace {

constexpr std::size_t most_in_a_row = 3;

}  // namespace

void Turns::enter(std::string const& origin, bool known, Called called) {
  auto& own = group(known);
  if (may_begin(known)) {
    ++own.running;
    return called(true);
  }
  if (known_.waiting + unknown_.waiting >= most_waiting_ && !make_room(origin, known)) return called(false);
  own.add(origin, std::move(called));
}

void Turns::leave(bool known) {
  --group(known).running;
  bool const strangers_turn = unknown_.waiting > 0 && may_begin(false);
  if (known_.waiting > 0 && (!strangers_turn || in_a_row_ < most_in_a_row)) {
    in_a_row_ = strangers_turn ? in_a_row_ + 1 : 0;
    call(true);
  } else if (strangers_turn) {
    in_a_row_ = 0;
    call(false);
  }
}

void Turns::forget_all() {
  known_.waiting = unknown_.waiting = 0;
  auto const forgotten = std::pair{std::exchange(known_.lines, {}), std::exchange(unknown_.lines, {})};
}

bool Turns::may_begin(bool known) const {
  return known_.running + unknown_.running < at_once_ && (known || unknown_.running < at_once_ - at_once_ / 4);
}

void Turns::call(bool known) {
  auto& group = this->group(known);
  ++group.running;
  group.next()(true);
}

bool Turns::make_room(std::string const& origin, bool known) {
  auto called = known ? unknown_.give_up_newest(0) : Called{};
  if (!called) {
    auto& own = group(known);
    called = own.give_up_newest(own.waiting_of(origin) + 1);
  }
  if (!called) return false;
  called(false);
  return true;
}

void Turns::Group::add(std::string const& origin, Called called) {
  if (auto const line = std::ranges::find(lines, origin, &Line::origin); line != lines.end()) {
    line->waiting.push_back(std::move(called));
  } else {
    Line first{origin, {}};  // no line is ever empty, also where memory ends here
    first.waiting.push_back(std::move(called));
    lines.push_back(std::move(first));
  }
  ++waiting;
}

Turns::Called Turns::Group::next() {
  auto const line = lines.begin();
  auto called = std::move(line->waiting.front());
  line->waiting.pop_front();
  --waiting;
  if (line->waiting.empty()) {
    lines.erase(line);
  } else {
    lines.splice(lines.end(), lines, line);
  }
  return called;
}

std::size_t Turns::Group::waiting_of(std::string const& origin) const {
  auto const line = std::ranges::find(lines, origin, &Line::origin);
  return line == lines.end() ? 0 : line->waiting.size();
}

Turns::Called Turns::Group::give_up_newest(std::size_t more_than) {
  auto const longest = std::ranges::max_element(lines, {}, [](auto const& line) { return line.waiting.size(); });
  if (longest == lines.end() || longest->waiting.size() <= more_than) return {};
  auto called = std::move(longest->waiting.back());
  longest->waiting.pop_back();
  --waiting;
  if (longest->waiting.empty()) lines.erase(longest);
  return called;
}

}  // namespace waymark::http
