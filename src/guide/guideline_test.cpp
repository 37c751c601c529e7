#include "guide/guideline.hpp"

#include <gmock/gmock.h>

#include "core/base/problem.hpp"
#include "guide/guideline_store.hpp"
#include "people/people.hpp"
#include "testing/databases.hpp"

namespace waymark::guide {
namespace {

using policy::Role;
using policy::Viewer;

class GuidelineTest : public testing::OnBothDatabases {
 protected:
  GuidelineTest() {
    db->write([&](db::Tx& tx) {
      hugo.person = people.create_person(tx, {}, {"Hugo", "hugo@example.org", {}, {}, {}, {Role::hr}, {}});
      ben.person = people.create_person(tx, {}, {"Ben", "ben@example.org", {}, {}, {}, {}, {}});
    });
  }
  void write(std::string const& text, std::int64_t seen) {
    db->write([&](db::Tx& tx) { write_guidelines(tx, hugo, text, seen); });
  }
  Guidelines read_as(Viewer const& viewer) {
    return db->read([&](db::Tx& tx) { return guidelines(tx, viewer); });
  }

  events::Events events;
  people::People people{events};
  Viewer hugo{{}, {Role::employee, Role::hr}, {}, 1};
  Viewer ben{{}, {Role::employee}, {}, 1};
};
INSTANTIATE_TEST_SUITE_P(Guide, GuidelineTest, testing::on_both_databases, testing::name_of);

TEST_P(GuidelineTest, AChangeMakesANewVersion) {  // [GUI-5]
  EXPECT_EQ(read_as(ben).version, 0);
  write("Few.", 0);
  write("Few, and honest.", 1);
  write("Few, and honest.", 2);
  EXPECT_EQ(read_as(ben).version, 2);
  EXPECT_EQ(read_as(ben).text, "Few, and honest.");
  EXPECT_THROW(write("Mine", 1), base::Problem);
}

TEST_P(GuidelineTest, WhoHasReadAVersionIsAskedAgainForTheNext) {  // [GUI-7]
  write("Few.", 0);
  db->write([&](db::Tx& tx) { acknowledge(tx, ben, 1); });
  EXPECT_TRUE(read_as(ben).acknowledged_at);
  write("Few, and honest.", 1);
  EXPECT_FALSE(read_as(ben).acknowledged_at);
  EXPECT_THROW(db->write([&](db::Tx& tx) { acknowledge(tx, ben, 1); }), base::Problem);
}

TEST_P(GuidelineTest, OnlyHrSeesHowManyHaveReadIt) {  // [GUI-8]
  write("Few.", 0);
  db->write([&](db::Tx& tx) { acknowledge(tx, ben, 1); });
  EXPECT_EQ(read_as(hugo).acknowledgements, 1);
  EXPECT_EQ(read_as(hugo).people, 2);
  EXPECT_FALSE(read_as(ben).acknowledgements);
}

}  // namespace
}  // namespace waymark::guide
