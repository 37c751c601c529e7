#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "okr/rules/status.hpp"

// What the end of a cycle says about a key result and its objective.
namespace waymark::okr {

// Progress with one decimal, downwards: 0.69 becomes 0.6, and only what has its target is 1.0.
double suggested_grade(double progress);

// The grade that the figures suggest for an objective: the weighted mean of what was measured. None where nothing was.
std::optional<double> suggested_grade(std::span<Weighted const> measured);

// A grade has one decimal and lies within 0..1.
bool is_grade(double grade);

// A grade other than the suggested one needs a written reason; where nothing was measured, none is suggested.
bool needs_reason(std::optional<double> suggested, double given);

// A key result was hit or it was not; the grade beside it says how far it came.
enum class Outcome { missed, hit };
BOOST_DESCRIBE_ENUM(Outcome, missed, hit)

Outcome outcome(Measure const& measure, double last_value);  // hit: the target is reached, or the limit kept

// Why a key result was missed, most telling questions first.
enum class Cause {
  unrealistic_target,
  priorities_shifted,
  blocked,
  no_capacity,
  dependency,
  wrong_measure,
  late_start,
  outside_event,
  other,
};
BOOST_DESCRIBE_ENUM(Cause, unrealistic_target, priorities_shifted, blocked, no_capacity, dependency, wrong_measure,
                    late_start, outside_event, other)

// What a closed objective is called. A low grade that taught something is `learned`.
enum class Verdict { missed, partly, learned, nearly, success, full };
BOOST_DESCRIBE_ENUM(Verdict, missed, partly, learned, nearly, success, full)

Verdict verdict(double grade, Ambition ambition, bool has_learning);  // the band of the grade, and `learned` below 0.7

// The mark of what is closed follows its grade alone; hit or missed stands beside it in words. What was never measured
// says so.
Status ended(std::optional<double> grade, Ambition ambition, bool has_learning);

// From 0.7 there is something to celebrate, whatever was aimed at.
bool celebrates(double grade);

struct Tally {
  int key_results = 0;
  int successes = 0;
  double success_share = 0;
  double average = 0;

  bool operator==(Tally const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (key_results, successes, success_share, average))

// Both readings of "70 %": the share of key results at 0.7 or more, and the average grade. None without grades.
std::optional<Tally> tally(std::span<double const> grades);

// What people gave is the average, where it differs from what the figures suggest.
void average_given(std::optional<Tally>& tally, std::span<double const> grades);

// The grades that were given to the objectives of a team, beside the line that a stretch aims at.
struct GivenGrades {
  std::int64_t graded = 0;
  std::int64_t of = 0;                 // of so many objectives
  std::optional<double> average = {};  // once half of them are graded
  std::optional<Band> band = {};
  double line = success_from;

  bool operator==(GivenGrades const&) const = default;
};
BOOST_DESCRIBE_STRUCT(GivenGrades, (), (graded, of, average, band, line))

GivenGrades given_grades(std::span<double const> grades, std::int64_t objectives);  // of so many, graded or not

// Signs that a target was too easy.
enum class EasySign { all_full, full_again, safe_start, mostly_reached };
BOOST_DESCRIBE_ENUM(EasySign, all_full, full_again, safe_start, mostly_reached)

struct Ending {
  std::optional<double> grade = {};  // none: nothing was measured
  std::optional<std::int64_t> first_confidence = {};
};

// Does a grade say that nearly all of it was reached?
bool is_near_full(double grade);
// Reached nearly in full, and nearly certain from the start.
bool is_safe_start(Ending const& ending);

// `earlier`: grades of the same owner's objectives in the cycles before, oldest first.
// all_full: every key result of a stretch was measured and ended at 1.0 (a commitment is meant to). full_again: so it
// did, and so did the cycle before. safe_start: a key result began at a confidence of 8 or more and ended at 0.9 or
// more.
std::vector<EasySign> easy_signs(std::span<Ending const> key_results, std::span<double const> earlier,
                                 Ambition ambition);

// The same over a whole cycle, from the grades of the key results of its stretches. mostly_reached: of five or more,
// nine in ten ended at 0.7 or above, where about seven in ten are meant to.
std::vector<EasySign> easy_signs_of_cycle(std::span<double const> stretches);

}  // namespace waymark::okr
