#include "okr/rules/status.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "okr/rules/cases/read.hpp"

namespace waymark::okr {
namespace {

// [OKR-15]
TEST(Status, answers_the_published_cases_of_staleness) {
  cases::run("staleness.json", "late", [](auto const& one) {
    auto const cadence = cases::one_of<Cadence>(one.at("cadence"));
    auto const last = cases::day(one, "last");
    auto const due = cases::day(one, "due");
    auto const today = cases::day(one, "today");
    auto const next = next_check_in(cadence, last, due);
    EXPECT_EQ(next ? next->to_string() : "", one.at("next").is_null() ? "" : cases::text(one, "next"));
    EXPECT_EQ(days_late(cadence, last, due, today), one.at("late").template to_number<int>());
  });
}

KeyResultFacts facts(boost::json::object const& one) {
  KeyResultFacts facts;
  facts.measure = cases::measure(one);
  facts.ambition = cases::one_of(one, "ambition", Ambition::aspirational);
  facts.cadence = cases::one_of(one, "cadence", Cadence::weekly);
  facts.start = cases::day(one, "start", "2026-10-05");
  facts.due = cases::day(one, "due", "2027-01-13");
  if (one.contains("known")) facts.known = cases::day(one, "known");
  facts.current = cases::number(one, "current");
  if (auto const confidence = cases::number(one, "confidence")) facts.confidence = static_cast<int>(*confidence);
  if (one.contains("last_news")) facts.last_news = cases::day(one, "last_news");
  if (one.contains("ended")) facts.ended = cases::one_of<Status>(one.at("ended"));
  return facts;
}

void expect_standing(Standing const& answer, boost::json::object const& one) {
  EXPECT_EQ(json::name_of(answer.status), cases::text(one, "status"));
  EXPECT_EQ(answer.days_late, cases::number(one, "late").value_or(0));
  std::string why;
  std::string expected;
  for (auto const& reason : answer.reasons) why += std::string(json::name_of(reason.why)) + " ";
  for (auto const& name : one.at("why").as_array()) expected += std::string(name.as_string()) + " ";
  EXPECT_EQ(why, expected);
}

// [OKR-16] [OKR-17] [OKR-18]
TEST(Status, answers_the_published_cases_of_key_results) {
  cases::run("status.json", "today",
             [](auto const& one) { expect_standing(standing(facts(one), cases::day(one, "today")), one); });
}

// What a key result says of itself, whatever it measures: a way of a million days with so many of them gone.
struct Figures {
  std::optional<double> progress;
  double expected = 0.5;
  std::optional<int> confidence = 6;
  int days_late = 0;
  double weight = 1;
};

constexpr int way = 100'000;

Part part_of(Figures const& figures, Ambition ambition, Measure const& measure) {
  base::Day const today(0);
  int const gone = static_cast<int>(figures.expected * way);
  KeyResultFacts facts{.measure = measure, .ambition = ambition, .start = today - gone, .due = today + (way - gone)};
  facts.known = figures.progress ? facts.start : today - 7 - figures.days_late;
  facts.start = std::max(facts.start, figures.progress ? facts.start : facts.known);
  facts.confidence = figures.confidence;
  if (figures.progress) {
    facts.current = *measure.baseline + (measure.target - *measure.baseline) * *figures.progress;
    facts.last_news = today - 7 - figures.days_late;
  }
  return {standing(facts, today), figures.weight};
}

Measure const plain{.baseline = 0, .target = 1};

Figures figures_of(boost::json::array const& one) {
  auto const number = [&](std::size_t at) { return one.at(at).to_number<double>(); };
  Figures figures{
      .progress = {}, .expected = number(1), .confidence = {}, .days_late = int(number(3)), .weight = number(4)};
  if (!one.at(0).is_null()) figures.progress = number(0);
  if (!one.at(2).is_null()) figures.confidence = int(number(2));
  return figures;
}

// [OKR-19] [OKR-20]
TEST(Status, answers_the_published_cases_of_objectives) {
  cases::run("status.json", "parts", [](auto const& one) {
    std::vector<Part> parts;
    for (auto const& part : one.at("parts").as_array())
      parts.push_back(part_of(figures_of(part.as_array()), Ambition::aspirational, plain));
    auto const answer = standing(parts);
    expect_standing(answer, one);
    auto const& expected = one.at("figures").as_array();
    ASSERT_EQ(answer.reasons.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      auto const& figures = expected[i].as_array();
      ASSERT_EQ(answer.reasons[i].figures.size(), figures.size());
      for (std::size_t j = 0; j < figures.size(); ++j)
        EXPECT_NEAR(answer.reasons[i].figures[j], figures[j].template to_number<double>(), 1e-9);
    }
  });
}

Figures any_figures() {
  return {.progress = *rc::gen::inRange(0, 10) / 10.0,
          .expected = *rc::gen::inRange(0, 10) / 10.0,
          .confidence = *rc::gen::inRange(0, 11),
          .days_late = *rc::gen::inRange(0, 30),
          .weight = static_cast<double>(*rc::gen::inRange(0, 4))};
}

Measure any_way() {
  return *rc::gen::element(plain, Measure{.baseline = 20, .target = 100},
                           Measure{.direction = Direction::fall, .baseline = 48, .target = 8},
                           Measure{.kind = Kind::milestones}, Measure{.kind = Kind::percent, .target = 64});
}

// [OKR-20]
RC_GTEST_PROP(Status, of_objectives_with_the_same_figures_is_the_same, ()) {
  auto const ambition = *rc::gen::element(Ambition::committed, Ambition::aspirational);
  std::vector<Part> one;
  std::vector<Part> other;
  for (int left = *rc::gen::inRange(1, 6); left > 0; --left) {
    auto const figures = any_figures();
    one.push_back(part_of(figures, ambition, any_way()));
    other.insert(other.begin(), part_of(figures, ambition, any_way()));
  }
  RC_ASSERT(standing(one).status == standing(other).status);
  RC_ASSERT(standing(one).days_late == standing(other).days_late);
}

// [OKR-20]
RC_GTEST_PROP(Status, of_an_objective_is_never_green_with_a_late_part, ()) {
  std::vector<Part> parts;
  for (int left = *rc::gen::inRange(1, 6); left > 0; --left)
    parts.push_back(part_of(any_figures(), Ambition::aspirational, plain));
  auto const answer = standing(parts);
  if (answer.days_late > 0) RC_ASSERT(answer.status != Status::on_track);
}

KeyResultFacts half_way() {
  return {.measure = {.baseline = 0, .target = 100},
          .start = base::Day(1000),
          .due = base::Day(1100),
          .current = 20,
          .confidence = 3,
          .last_news = base::Day(1030)};
}

// [OKR-19]
TEST(Status, explains_itself_in_numbers) {
  auto const answer = standing(half_way(), base::Day(1050));
  std::vector<Reason> const expected{
      {Why::behind_pace, 0.2, 0.5}, {Why::low_confidence, 3, safe_confidence}, {Why::check_in_late, 13, 0}};
  EXPECT_EQ(answer.reasons, expected);
  EXPECT_EQ(standing(KeyResultFacts{.start = base::Day(10), .due = base::Day(100)}, base::Day(7)).reasons,
            (std::vector<Reason>{{Why::not_started, 3, 0}}));
  EXPECT_EQ(standing(KeyResultFacts{.start = base::Day(10), .due = base::Day(100)}, base::Day(12)).reasons,
            (std::vector<Reason>{{Why::no_check_in, 5, 0}}));
}

KeyResultFacts any_facts() {
  auto facts = half_way();
  facts.current = *rc::gen::inRange(-50, 150);
  facts.confidence = *rc::gen::inRange(0, 11);
  facts.last_news = base::Day(*rc::gen::inRange(1000, 1100));
  facts.cadence = *rc::gen::element(Cadence::weekly, Cadence::two_weekly, Cadence::monthly);
  facts.ambition = *rc::gen::element(Ambition::committed, Ambition::aspirational);
  return facts;
}

// [OKR-16]
RC_GTEST_PROP(Status, is_never_green_when_late, ()) {
  auto const answer = standing(any_facts(), base::Day(*rc::gen::inRange(1000, 1200)));
  if (answer.days_late > 0) RC_ASSERT(answer.status != Status::on_track);
}

RC_GTEST_PROP(Status, more_confidence_never_makes_it_worse, ()) {
  auto facts = any_facts();
  auto const today = *facts.last_news;
  auto const before = standing(facts, today);
  facts.confidence = std::min(10, *facts.confidence + 1);
  RC_ASSERT(standing(facts, today).status <= before.status);
}

// [OKR-9]
RC_GTEST_PROP(Status, from_0_7_nothing_is_shown_as_bad, ()) {
  auto facts = any_facts();
  facts.current = *rc::gen::inRange(70, 150);
  RC_ASSERT(standing(facts, facts.due).status != Status::off_track);
}

// [OKR-19]
RC_GTEST_PROP(Status, anything_but_green_says_why, ()) {
  auto const answer = standing(any_facts(), base::Day(*rc::gen::inRange(990, 1200)));
  RC_ASSERT(answer.reasons.empty() == (answer.status == Status::on_track));
}

}  // namespace
}  // namespace waymark::okr
