#include "okr/rules/score.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "okr/rules/cases/read.hpp"

namespace waymark::okr {
namespace {

constexpr double close = 1e-9;
constexpr double half_a_step = 0.5e-4 + close;

// To the last digit: what is rounded is rounded once.
void expect_same(std::optional<double> answer, std::optional<double> expected) {
  EXPECT_EQ(answer, expected);
}

// [OKR-1] [OKR-2] [OKR-3] [OKR-4] [OKR-5] [OKR-10]
TEST(Score, answers_the_published_cases_of_progress) {
  cases::run("progress.json", "progress", [](auto const& one) {
    auto const measure = cases::measure(one);
    double const value = cases::number(one, "value").value();
    expect_same(progress(measure, value), cases::number(one, "progress"));
    if (auto const raw = cases::number(one, "raw")) expect_same(raw_progress(measure, value), raw);
    if (one.contains("level")) {
      EXPECT_EQ(level(measure, value), cases::one_of<Level>(one.at("level")));
    }
  });
}

// [OKR-93]
TEST(Score, answers_the_published_cases_of_first_values) {
  cases::run("progress.json", "first", [](auto const& one) {
    auto const begun = started_from(cases::measure(one), *cases::number(one, "first"));
    EXPECT_EQ(begun.baseline, cases::number(one, "begins"));
    EXPECT_EQ(begun.target, *cases::number(one, "target"));
  });
}

// [OKR-11]
TEST(Score, answers_the_published_cases_of_relative_targets) {
  cases::run("progress.json", "relative", [](auto const& one) {
    auto const& from = one.at("relative").as_object();
    double const target = relative_target(*cases::number(from, "baseline"), *cases::number(from, "percent"),
                                          cases::one_of<Direction>(from.at("direction")));
    EXPECT_NEAR(target, cases::number(one, "target").value(), close);
  });
}

// [OKR-7]
TEST(Score, answers_the_published_cases_of_objectives) {
  cases::run("objectives.json", "key_results", [](auto const& one) {
    std::vector<Weighted> parts;
    for (auto const& part : one.at("key_results").as_array()) {
      parts.push_back({part.at(0).template to_number<double>(), part.at(1).template to_number<double>()});
    }
    expect_same(objective_progress(parts), cases::number(one, "progress"));
  });
}

// [OKR-6]
TEST(Score, answers_the_published_cases_of_milestones) {
  cases::run("objectives.json", "milestones", [](auto const& one) {
    std::vector<Milestone> milestones;
    for (auto const& item : one.at("milestones").as_array()) {
      milestones.push_back({item.at(0).template to_number<double>(), item.at(1).as_bool()});
    }
    expect_same(milestone_share(milestones), cases::number(one, "share"));
  });
}

// [OKR-105]
TEST(Score, answers_the_published_cases_of_shares) {
  cases::run("shares.json", "whole", [](auto const& one) {
    EXPECT_EQ(in_parts(*cases::number(one, "share"), *cases::number(one, "parts")), *cases::number(one, "whole"));
  });
}

// [OKR-8] [OKR-9]
TEST(Score, answers_the_published_cases_of_bands) {
  cases::run("bands.json", "band", [](auto const& one) {
    double const score = cases::number(one, "score").value();
    auto const stretch = cases::one_of<Band>(one.at("band"));
    EXPECT_EQ(band(score), stretch);
    EXPECT_EQ(band(score, Ambition::committed), cases::one_of<Band>(one.at("committed")));
    EXPECT_EQ(is_success(score), stretch == Band::success || stretch == Band::full);
    EXPECT_EQ(is_success(score, Ambition::committed), score >= 1);
  });
}

std::vector<MeasureFault> only(Fault fault, char const* field) {
  return {{fault, field}};
}

// [OKR-12]
TEST(Score, refuses_a_measure_that_contradicts_itself) {
  double const nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(faults({.baseline = 75, .target = 90, .commit = 85, .stretch = 95}).empty());
  EXPECT_TRUE(
      faults({.direction = Direction::fall, .baseline = 48, .target = 24, .commit = 30, .stretch = 12}).empty());
  EXPECT_EQ(faults({.baseline = nan, .target = 90}), only(Fault::not_a_number, "baseline"));
  EXPECT_EQ(faults({.target = 2e15}), only(Fault::too_large, "target"));
  EXPECT_EQ(faults({.baseline = 5, .target = 5}), only(Fault::target_is_baseline, "target"));
  EXPECT_EQ(faults({.baseline = 5, .target = 4}), only(Fault::target_against_direction, "target"));
  EXPECT_EQ(faults({.direction = Direction::fall, .baseline = 4, .target = 5}),
            only(Fault::target_against_direction, "target"));
  EXPECT_EQ(faults({.baseline = 0, .target = 10, .commit = 11}), only(Fault::commit_not_between, "commit"));
  EXPECT_EQ(faults({.baseline = 0, .target = 10, .commit = 0}), only(Fault::commit_not_between, "commit"));
  EXPECT_EQ(faults({.baseline = 0, .target = 10, .stretch = 10}), only(Fault::stretch_before_target, "stretch"));
  EXPECT_EQ(faults({.direction = Direction::fall, .baseline = 10, .target = 5, .stretch = 6}),
            only(Fault::stretch_before_target, "stretch"));
}

// [OKR-12]
TEST(Score, refuses_limits_and_answers_that_make_no_sense) {
  EXPECT_TRUE(faults({.direction = Direction::stay_above, .baseline = 5, .target = 5}).empty());
  EXPECT_TRUE(faults({.direction = Direction::stay_within, .low = 1, .high = 2}).empty());
  EXPECT_EQ(faults({.direction = Direction::stay_within}), only(Fault::limits_missing, "low"));
  EXPECT_EQ(faults({.direction = Direction::stay_within, .low = 3, .high = 2}), only(Fault::low_above_high, "low"));
  EXPECT_TRUE(faults({.kind = Kind::yes_no}).empty());
  EXPECT_EQ(faults({.kind = Kind::yes_no, .target = 5}), only(Fault::not_zero_to_one, "kind"));
  EXPECT_EQ(faults({.kind = Kind::milestones, .direction = Direction::fall}), only(Fault::not_zero_to_one, "kind"));
}

TEST(Score, stays_a_number_whatever_it_is_given) {
  double const big = std::numeric_limits<double>::max();
  for (double value : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), big, -big}) {
    double const made = progress({.baseline = -big, .target = big}, value).value();
    EXPECT_GE(made, 0);
    EXPECT_LE(made, 1);
  }
}

