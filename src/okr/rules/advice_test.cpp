#include "okr/rules/advice.hpp"

#include <gtest/gtest.h>

#include "okr/rules/cases/read.hpp"

namespace waymark::okr {
namespace {

std::string names(std::vector<Advice> const& advice) {
  std::string text;
  for (auto const& one : advice) text += std::string(json::name_of(one.hint)) + " ";
  return text;
}

std::string hints(boost::json::object const& one) {
  std::string text;
  for (auto const& hint : one.at("hints").as_array()) text += std::string(hint.as_string()) + " ";
  return text;
}

// [OKR-26]
TEST(Advice, answers_the_published_cases_of_objectives) {
  cases::run("writing.json", "objective", [](auto const& one) {
    auto const language = cases::one_of(one, "language", Language::en);
    EXPECT_EQ(names(about_objective_text(cases::text(one, "objective"), language)), hints(one));
  });
}

// [OKR-27]
TEST(Advice, answers_the_published_cases_of_key_results) {
  cases::run("writing.json", "key_result", [](auto const& one) {
    auto const language = cases::one_of(one, "language", Language::en);
    bool const measured = one.at("measured").as_bool();
    EXPECT_EQ(names(about_key_result_text(cases::text(one, "key_result"), measured, language)), hints(one));
  });
}

TEST(Advice, points_at_the_words_it_means) {
  EXPECT_EQ(about_objective_text("Open three new offices", Language::en).at(0).words, "three");
  EXPECT_EQ(about_key_result_text("Launch the portal", true, Language::en).at(0).words, "Launch");
  EXPECT_EQ(about_key_result_text("World-class support", true, Language::en).at(0).words, "world class");
}

TEST(Advice, survives_text_without_words) {
  for (auto text : {"", "   ", "…!?", "%", "\xC3\x9C"}) {
    about_key_result_text(text, false, Language::de);
    EXPECT_FALSE(about_objective_text(text, Language::en).empty()) << text;
  }
}

Advice count(Hint hint, Strength strength, bool asks_reason, double value, double limit) {
  return {hint, strength, asks_reason, value, limit, {}};
}

// [OKR-25]
TEST(Advice, more_than_five_asks_for_a_reason_and_ten_is_said_loudly) {
  Limits const normal{};
  EXPECT_EQ(about_objective_count(2, 0, normal), count(Hint::few_objectives, Strength::soft, false, 2, 3));
  EXPECT_EQ(about_objective_count(3, 0, normal), std::nullopt);
  EXPECT_EQ(about_objective_count(5, 0, normal), std::nullopt);
  EXPECT_EQ(about_objective_count(6, 0, normal), count(Hint::many_objectives, Strength::warn, true, 6, 5));
  EXPECT_EQ(about_objective_count(9, 0, normal)->strength, Strength::warn);
  EXPECT_EQ(about_objective_count(10, 0, normal), count(Hint::many_objectives, Strength::strong, true, 10, 5));
  EXPECT_EQ(about_key_result_count(2, normal), count(Hint::few_key_results, Strength::soft, false, 2, 3));
  EXPECT_EQ(about_key_result_count(4, normal), std::nullopt);
  EXPECT_EQ(about_key_result_count(6, normal), count(Hint::many_key_results, Strength::warn, true, 6, 5));
  EXPECT_EQ(about_objective_count(4, 0, {.least = 1, .most = 2})->strength, Strength::strong);
  EXPECT_EQ(about_objective_count(9, 0, {.least = 3, .most = 8})->strength, Strength::warn);
  EXPECT_EQ(about_objective_count(10, 0, {.least = 3, .most = 8})->strength, Strength::strong);
  EXPECT_EQ(about_objective_count(5, 4, normal), std::nullopt);  // drafts are told, not counted
  EXPECT_EQ(about_objective_count(6, 4, normal)->drafts, 4);
}

std::string together(std::string_view objective, std::vector<DraftKeyResult> const& key_results) {
  return names(about_key_results(objective, key_results, Language::en));
}

// [OKR-28]
TEST(Advice, sees_key_results_together) {
  EXPECT_EQ(together("Win the north", {{"Launch the portal"}, {"Hire 5 engineers"}}), "only_tasks ");
  EXPECT_EQ(together("Win the north", {{"Launch the portal"}, {"Share from 10% to 20%"}}), "");
  EXPECT_EQ(together("Grow revenue", {{"ARR of $2M", Kind::currency}, {"Margin from 20% to 25%"}}), "only_money ");
  EXPECT_EQ(together("Grow revenue", {{"ARR of $2M", Kind::currency}, {"NPS from 30 to 40"}}), "");
  EXPECT_EQ(together("Grow revenue", {{"Bookings of 2 million", Kind::currency}}), "only_money ");
  EXPECT_EQ(together("Grow revenue", {{"From $2M to $3M"}, {"Von 2 € auf 3 €"}}), "only_money ");
  EXPECT_EQ(together("Win trust", {{"ARR of $2M", Kind::currency}}), "");
  EXPECT_EQ(together("Win trust", {}), "");
}

// [OKR-28]
TEST(Advice, asks_for_both_sorts_of_indicator) {
  DraftKeyResult const lead{"NPS from 30 to 40", Kind::number, Indicator::leading};
  DraftKeyResult const lag{"Churn from 5% to 3%", Kind::percent, Indicator::lagging};
  DraftKeyResult const untold{"Pipeline from 10 to 20"};
  EXPECT_EQ(together("Win trust", {lead, lead}), "only_leading ");
  EXPECT_EQ(together("Win trust", {lag, lag}), "only_lagging ");
  EXPECT_EQ(together("Win trust", {lead, lag}), "");
  EXPECT_EQ(together("Win trust", {lag, untold}), "");
  EXPECT_EQ(together("Win trust", {lag}), "");
}

std::optional<Hint> first(int confidence, Ambition ambition) {
  auto const advice = about_first_confidence(confidence, ambition);
  return advice ? std::optional(advice->hint) : std::nullopt;
}

// [OKR-29]
TEST(Advice, a_good_stretch_starts_between_4_and_6) {
  EXPECT_EQ(first(3, Ambition::aspirational), Hint::confidence_low);
  EXPECT_EQ(first(4, Ambition::aspirational), std::nullopt);
  EXPECT_EQ(first(6, Ambition::aspirational), std::nullopt);
  EXPECT_EQ(first(7, Ambition::aspirational), Hint::confidence_high);
  EXPECT_EQ(first(6, Ambition::committed), Hint::confidence_low);
  EXPECT_EQ(first(10, Ambition::committed), std::nullopt);
}

std::optional<Hint> trend(Measure const& measure, std::vector<Sample> const& history) {
  auto const advice = about_trend(measure, history, base::Day(100));
  return advice ? std::optional(advice->hint) : std::nullopt;
}

// [OKR-30]
TEST(Advice, holds_a_target_against_the_trend) {
  std::vector<Sample> const rising{{base::Day(0), 10}, {base::Day(10), 12}, {base::Day(20), 14}};
  EXPECT_EQ(trend({.baseline = 14, .target = 30}, rising), Hint::business_as_usual);
  EXPECT_EQ(trend({.baseline = 14, .target = 31}, rising), Hint::out_of_reach);
  std::vector<Sample> const restless{{base::Day(0), 14}, {base::Day(10), 4}, {base::Day(20), 14}};
  EXPECT_EQ(trend({.baseline = 14, .target = 31}, restless), std::nullopt);
  EXPECT_EQ(trend({.direction = Direction::fall, .baseline = 14, .target = 2}, rising), std::nullopt);
  EXPECT_EQ(trend({.direction = Direction::fall, .baseline = 14, .target = 1}, rising), Hint::out_of_reach);
}

// [OKR-30]
TEST(Advice, says_nothing_about_a_trend_it_cannot_see) {
  std::vector<Sample> const flat{{base::Day(0), 10}, {base::Day(10), 10}, {base::Day(20), 10}};
  std::vector<Sample> const same_day{{base::Day(5), 10}, {base::Day(5), 12}, {base::Day(5), 14}};
  EXPECT_EQ(trend({.baseline = 10, .target = 50}, flat), std::nullopt);
  EXPECT_EQ(trend({.baseline = 14, .target = 20}, same_day), std::nullopt);
  EXPECT_EQ(about_trend({.baseline = 14, .target = 50}, same_day, base::Day(100))->value, 14);
  EXPECT_EQ(trend({.baseline = 10, .target = 11}, {{base::Day(0), 10}, {base::Day(1), 12}}), std::nullopt);
  EXPECT_EQ(trend({.direction = Direction::stay_above, .baseline = 10, .target = 5}, flat), std::nullopt);
}

// [OKR-140]
TEST(CheckInAdvice, AsksForANoteAndCelebrates) {
  auto const hints = [](CheckInSaid const& said) {
    std::vector<Hint> all;
    for (auto const& advice : about_check_in(said)) all.push_back(advice.hint);
    return all;
  };
  using enum Ambition;
  EXPECT_EQ(hints({aspirational, 2, true, true, {}, 0.1}), std::vector{Hint::confidence_low});
  EXPECT_EQ(hints({aspirational, 2, false, true, 0.1, 0.2}), std::vector<Hint>{});
  EXPECT_EQ(hints({aspirational, {}, true, false, {}, 0.1}), std::vector{Hint::no_note});
  EXPECT_EQ(hints({aspirational, 6, false, true, 0.69, 0.7}), std::vector{Hint::success_reached});
  EXPECT_EQ(hints({aspirational, 6, false, true, 0.7, 0.8}), std::vector<Hint>{});
  EXPECT_EQ(hints({committed, 6, false, true, 0.69, 0.99}), std::vector<Hint>{});
  EXPECT_EQ(hints({committed, 6, false, true, 0.99, 1.0}), std::vector{Hint::success_reached});
}

}  // namespace
}  // namespace waymark::okr
