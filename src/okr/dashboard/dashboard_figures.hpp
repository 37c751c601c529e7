#pragma once

#include <map>
#include <span>
#include <vector>

#include "okr/rules/closing_rules.hpp"
#include "okr/rules/status.hpp"

// The figures of a dashboard, out of how its key results stand. Pure arithmetic.
namespace waymark::okr {

struct StatusCounts {
  std::int64_t on_track = 0;
  std::int64_t at_risk = 0;
  std::int64_t off_track = 0;
  std::int64_t stale = 0;
  std::int64_t done = 0;
  std::int64_t not_started = 0;
  std::int64_t no_news = 0;
  std::int64_t nearly = 0;
  std::int64_t partly = 0;
  std::int64_t learned = 0;
  std::int64_t missed = 0;
  std::int64_t unmeasured = 0;

  bool operator==(StatusCounts const&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatusCounts, (),
                      (on_track, at_risk, off_track, stale, done, not_started, no_news, nearly, partly, learned, missed,
                       unmeasured))

void count(StatusCounts& counts, Status status);

// How many grades lie at 0.0, 0.1 … 1.0, with both readings of "70 %" beside it. [OKR-81]
struct Spread {
  std::vector<std::int64_t> bars;
  std::optional<Tally> tally;
  bool so_far = false;          // at least one is no grade yet, but where a key result stands today
  std::int64_t unmeasured = 0;  // without any value: in no bar and in no mean
};
BOOST_DESCRIBE_STRUCT(Spread, (), (bars, tally, so_far, unmeasured))

struct Attained {
  std::optional<double> grade = {};  // none until it is closed
  std::optional<double> progress = {};
};

// What a key result counts as in the spread: its grade, or the one it would get today. None where nothing was measured.
std::optional<double> grade_of(Attained const& attained);
std::size_t bar_of(double grade);

// `given`: the grades of the objectives. Once nothing is open any more, their mean is the average.
Spread spread(std::span<Attained const> key_results, std::span<double const> given);

// Check-ins that were due so far, by the cadence that is set, and how many of them came in time.
struct OnTime {
  std::int64_t due = 0;
  std::int64_t in_time = 0;
  double share = 0;

  bool operator==(OnTime const&) const = default;
};
BOOST_DESCRIBE_STRUCT(OnTime, (), (due, in_time, share))

// One key result: from the day on which the first news was awaited, each cadence that is over asks for news once.
OnTime on_time(Cadence cadence, base::Day awaited, base::Day due, base::Day today, std::span<base::Day const> news);
// None where nothing was due yet. [OKR-98]
std::optional<OnTime> on_time_together(std::span<OnTime const> key_results);

// The mean of the confidences that were given in one week of the cycle.
struct ConfidenceWeek {
  std::int64_t week;
  base::Day monday;  // its first day
  double average;
  std::int64_t check_ins;
  std::int64_t low;  // how many of them are lower than what is on track
};
BOOST_DESCRIBE_STRUCT(ConfidenceWeek, (), (week, monday, average, check_ins, low))

// With one decimal: no finer than people can mean it. [OKR-83]
double mean_confidence(std::int64_t sum, std::int64_t check_ins);

// The last bar of the load holds all that are in so many objectives or more.
inline constexpr std::int64_t load_bars = 8;

// How many persons are in 1, 2, … objectives at once; the last bar holds all above. [OKR-84]
std::vector<std::int64_t> load_spread(std::map<std::int64_t, std::int64_t> const& persons_by_load);

// The few figures one says aloud.
struct Figures {
  std::int64_t objectives = 0;
  std::optional<double> progress = {};
  std::optional<double> success_share = {};
  std::int64_t at_risk = 0;
  std::int64_t late = 0;
};

// How a figure was, and by how much it is more now.
struct Move {
  double before = 0;
  double by = 0;

  bool operator==(Move const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Move, (), (before, by))

// How the figures were on a day, as exactly as they are read: progress to a hundredth, the share in whole per cent.
struct Since {
  base::Day day;
  Move objectives;
  std::optional<Move> progress;
  std::optional<Move> success_percent;
  Move at_risk;
  Move late;
};
BOOST_DESCRIBE_STRUCT(Since, (), (day, objectives, progress, success_percent, at_risk, late))

// None where nothing was there to be counted. [OKR-92]
std::optional<Since> since(base::Day day, Figures const& before, Figures const& now);

// The place of an objective among those that need attention: what is lost comes first, what is fine not at all.
// [OKR-82]
std::optional<int> urgency(Standing const& standing);

}  // namespace waymark::okr
