#include "connect/directory/people_rows.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "connect/testing/real_okrs.hpp"
#include "core/base/normalised.hpp"
#include "core/base/problem.hpp"

namespace waymark::connect {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

PeoplePlan planned(std::string_view csv) {
  return people_plan(read_csv(csv));
}

std::string only_rejection(std::string_view csv) {
  auto const plan = planned(csv);
  return plan.rejected.size() == 1 ? fmt::format("{}: {}", plan.rejected[0].line, plan.rejected[0].text)
                                   : fmt::format("{} rejections", plan.rejected.size());
}

std::string refusal(std::string_view csv) {
  try {
    planned(csv);
  } catch (base::Problem const& problem) {
    return problem.detail;
  }
  return "accepted";
}

// [CONNECT-22]
TEST(PeoplePlan, puts_teams_under_departments) {
  auto const plan = planned(
      "name,email,title,department,team,manager,roles\n"
      "Ada Berg,ada@example.com,Engineer,Tech,Web,kim@example.com,\n"
      "Kim Oz,KIM@example.com,Lead,Tech,,,\"hr; administrator\"\n"
      "Lou Ray,lou@example.com,Seller,Sales,web,ada@example.com,employee\n");
  ASSERT_EQ(plan.people.size(), 3u);
  EXPECT_TRUE(plan.rejected.empty());
  EXPECT_EQ(plan.people[0].manager, 1u);
  EXPECT_EQ(plan.people[2].manager, 0u);
  EXPECT_THAT(plan.people[1].roles, ElementsAre(policy::Role::hr, policy::Role::administrator));
  ASSERT_EQ(plan.units.size(), 4u);
  EXPECT_TRUE(plan.units[0].is_department);
  EXPECT_EQ(plan.units[1].parent, 0u);
  EXPECT_EQ(plan.units[3].name, "web (Sales)");
  EXPECT_THAT(plan.people[1].units, ElementsAre(0u));
}

// [CONNECT-21]
TEST(PeoplePlan, rejects_rows_with_their_line_and_reason) {
  EXPECT_THAT(only_rejection("name,email\n,a@x.org\n"), HasSubstr("2: the row names nobody"));
  EXPECT_THAT(only_rejection("name,email\nAda,\n"), HasSubstr("no e-mail address"));
  EXPECT_THAT(only_rejection("name,email\nAda,a@x.org\nBo,A@X.org\n"),
              HasSubstr("3: the e-mail address A@X.org is also in line 2"));
  EXPECT_THAT(only_rejection("id,name,email\n1,Ada,a@x.org\n1,Bo,b@x.org\n"),
              HasSubstr("3: the id 1 is also in line 2"));
  EXPECT_THAT(only_rejection("name,email,roles\nAda,a@x.org,king\n"), HasSubstr("role \"king\""));
  EXPECT_THAT(only_rejection("name,email,language\nAda,a@x.org,fr\n"), HasSubstr("language \"fr\""));
  EXPECT_THAT(only_rejection("id,name,email,manager_id\n1,Ada,a@x.org,9\n"),
              HasSubstr("manager \"9\" is not in the file"));
  EXPECT_THAT(only_rejection("name,email,manager\nAda,a@x.org,Bo\n"), HasSubstr("manager \"Bo\" is not in the file"));
  for (auto const* bad :
       {"ada", "@x.org", "a@", "a@x", "a b@x.org", "a@x..org", "a@.org", "a@x.org.", "a@b@x.org", "<a@x.org>"}) {
    EXPECT_THAT(only_rejection(fmt::format("name,email\nAda,{}\n", bad)), HasSubstr("is no e-mail address")) << bad;
  }
}

// [CONNECT-21]
TEST(PeoplePlan, rejects_everyone_in_a_loop_of_managers_and_nobody_else) {
  auto const plan = planned(
      "name,email,manager\nAda,a@x.org,b@x.org\nBo,b@x.org,c@x.org\nCy,c@x.org,a@x.org\nDi,d@x.org,a@x.org\nEd,e@x.org,"
      "e@x.org\n");
  std::vector<int> lines;
  for (auto const& row : plan.rejected) lines.push_back(row.line);
  EXPECT_THAT(lines, ElementsAre(2, 3, 4, 6));
  EXPECT_THAT(plan.rejected[0].text, HasSubstr("Ada reports to Bo"));
}

TEST(PeoplePlan, lets_a_manager_be_in_the_directory_already) {
  auto const plan = planned("name,email,manager\nAda,a@x.org,boss@x.org\n");
  EXPECT_TRUE(plan.rejected.empty());
  EXPECT_EQ(plan.people.at(0).manager_elsewhere, "boss@x.org");
}

// [CONNECT-3]
TEST(PeoplePlan, refuses_pay_and_files_without_persons) {
  EXPECT_THAT(refusal("name,email,Gehalt\nAda,a@x.org,1\n"), HasSubstr("Waymark keeps pay out"));
  EXPECT_THAT(refusal("email\na@x.org\n"), HasSubstr("no column \"name\""));
  EXPECT_THAT(refusal("name\nAda\n"), HasSubstr("no column \"email\""));
}

TEST(PeoplePlan, reads_an_organisation_without_names_or_addresses) {
  auto const plan =
      planned("person_id,role,department,team,manager_id\nP-1,Chief,Board,,\nP-2,Engineer,Tech,Web,P-1\n");
  ASSERT_EQ(plan.people.size(), 2u);
  EXPECT_EQ(plan.people[1].name, "P-2");
  EXPECT_EQ(plan.people[1].title, "Engineer");
  EXPECT_EQ(plan.people[1].email, "p_2@import.invalid");
  EXPECT_EQ(plan.people[1].manager, 0u);
  EXPECT_EQ(plan.notes.size(), 1u);
}

TEST(RealOrganisation, is_read_whole) {
  for (auto const* name : {"org_300.csv", "org_full.csv"}) {
    auto const file = shared_folder() / "data/open/org" / name;
    if (!is_there(file)) continue;
    auto const plan = planned(text_of(file));
    EXPECT_EQ(plan.people.size(), plan.rows);
    EXPECT_TRUE(plan.rejected.empty());
    std::set<std::string> units;
    for (auto const& unit : plan.units) units.insert(base::normalised(unit.name));
    EXPECT_EQ(units.size(), plan.units.size());
  }
}

}  // namespace
}  // namespace waymark::connect
