#pragma once

#include <boost/describe.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.hpp"
#include "okr/rules/score.hpp"
#include "okr/rules/sentence.hpp"

// What we would tell a colleague who writes an OKR. Advice never blocks; the web puts the codes into words.
namespace waymark::okr {

enum class Hint {
  few_objectives,
  many_objectives,
  few_key_results,
  many_key_results,
  number_in_objective,
  vague_words,
  no_verb,
  too_long,
  too_short,
  task_not_outcome,
  only_tasks,
  only_money,
  only_leading,
  only_lagging,
  confidence_low,
  confidence_high,
  business_as_usual,
  out_of_reach,
  no_note,
  success_reached,
};
BOOST_DESCRIBE_ENUM(Hint, few_objectives, many_objectives, few_key_results, many_key_results, number_in_objective,
                    vague_words, no_verb, too_long, too_short, task_not_outcome, only_tasks, only_money, only_leading,
                    only_lagging, confidence_low, confidence_high, business_as_usual, out_of_reach, no_note,
                    success_reached)

enum class Strength { soft, warn, strong };
BOOST_DESCRIBE_ENUM(Strength, soft, warn, strong)

// `value` against `limit` where numbers are meant, `words` where words of the writer are. `drafts` lie beside the
// value.
struct Advice {
  Hint hint = Hint::vague_words;
  Strength strength = Strength::soft;
  bool asks_reason = false;
  double value = 0;
  double limit = 0;
  std::string words = {};
  int drafts = 0;

  bool operator==(Advice const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Advice, (), (hint, strength, asks_reason, value, limit, words, drafts))

// Fewer than `least` is a soft hint; more than `most` asks for a reason.
struct Limits {
  int least = 3;
  int most = 5;

  // From so many on it is said with emphasis.
  int strong() const { return std::min(10, 2 * most); }
};

// The drafts beside what is published are told with it, and not counted.
std::optional<Advice> about_objective_count(int published, int drafts, Limits limits);
std::optional<Advice> about_key_result_count(int count, Limits limits);

std::vector<Advice> about_objective_text(std::string_view text, Language language);  // at most one of each hint

// `measured`: the key result has a measure beside its text, so that "Reduce waiting time" says enough.
std::vector<Advice> about_key_result_text(std::string_view text, bool measured, Language language);

enum class Indicator { leading, lagging };
BOOST_DESCRIBE_ENUM(Indicator, leading, lagging)

struct DraftKeyResult {
  std::string_view text;
  Kind kind = Kind::number;
  std::optional<Indicator> indicator = {};
};

// What shows only when the key results are seen together.
std::vector<Advice> about_key_results(std::string_view objective, std::span<DraftKeyResult const> key_results,
                                      Language language);

// A good stretch starts between 4 and 6 of 10; a commitment is made only from 7.
std::optional<Advice> about_first_confidence(int confidence, Ambition ambition);

// One check-in. `before` and `now` are the progress it found and left.
struct CheckInSaid {
  Ambition ambition = Ambition::aspirational;
  std::optional<int> confidence = {};
  bool is_first = false;
  bool has_note = false;
  std::optional<double> before = {};
  std::optional<double> now = {};
};

// Is the first confidence a good one, does nobody learn why, and is there something to celebrate?
std::vector<Advice> about_check_in(CheckInSaid const& said);

struct Sample {
  base::Day day = {};
  double value = 0;
};

// Holds the target against the straight line through what was measured before, oldest first: reached without doing
// anything new, or further away than three times all that the history ever moved. Says nothing on fewer than three
// samples.
std::optional<Advice> about_trend(Measure const& measure, std::span<Sample const> history, base::Day due);

}  // namespace waymark::okr
