#include "connect/okrs/okr_rows.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "connect/testing/real_okrs.hpp"
#include "core/base/problem.hpp"

namespace waymark::connect {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

OkrPlan planned(std::string_view csv, OkrRules const& rules = {}) {
  return okr_plan(read_csv(csv), rules);
}

std::string refusal(std::string_view csv, OkrRules const& rules = {}) {
  try {
    planned(csv, rules);
  } catch (base::Problem const& problem) {
    return problem.detail;
  }
  return "accepted";
}

std::string only_rejection(std::string_view csv) {
  auto const plan = planned(csv);
  EXPECT_EQ(plan.placed + plan.rejected.size(), plan.rows);
  return plan.rejected.size() == 1 ? plan.rejected[0].text : fmt::format("{} rejections", plan.rejected.size());
}

std::vector<std::string> links(OkrPlan const& plan) {
  std::vector<std::string> all;
  for (auto const& link : plan.links) {
    auto const& parent = plan.objectives[link.parent];
    all.push_back(plan.objectives[link.child].title + " > " + parent.title +
                  (link.parent_key_result ? " / " + parent.key_results[*link.parent_key_result].title : ""));
  }
  return all;
}

// [CONNECT-4] [CONNECT-11]
TEST(OkrPlan, groups_rows_to_objectives_in_any_column_order) {
  auto const plan = planned(
      "Key Result;Objective;Team;Quarter\n"
      "Hire 5 engineers;Grow the team;Platform;2026-Q4\n"
      "Raise NPS from 31 to 45;grow  the Team.;platform;2026-q4\n"
      ";Rest well;Platform;2026-Q4\n");
  ASSERT_EQ(plan.objectives.size(), 2u);
  EXPECT_EQ(plan.objectives[0].title, "Grow the team");
  EXPECT_EQ(plan.objectives[0].key_results.size(), 2u);
  EXPECT_EQ(plan.objectives[0].key_results[1].measure.baseline, 31);
  EXPECT_TRUE(plan.objectives[1].key_results.empty());
  EXPECT_EQ(plan.teams.size(), 1u);
  EXPECT_EQ(plan.cycles.size(), 1u);
  EXPECT_EQ(plan.placed, 3u);
}

// [CONNECT-3]
// [CONNECT-27]
TEST(OkrPlan, says_which_month_a_fiscal_year_was_taken_to_begin_with) {
  auto const fiscal = planned("objective,cycle\nTry,FY26-Q1\n", {.fiscal_start = 10});
  EXPECT_EQ(fiscal.fiscal_start, 10);
  EXPECT_EQ(fiscal.cycles[0].first.to_string(), "2025-10-01");
  EXPECT_EQ(planned("objective,cycle\nTry,FY26-Q1\n").fiscal_start, 2);
  EXPECT_EQ(planned("objective,cycle\nTry,2026-Q1\n").fiscal_start, std::nullopt);
  auto const stated = "objective,cycle,cycle_start,cycle_end\nTry,FY26-Q1,2025-07-01,2025-09-30\n";
  EXPECT_EQ(planned(stated).fiscal_start, std::nullopt);
}

TEST(OkrPlan, refuses_a_pay_column_with_the_reason) {
  for (auto const* column :
       {"Salary", "Bonus 2026", "base_pay", "Total Compensation", "Jahresgehalt", "Vergütung", "Lohn", "hourly wage"}) {
    EXPECT_THAT(refusal(fmt::format("cycle,objective,{}\n2026,Win,1\n", column)), HasSubstr("Waymark keeps pay out"))
        << column;
  }
  OkrRules const mapped{.mapping = {{"Salary", "why"}}};
  EXPECT_THAT(refusal("cycle,objective,Salary\n2026,Win,1\n", mapped), HasSubstr("Waymark keeps pay out"));
  EXPECT_EQ(refusal("cycle,objective,payload size\n2026,Win,1\n"), "accepted");
}

// [CONNECT-4]
TEST(OkrPlan, refuses_columns_that_cannot_be_used) {
  EXPECT_THAT(refusal("cycle,team\n2026,A\n"), HasSubstr("no column \"objective\""));
  EXPECT_THAT(refusal("objective\nWin\n"), HasSubstr("no column \"cycle\""));
  EXPECT_THAT(refusal("cycle,objective,objective\n2026,A,B\n"), HasSubstr("Two columns mean \"objective\""));
  EXPECT_THAT(refusal("cycle,goal,ziel\n2026,A,B\n"), HasSubstr("Two columns mean \"objective\""));
  EXPECT_THAT(refusal("cycle,objective\n2026,A\n", {.mapping = {{"Mood", "why"}}}), HasSubstr("no column \"Mood\""));
  EXPECT_THAT(refusal("cycle,objective\n2026,A\n", {.mapping = {{"cycle", "sprint"}}}),
              HasSubstr("\"sprint\" is no field"));
}

TEST(OkrPlan, takes_a_mapping_and_lists_what_it_ignores) {
  auto const plan =
      planned("When,What,Mood\n2026-Q1,Win,good\n", {.mapping = mapping_of({"When=cycle", "What=objective"})});
  EXPECT_EQ(plan.objectives.at(0).title, "Win");
  EXPECT_THAT(plan.ignored_columns, ElementsAre("Mood"));
  EXPECT_THROW(mapping_of({"When"}), base::Problem);
}

TEST(OkrPlan, a_department_column_beside_a_team_column_is_ignored) {
  auto const plan = planned("cycle,objective,department,team\n2026,Win,Sales,North\n");
  EXPECT_EQ(plan.objectives.at(0).team, "North");
  EXPECT_THAT(plan.ignored_columns, ElementsAre("department"));
}

// [CONNECT-10]
TEST(OkrPlan, rejects_a_row_with_its_line_and_reason) {
  EXPECT_THAT(only_rejection("cycle,objective,key result\n2026,,Hire 5\n"),
              HasSubstr("the key result has no objective"));
  EXPECT_THAT(only_rejection("cycle,objective\n2026,\n"), HasSubstr("names no objective"));
  EXPECT_THAT(only_rejection("cycle,objective\n,Win\n"), HasSubstr("names no cycle"));
  EXPECT_THAT(only_rejection("cycle,objective\nsoon,Win\n"), HasSubstr("cycle \"soon\" cannot be read"));
  EXPECT_THAT(only_rejection("cycle,objective,level\n2026,Win,galaxy\n"), HasSubstr("level \"galaxy\""));
  EXPECT_THAT(only_rejection("cycle,objective,kr,baseline,target\n2026,Win,A,5,5\n"),
              HasSubstr("baseline and target are both 5"));
  EXPECT_THAT(only_rejection("cycle,objective,kr,target\n2026,Win,A,many\n"),
              HasSubstr("target \"many\" is no number"));
  EXPECT_THAT(only_rejection("cycle,objective,kr,target\n2026,Win,A,1e999\n"), HasSubstr("is no number"));
  EXPECT_THAT(only_rejection("cycle,objective,kr,target\n2026,Win,A,nan\n"), HasSubstr("is no number"));
  EXPECT_THAT(only_rejection("cycle,objective,kr,confidence\n2026,Win,A,11\n"), HasSubstr("confidence"));
  EXPECT_THAT(only_rejection("cycle,objective,kr,due\n2026,Win,A,31.12.2026\n"), HasSubstr("write it as 2026-03-31"));
  EXPECT_THAT(only_rejection("cycle,cycle_start,cycle_end,objective\nX,2026-05-01,2026-04-01,Win\n"),
              HasSubstr("ends before"));
  EXPECT_EQ(planned("cycle,objective\n2026,Win\nsoon,Lose\n").rejected.at(0).line, 3);
}

// [CONNECT-12]
TEST(OkrPlan, keeps_a_score_that_is_none_as_a_note) {
  auto const plan = planned(
      "cycle,objective,kr,final "
      "score\n2026,Win,A,0.7\n2026,Win,B,1.3\n2026,Win,C,done\n2026,Win,D,70%\n2026,Rest,,0.4\n");
  auto const& results = plan.objectives.at(0).key_results;
  EXPECT_EQ(results.at(0).score, 0.7);
  EXPECT_FALSE(results.at(1).score);
  EXPECT_FALSE(results.at(2).score);
  EXPECT_EQ(results.at(3).score, 0.7);
  EXPECT_EQ(plan.objectives.at(1).score, 0.4);
  ASSERT_EQ(plan.notes.size(), 2u);
  EXPECT_THAT(plan.notes[0].text, HasSubstr("1.3 is outside 0 to 1"));
  EXPECT_THAT(plan.notes[1].text, HasSubstr("\"done\" is no number"));
}

// [CONNECT-11]
TEST(OkrPlan, counts_a_repeated_key_result_once_and_says_so) {
  auto const plan = planned("cycle,objective,kr\n2026,Win,Hire 5\n2026,Win,hire  5.\n");
  EXPECT_EQ(plan.key_results(), 1u);
  EXPECT_EQ(plan.placed, 2u);
  EXPECT_THAT(plan.notes.at(0).text, HasSubstr("the same key result as in line 2"));
}

TEST(OkrPlan, columns_say_more_than_the_sentence) {
  auto const plan = planned("cycle,objective,kr,baseline,target,unit\n2026,Win,Raise NPS from 31 to 45,40,20,points\n");
  auto const& measure = plan.objectives.at(0).key_results.at(0).measure;
  EXPECT_EQ(measure.baseline, 40);
  EXPECT_EQ(measure.target, 20);
  EXPECT_EQ(measure.direction, okr::Direction::fall);
  EXPECT_EQ(plan.objectives.at(0).key_results.at(0).unit, "points");
}

// [CONNECT-13]
TEST(OkrParents, are_found_by_text_in_the_same_cycle_first) {
  auto const plan = planned(
      "cycle,level,team,objective,parent objective\n"
      "2026-Q1,company,,Delight customers,\n2026-Q2,company,,Delight customers.,\n"
      "2026-Q2,team,Web,Faster pages,delight  customers\n");
  ASSERT_EQ(plan.links.size(), 1u);
  EXPECT_EQ(plan.links[0].parent, 1u);
}

// [CONNECT-13]
TEST(OkrParents, are_looked_for_in_other_cycles_and_by_beginnings) {
  auto const plan = planned(
      "cycle,level,team,objective,parent objective\n"
      "2026,company,,Become the most loved tool in every office,\n"
      "2026-Q2,team,Web,Faster pages,Become the most loved tool in every office\n"
      "2026-Q2,team,App,Faster app,Become the most loved tool\n");
  EXPECT_THAT(links(plan), ElementsAre("Faster pages > Become the most loved tool in every office",
                                       "Faster app > Become the most loved tool in every office"));
  EXPECT_EQ(plan.objectives.size(), 3u);
}

// [CONNECT-13]
TEST(OkrParents, with_the_title_of_the_child_are_on_a_higher_level) {
  auto const plan = planned(
      "cycle,level,team,objective,parent objective\n"
      "2026,team,A,Be reliable,Be reliable\n2026,team,B,Be reliable,Be reliable\n2026,department,Tech,Be reliable,Be "
      "reliable\n"
      "2026,company,,Be reliable,\n");
  ASSERT_EQ(plan.links.size(), 3u);
  EXPECT_EQ(plan.links[0].parent, 2u);
  EXPECT_EQ(plan.links[1].parent, 2u);
  EXPECT_EQ(plan.links[2].parent, 3u);
}

// [CONNECT-14]
TEST(OkrParents, without_a_row_are_made_from_the_reference) {
  auto const plan = planned(
      "cycle,team,objective,parent objective,parent key result\n2026,Web,Faster pages,Delight,Raise NPS from 31 to "
      "45\n");
  EXPECT_THAT(links(plan), ElementsAre("Faster pages > Delight / Raise NPS from 31 to 45"));
  EXPECT_TRUE(plan.objectives.at(1).from_reference);
  EXPECT_EQ(plan.objectives.at(1).key_results.at(0).measure.target, 45);
  EXPECT_EQ(plan.notes.size(), 2u);
}

TEST(OkrParents, may_be_named_by_their_key_result_alone) {
  auto const plan =
      planned("cycle,team,objective,kr,parent key result\n2026,,Win,Hire 5 people,\n2026,Web,Grow,,Hire 5 people\n");
  EXPECT_THAT(links(plan), ElementsAre("Grow > Win / Hire 5 people"));
  EXPECT_THAT(only_rejection("cycle,team,objective,parent key result\n2026,Web,Grow,Nobody knows\n"),
              HasSubstr("no objective has"));
}

// [CONNECT-15]
TEST(OkrParents, that_make_a_loop_reject_their_row) {
  auto const plan =
      planned("cycle,team,objective,parent objective\n2026,A,One,Two\n2026,B,Two,Three\n2026,C,Three,One\n");
  ASSERT_EQ(plan.rejected.size(), 1u);
  EXPECT_EQ(plan.rejected[0].line, 4);
  EXPECT_THAT(plan.rejected[0].text, HasSubstr("loop"));
  EXPECT_EQ(plan.placed, 2u);
  EXPECT_THAT(only_rejection("cycle,team,objective,parent objective\n2026,A,One,One\n"), HasSubstr("loop"));
}

TEST(OkrKeys, are_stable_and_apart) {
  auto const first = planned("cycle,team,objective,kr\n2026,A,Win,Hire 5\n2026,B,Win,Hire 5\n2027,A,Win,Hire 5\n");
  auto const again = planned("kr,objective,team,cycle\nHIRE  5.,win,a,2026\n");
  std::set<std::string> keys;
  for (auto const& objective : first.objectives) keys.insert({objective.key, objective.key_results.at(0).key});
  EXPECT_EQ(keys.size(), 6u);
  EXPECT_EQ(again.objectives.at(0).key, first.objectives.at(0).key);
  EXPECT_EQ(again.objectives.at(0).key_results.at(0).key, first.objectives.at(0).key_results.at(0).key);
}

}  // namespace
}  // namespace waymark::connect
