#include <gtest/gtest.h>

#include "connect/testing/import_world.hpp"
#include "core/base/problem.hpp"

namespace waymark::connect {
namespace {

class ImportPeople : public Importing {};

// [CONNECT-23]
TEST_P(ImportPeople, a_directory_twice_changes_nothing) {
  std::string const csv =
      "id,name,email,title,department,team,manager_id,roles\n1,Kim Oz,kim@acme.example,Lead,Tech,,,hr\n2,Ada "
      "Berg,ada@acme.example,Engineer,Tech,Web,1,\n";
  auto const first = directory(csv);
  EXPECT_EQ(first.persons, 2);
  EXPECT_EQ(first.teams, 2);
  EXPECT_EQ(first.managers, 1);
  auto const again = directory(csv);
  EXPECT_EQ(again.known, 2);
  EXPECT_EQ(again.persons + again.teams + again.managers + again.memberships + again.roles, 0);
  db->read([&](db::Tx& tx) {
    auto const ada = people::find_by_email(tx, "ADA@acme.example");
    ASSERT_TRUE(ada);
    EXPECT_EQ(people::manager_of(tx, *ada), people::find_by_external_id(tx, "1"));
    EXPECT_EQ(people::teams_of(tx, *ada).at(0).name, "Web");
  });
}

TEST_P(ImportPeople, a_directory_may_turn_a_reporting_line_round) {
  directory("name,email,manager\nKim,kim@acme.example,\nAda,ada@acme.example,kim@acme.example\n");
  directory("name,email,manager\nKim,kim@acme.example,ada@acme.example\nAda,ada@acme.example,robin@acme.example\n");
  db->read([&](db::Tx& tx) {
    EXPECT_EQ(people::manager_of(tx, *people::find_by_email(tx, "kim@acme.example")),
              people::find_by_email(tx, "ada@acme.example"));
  });
}

// [PEO-30]
TEST(DirectoryRows, NameNobodyAndNothingThatCannotBeRead) {
  auto const plan =
      people_plan(read_csv("name,email,title,team\n"
                           "Ana \u202Ezuir,ana@acme.example,,\n"
                           "\u200B\u2060,ben@acme.example,,\n"
                           "Cam,cam@acme.example,\u202Elead,\n"
                           "Dora,dora@acme.example,,Web\u202E\n"
                           "Erik,erik@acme.example,Lead,Web\n"));
  EXPECT_EQ(plan.rejected.size(), 4U);
  EXPECT_EQ(plan.people.size(), 1U);
}

// [CONNECT-17] [CONNECT-21]
TEST_P(ImportPeople, a_directory_with_an_unknown_manager_is_refused_whole) {
  EXPECT_THROW(directory("name,email,manager\nKim,kim@acme.example,\nAda,ada@acme.example,ghost@acme.example\n"),
               base::Problem);
  db->read([&](db::Tx& tx) { EXPECT_FALSE(people::find_by_email(tx, "kim@acme.example")); });
}

INSTANTIATE_TEST_SUITE_P(Databases, ImportPeople, waymark::testing::on_both_databases, waymark::testing::name_of);

}  // namespace
}  // namespace waymark::connect
