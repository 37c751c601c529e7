#include <gmock/gmock.h>

#include "connect/csv/columns.hpp"
#include "connect/directory/people_export.hpp"
#include "connect/okrs/okr_row.hpp"
#include "connect/testing/import_world.hpp"

namespace waymark::connect {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class TransferTest : public Importing {};
INSTANTIATE_TEST_SUITE_P(Databases, TransferTest, waymark::testing::on_both_databases, waymark::testing::name_of);

TEST(ColumnsOfAFile, SayWhichFieldTheyHold) {  // [CONNECT-24]
  EXPECT_THAT(field_of_each({"Period", "Goal", "Mood"}, okr_fields(), {}),
              ElementsAre("cycle", "objective", std::nullopt));
}

TEST(ColumnsOfAFile, HoldWhatTheyAreMappedTo) {  // [CONNECT-25]
  EXPECT_THAT(field_of_each({"Period", "Goal", "Dream"}, okr_fields(), {{"Dream", "objective"}}),
              ElementsAre("cycle", std::nullopt, "objective"));
}

TEST_P(TransferTest, ADirectoryThatWentOutComesInAgain) {  // [CONNECT-26]
  directory(
      "name,email,title,department,team,manager_email\nIris,iris@acme.example,Director,Research,Web,\n"
      "Ben,ben@acme.example,Engineer,Research,Web,iris@acme.example\n");
  auto const out = db->read([](db::Tx& tx) { return export_people(tx); });
  EXPECT_THAT(out, HasSubstr("Ben,ben@acme.example,Engineer,,Web,iris@acme.example,employee,en"));
  EXPECT_EQ(directory(out).persons, 0);
  EXPECT_THAT(out, Not(HasSubstr("password")));
}

}  // namespace
}  // namespace waymark::connect
