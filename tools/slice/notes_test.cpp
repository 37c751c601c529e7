#include "sample/notes.hpp"

#include <gmock/gmock.h>

#include "core/base/problem.hpp"
#include "people/people.hpp"
#include "testing/databases.hpp"

namespace waymark::sample {
namespace {

using policy::Role;
using policy::Viewer;

class NoteTest : public testing::OnBothDatabases {
 protected:
  NoteTest() {
    db->write([&](db::Tx& tx) {
      ana.person = people.create_person(tx, {}, {"Ana", "ana@example.org", {}, {}, {}, {}, {}});
      ben.person = people.create_person(tx, {}, {"Ben", "ben@example.org", {}, {}, {}, {}, {}});
    });
  }
  void write(std::string const& text) {
    db->write([&](db::Tx& tx) { write_note(tx, ana, {text}); });
  }
  rest::Page<Note> read_as(Viewer const& viewer, NoteQuery const& query = {}) {
    return db->read([&](db::Tx& tx) { return own_notes(tx, viewer, query); });
  }

  events::Events events;
  people::People people{events};
  Viewer ana{{}, {Role::employee}, {}, 1};
  Viewer ben{{}, {Role::employee}, {}, 1};
};
INSTANTIATE_TEST_SUITE_P(Sample, NoteTest, testing::on_both_databases, testing::name_of);

TEST_P(NoteTest, IsItsAuthorsAlone) {  // [SAMPLE-1]
  write("Ask Ben.");
  EXPECT_EQ(read_as(ana).items.size(), 1);
  EXPECT_TRUE(read_as(ben).items.empty());
}

TEST_P(NoteTest, TheNewestComesFirst) {  // [SAMPLE-2]
  write("First.");
  write("Second.");
  auto const page = read_as(ana, {.after = {}, .limit = 1});
  EXPECT_EQ(page.items.front().text, "Second.");
  EXPECT_EQ(read_as(ana, {.after = page.next.value(), .limit = {}}).items.front().text, "First.");
  EXPECT_THROW(read_as(ana, {.after = "not a cursor!", .limit = {}}), base::Problem);
}

}  // namespace
}  // namespace waymark::sample
