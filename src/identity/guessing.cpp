#include "identity/guessing.hpp"

#include <algorithm>

#include "core/base/day.hpp"

namespace waymark::identity {
namespace {

constexpr base::Millis clock_is_right_to = 60'000;  // what lies further ahead comes from before it was set back

}  // namespace

base::Millis closed_until(std::int64_t failures, base::Millis now) {
  if (failures < 3) return now + 1'000;
  if (failures < 9) return now + 3'000;
  if (failures < 25) return now + 5'000;
  if (failures < 100) return now + 10'000;
  return (base::day_of(now) + 1).start_ms();
}

base::Problem too_many_tries(base::Millis wait) {
  base::Problem refusal{base::Code::too_many, "too_many_tries",
                        "Too many tries. Please wait a moment before the next one."};
  refusal.retry_after_seconds = static_cast<int>((wait + 999) / 1000);
  return refusal;
}

std::int64_t tries_left(base::Millis spent_until, base::Millis now) {
  auto const room = now + bucket_size * bucket_step - std::max(spent_until, now);
  return room >= 0 ? room / bucket_step : -1;
}

Guesses::Try Guesses::begin(std::string const& account, Origin const& origin, base::Millis now) {
  std::lock_guard const lock(mutex_);
  auto key = account + ' ' + origin.name;
  auto& pause = pauses_[key];
  if (pause.last_at > now)  // the clock was set back
    pause = {pause.failures, std::min(pause.closed_until, closed_until(pause.failures, now)), now};
  if (pause.closed_until > now) throw too_many_tries(pause.closed_until - now);
  if (base::day_of(pause.last_at) < base::day_of(now)) pause.failures = 0;
  Try const made{std::move(key), ++pause.failures, pause.closed_until};
  pause.last_at = now;
  if (pause.failures >= free_tries) pause.closed_until = closed_until(pause.failures, now);
  return made;
}

void Guesses::failed(Try const& made, base::Millis now) {
  std::lock_guard const lock(mutex_);
  auto& pause = pauses_[made.key];
  pause.closed_until = closed_until(std::max(pause.failures, made.failures), now);
  pause.last_at = now;
}

void Guesses::right(Try const& made) {
  std::lock_guard const lock(mutex_);
  pauses_.forget(made.key);
}

void Guesses::take_back(Try const& made) {
  std::lock_guard const lock(mutex_);
  auto& pause = pauses_[made.key];
  pause.failures = std::max<std::int64_t>(pause.failures - 1, 0);
  pause.closed_until = made.closed_before;
}

std::int64_t Guesses::ahead_of(std::string const& account, std::string const& block, base::Millis now) {
  std::lock_guard const lock(mutex_);
  auto& line = lines_[account];
  std::erase_if(line, [&](auto const& one) { return one.second.last_at < now - base::ms_per_day; });
  if (line.size() >= most_blocks && !line.contains(block)) {
    line.erase(std::ranges::min_element(line, {}, [](auto const& one) { return one.second.last_at; }));
  }
  auto& own = line[block];
  ++own.tries;
  own.last_at = now;
  own.waits_until = 0;
  return std::ranges::count_if(
      line, [&](auto const& one) { return one.second.waits_until > now && one.second.tries < own.tries; });
}

void Guesses::wait(std::string const& account, std::string const& block, base::Millis until) {
  std::lock_guard const lock(mutex_);
  lines_[account][block].waits_until = until;
}

std::int64_t Guesses::left(std::string const& account, base::Millis now) {
  std::lock_guard const lock(mutex_);
  return tries_left(spent_by_strangers(account, now).until, now);
}

std::int64_t Guesses::draw(std::string const& account, base::Millis now) {
  std::lock_guard const lock(mutex_);
  auto& spent = spent_by_strangers(account, now);
  spent.until = std::max(spent.until, now) + bucket_step;
  return tries_left(spent.until, now);
}

void Guesses::give_back(std::string const& account) {
  std::lock_guard const lock(mutex_);
  strangers_[account].until -= bucket_step;
}

// Where the clock was set back, what is spent goes back with it.
Guesses::Spent& Guesses::spent_by_strangers(std::string const& account, base::Millis now) {
  auto& spent = strangers_[account];
  if (spent.seen_at > now) spent.until -= spent.seen_at - now;
  spent.seen_at = now;
  return spent;
}

bool Guesses::within(std::string const& name, std::int64_t most, base::Millis period, base::Millis now) {
  std::lock_guard const lock(mutex_);
  auto& acts = acts_[name];
  if (now - acts.since >= period || acts.since - now > clock_is_right_to) acts = {0, now};
  return ++acts.count <= most;
}

}  // namespace waymark::identity