double value() {
  return *rc::gen::inRange(-1'000'000, 1'000'000) / 100.0;
}

Measure any_measure() {
  auto const direction = *rc::gen::element(Direction::rise, Direction::fall, Direction::stay_above,
                                           Direction::stay_below, Direction::stay_within);
  Measure measure{.direction = direction, .baseline = value(), .target = value()};
  auto const [low, high] = std::minmax({value(), value()});
  if (direction == Direction::stay_within) measure.low = low, measure.high = high;
  bool const wrong_way = direction == Direction::rise
                             ? measure.target < *measure.baseline
                             : direction == Direction::fall && measure.target > *measure.baseline;
  if (wrong_way) std::swap(*measure.baseline, measure.target);
  return measure;
}

RC_GTEST_PROP(Score, progress_is_bounded, ()) {
  double const made = progress(any_measure(), value()).value();
  RC_ASSERT(made >= 0);
  RC_ASSERT(made <= 1);
}

RC_GTEST_PROP(Score, better_is_never_worth_less, ()) {
  auto const measure = any_measure();
  auto [worse, better] = std::minmax({value(), value()});
  if (measure.direction == Direction::fall || measure.direction == Direction::stay_below) std::swap(worse, better);
  RC_PRE(measure.direction != Direction::stay_within);
  RC_ASSERT(*progress(measure, worse) <= *progress(measure, better));
}

RC_GTEST_PROP(Score, further_outside_a_range_is_never_worth_more, ()) {
  auto measure = any_measure();
  measure.direction = Direction::stay_within;
  measure.low = -10;
  measure.high = 10;
  auto const [near, far] = std::minmax({std::abs(value()), std::abs(value())});
  RC_ASSERT(*progress(measure, far) <= *progress(measure, near));
  RC_ASSERT(*progress(measure, -far) <= *progress(measure, -near));
}

Measure mirrored(Measure measure) {
  static constexpr Direction mirror[] = {Direction::fall, Direction::rise, Direction::stay_below, Direction::stay_above,
                                         Direction::stay_within};
  measure.direction = mirror[static_cast<int>(measure.direction)];
  measure.baseline = -*measure.baseline;
  measure.target = -measure.target;
  auto const low = measure.low;
  measure.low = measure.high ? std::optional(-*measure.high) : std::nullopt;
  measure.high = low ? std::optional(-*low) : std::nullopt;
  return measure;
}

RC_GTEST_PROP(Score, a_mirrored_measure_is_worth_the_same, ()) {
  auto const measure = any_measure();
  double const current = value();
  RC_ASSERT(*progress(measure, current) == *progress(mirrored(measure), -current));
}

RC_GTEST_PROP(Score, full_and_reached_are_the_same, ()) {
  auto const measure = any_measure();
  double const current = value();
  RC_ASSERT(reaches_target(measure, current) == (*progress(measure, current) == 1));
}

RC_GTEST_PROP(Score, the_mean_lies_between_its_parts, ()) {
  std::vector<Weighted> parts;
  double least = 1;
  double most = 0;
  auto const count = *rc::gen::inRange(1, 8);
  for (int i = 0; i < count; ++i) {
    parts.push_back({*rc::gen::inRange(0, 1001) / 1000.0, *rc::gen::inRange(1, 100) / 10.0});
    least = std::min(least, parts.back().progress);
    most = std::max(most, parts.back().progress);
  }
  double const mean = objective_progress(parts).value();
  RC_ASSERT(mean >= least - half_a_step);
  RC_ASSERT(mean <= most + half_a_step);
}

// [OKR-91]
TEST(Score, ProgressTogetherLeavesOutWhatHasNone) {
  EXPECT_EQ(progress_together(std::vector<std::optional<double>>{0.2, {}, 0.6}), 0.4);
  EXPECT_EQ(progress_together(std::vector<std::optional<double>>{{}}), std::nullopt);
}

}  // namespace
}  // namespace waymark::okr
