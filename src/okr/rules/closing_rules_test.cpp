#include "okr/rules/closing_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "okr/rules/cases/read.hpp"

namespace waymark::okr {
namespace {

// [OKR-31]
TEST(Closing, answers_the_published_cases_of_grades) {
  cases::run("closing.json", "progress", [](auto const& one) {
    EXPECT_DOUBLE_EQ(suggested_grade(*cases::number(one, "progress")), *cases::number(one, "grade"));
  });
}

// [OKR-31] [OKR-94]
TEST(Closing, suggests_nothing_where_nothing_was_measured) {
  cases::run("closing.json", "suggested", [](auto const& one) {
    std::vector<Weighted> measured;
    for (auto const& part : one.at("measured").as_array())
      measured.push_back({part.at(0).template to_number<double>(), part.at(1).template to_number<double>()});
    EXPECT_EQ(suggested_grade(measured), cases::number(one, "suggested"));
  });
}

// [OKR-33]
TEST(Closing, answers_the_published_cases_of_outcomes) {
  cases::run("closing.json", "outcome", [](auto const& one) {
    auto const answer = outcome(cases::measure(one), *cases::number(one, "value"));
    EXPECT_EQ(answer, cases::one_of<Outcome>(one.at("outcome")));
  });
}

// [OKR-34] [OKR-37]
TEST(Closing, answers_the_published_cases_of_verdicts) {
  cases::run("closing.json", "verdict", [](auto const& one) {
    double const grade = *cases::number(one, "graded");
    bool const learning = one.at("learning").as_bool();
    EXPECT_EQ(verdict(grade, Ambition::aspirational, learning), cases::one_of<Verdict>(one.at("verdict")));
    EXPECT_EQ(verdict(grade, Ambition::committed, learning), cases::one_of<Verdict>(one.at("committed")));
    EXPECT_EQ(ended(grade, Ambition::aspirational, learning), cases::one_of<Status>(one.at("mark").at(0)));
    EXPECT_EQ(ended(grade, Ambition::committed, learning), cases::one_of<Status>(one.at("mark").at(1)));
    EXPECT_EQ(celebrates(grade), one.at("celebrates").as_bool());
  });
}

// [OKR-34]
TEST(Closing, what_was_never_measured_says_so) {
  EXPECT_EQ(ended({}, Ambition::committed, true), Status::unmeasured);
}

// [AIM-1]
TEST(Closing, given_grades_are_an_average_with_its_band_once_half_of_the_objectives_have_one) {
  EXPECT_EQ(given_grades({}, 0), (GivenGrades{0, 0, {}, {}, 0.7}));
  EXPECT_EQ(given_grades({}, 2), (GivenGrades{0, 2, {}, {}, 0.7}));
  EXPECT_EQ(given_grades(std::vector{0.9}, 3), (GivenGrades{1, 3, {}, {}, 0.7}));
  EXPECT_EQ(given_grades(std::vector{0.9}, 2), (GivenGrades{1, 2, 0.9, Band::success, 0.7}));
  EXPECT_EQ(given_grades(std::vector{0.7, 0.6}, 2), (GivenGrades{2, 2, 0.65, Band::partly, 0.7}));
  EXPECT_EQ(given_grades(std::vector{0.7, 0.7}, 2), (GivenGrades{2, 2, 0.7, Band::success, 0.7}));
  EXPECT_EQ(given_grades(std::vector{0.7, 0.2, 1.0, 0.8}, 4), (GivenGrades{4, 4, 0.675, Band::partly, 0.7}));
}

std::vector<double> numbers(boost::json::value const& from) {
  std::vector<double> list;
  for (auto const& item : from.as_array()) list.push_back(item.to_number<double>());
  return list;
}

// [OKR-35]
TEST(Closing, answers_the_published_cases_of_tallies) {
  cases::run("closing.json", "tally", [](auto const& one) {
    auto const answer = tally(numbers(one.at("grades")));
    ASSERT_EQ(answer.has_value(), !one.at("tally").is_null());
    if (!answer) return;
    auto const& expected = one.at("tally").as_object();
    EXPECT_EQ(answer->key_results, *cases::number(expected, "key_results"));
    EXPECT_EQ(answer->successes, *cases::number(expected, "successes"));
    EXPECT_NEAR(answer->success_share, *cases::number(expected, "success_share"), 1e-9);
    EXPECT_NEAR(answer->average, *cases::number(expected, "average"), 1e-9);
  });
}

// [OKR-36]
TEST(Closing, answers_the_published_cases_of_targets_that_were_too_easy) {
  cases::run("closing.json", "signs", [](auto const& one) {
    std::vector<Ending> endings;
    for (auto const& ending : one.at("endings").as_array()) {
      Ending made{.grade = ending.at(0).template to_number<double>(), .first_confidence = {}};
      if (!ending.at(1).is_null()) made.first_confidence = ending.at(1).template to_number<std::int64_t>();
      endings.push_back(made);
    }
    std::vector<EasySign> expected;
    for (auto const& sign : one.at("signs").as_array()) expected.push_back(cases::one_of<EasySign>(sign));
    auto const ambition = cases::one_of(one, "ambition", Ambition::aspirational);
    EXPECT_EQ(easy_signs(endings, numbers(one.at("earlier")), ambition), expected);
  });
}

// [OKR-36]
TEST(Closing, answers_the_published_cases_of_cycles_that_were_too_easy) {
  cases::run("closing.json", "cycle_signs", [](auto const& one) {
    std::vector<EasySign> expected;
    for (auto const& sign : one.at("cycle_signs").as_array()) expected.push_back(cases::one_of<EasySign>(sign));
    EXPECT_EQ(easy_signs_of_cycle(numbers(one.at("stretches"))), expected);
  });
}

TEST(Closing, a_grade_has_one_decimal) {
  for (double grade : {0.0, 0.1, 0.3, 0.7, 1.0}) EXPECT_TRUE(is_grade(grade)) << grade;
  for (double grade : {-0.1, 0.05, 0.75, 1.1, 1e9}) EXPECT_FALSE(is_grade(grade)) << grade;
}

// [OKR-32]
TEST(Closing, another_grade_needs_a_reason) {
  EXPECT_FALSE(needs_reason(suggested_grade(0.72), 0.7));
  EXPECT_TRUE(needs_reason(suggested_grade(0.72), 0.8));
  EXPECT_TRUE(needs_reason(0.7, 0.6));
  EXPECT_FALSE(needs_reason({}, 0.4));
}

// [OKR-31]
RC_GTEST_PROP(Closing, every_suggestion_is_a_grade_near_its_progress, ()) {
  double const progress = *rc::gen::inRange(0, 100'001) / 100'000.0;
  double const grade = suggested_grade(progress);
  RC_ASSERT(is_grade(grade));
  RC_ASSERT(grade <= progress + 5e-5);
  RC_ASSERT(progress < grade + 0.1);
}

}  // namespace
}  // namespace waymark::okr
