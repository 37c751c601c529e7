#pragma once

#include <boost/describe.hpp>

#include <optional>
#include <span>
#include <vector>

#include "core/base/day.hpp"
#include "okr/rules/score.hpp"

// How a key result or an objective stands today, and why.
namespace waymark::okr {

// From `done` on it is the end: success, or what the band of the grade says; `unmeasured` where there is none. A target
// that is reached is `done` too.
enum class Status {
  not_started,
  no_news,
  on_track,
  at_risk,
  off_track,
  stale,
  done,
  nearly,
  partly,
  learned,
  missed,
  unmeasured,
  cancelled,
};
BOOST_DESCRIBE_ENUM(Status, not_started, no_news, on_track, at_risk, off_track, stale, done, nearly, partly, learned,
                    missed, unmeasured, cancelled)

enum class Cadence { weekly, two_weekly, monthly };
BOOST_DESCRIBE_ENUM(Cadence, weekly, two_weekly, monthly)

// The day by which news is due: one cadence after the last news (or the day it was first awaited), at the latest on the
// due day of the key result. None when the last news is from the due day or later.
std::optional<base::Day> next_check_in(Cadence cadence, base::Day last_news, base::Day due);

// The day from which the first news is awaited: the start or the publication, whichever is later, and before the due
// day in any case.
base::Day awaited_since(base::Day start, base::Day published, base::Day due);

// Days since the check-in was due; 0 when it is not late. One cadence is in time, the day after it is late.
int days_late(Cadence cadence, base::Day last_news, base::Day due, base::Day today);

// Why a status is what it is: a code that the web puts into words, with the two numbers it speaks of. Those of an
// objective count its key results: how many of all, and the figure of each.
enum class Why {
  closed,          // no numbers
  not_started,     // days until the start
  target_reached,  // progress
  behind_pace,     // progress, expected progress
  low_confidence,  // confidence, the least that is on track
  check_in_late,   // days late
  no_check_in,     // days until the first is due
  parts_behind,    // progress of each
  parts_unsure,    // confidence of each
  parts_late,      // days late of each
  parts_silent,    // without a check-in yet; no figures
  no_measure,      // no numbers
  still_draft,     // days since the start of its cycle, or since it was written
};
BOOST_DESCRIBE_ENUM(Why, closed, not_started, target_reached, behind_pace, low_confidence, check_in_late, no_check_in,
                    parts_behind, parts_unsure, parts_late, parts_silent, no_measure, still_draft)

struct Reason {
  Why why = Why::closed;
  double value = 0;
  double against = 0;
  std::vector<double> figures = {};  // in the order of the key results

  bool operator==(Reason const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (why, value, against, figures))

struct Standing {
  Status status = Status::no_news;
  int days_late = 0;
  std::vector<Reason> reasons = {};

  bool operator==(Standing const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (status, days_late, reasons))

// What is known about a key result. The last news is the newest check-in, or the newest value of what feeds it.
struct KeyResultFacts {
  Measure measure = {};
  Ambition ambition = Ambition::aspirational;
  Cadence cadence = Cadence::weekly;
  base::Day start = {};
  base::Day due = {};
  base::Day known = {};  // when it first stood in a published objective, or that went on after its end
  std::optional<double> current = {};
  std::optional<int> confidence = {};
  std::optional<base::Day> last_news = {};
  std::optional<Status> ended = {};  // how, once it is closed
};

// Least confidence, out of 10, that is on track, and least that is not off track.
inline constexpr int safe_confidence = 4;
inline constexpr int lost_confidence = 2;

Standing standing(KeyResultFacts const& facts, base::Day today);

// A draft is not judged; one that is still a draft after the start of its cycle says for how long.
Standing standing_of_draft(base::Day start, base::Day written, base::Day today);

struct Part {
  Standing standing = {};
  double weight = 1;
};

// An objective stands as its key results do, by weight; its reasons gather theirs.
Standing standing(std::span<Part const> key_results);

}  // namespace waymark::okr
