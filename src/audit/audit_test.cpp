#include "audit/audit.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "audit/audit_store.hpp"
#include "testing/databases.hpp"

namespace waymark::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr policy::PersonId ana{11};
constexpr policy::PersonId sam{12};

class Log : public testing::OnBothDatabases {
 protected:
  void write(policy::PersonId actor, std::string_view subject, std::int64_t id, std::string_view detail) {
    db->write([&](db::Tx& tx) { record(tx, actor, "thing.done", subject, id, detail); });
  }
  std::vector<std::string> details(AuditFilter const& filter, std::int64_t most = 100) {
    std::vector<std::string> result;
    for (auto const& line : db->read([&](db::Tx& tx) { return lines(tx, filter, most); }))
      result.push_back(line.detail);
    return result;
  }
};
INSTANTIATE_TEST_SUITE_P(Audit, Log, testing::on_both_databases, testing::name_of);

TEST_P(Log, goes_back_with_what_it_speaks_of) {  // [AUD-1]
  EXPECT_THROW(db->write([&](db::Tx& tx) {
    record(tx, sam, "thing.done", "person", 7, "never happened");
    throw std::runtime_error("the act failed");
  }),
               std::runtime_error);
  EXPECT_THAT(details({}), ElementsAre());
}

TEST_P(Log, reads_the_newest_first_page_by_page) {  // [AUD-3]
  for (auto const* detail : {"one", "two", "three"}) write(sam, "person", 7, detail);
  auto const first = db->read([&](db::Tx& tx) { return lines(tx, {}, 2); });
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].detail, "three");
  EXPECT_THAT(details({.after = first[1].id}), ElementsAre("one"));
}

TEST_P(Log, is_narrowed_to_a_subject_and_an_actor) {  // [AUD-4]
  write(sam, "person", 7, "sam on person 7");
  write(ana, "person", 7, "ana on person 7");
  write(ana, "team", 8, "ana on team 8");
  EXPECT_THAT(details({.subject_id = AnyId{7}}), ElementsAre("ana on person 7", "sam on person 7"));
  EXPECT_THAT(details({.actor = ana}), ElementsAre("ana on team 8", "ana on person 7"));
  EXPECT_THAT(details({.subject_id = AnyId{7}, .actor = ana}), ElementsAre("ana on person 7"));
  EXPECT_THAT(details({.subject = "team"}), ElementsAre("ana on team 8"));
}

TEST_P(Log, keeps_a_line_of_the_command_line_without_an_actor) {
  write({}, "person", 0, "made by hand");
  auto const all = db->read([&](db::Tx& tx) { return lines(tx, {}, 10); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_FALSE(all[0].actor_id);
  EXPECT_FALSE(all[0].subject_id);
}

TEST(LogStatements, only_add) {  // [AUD-2]
  int statements = 0;
  for (auto const& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path{WAYMARK_SOURCE_DIR} / "src")) {
    if (!entry.path().string().ends_with("_sql.cpp")) continue;
    std::ifstream file{entry.path()};
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    ++statements;
    EXPECT_THAT(text, Not(HasSubstr("UPDATE audit_event"))) << entry.path();
    EXPECT_THAT(text, Not(HasSubstr("DELETE FROM audit_event"))) << entry.path();
  }
  EXPECT_GT(statements, 0);
}

TEST(LogRoutes, are_for_auditors_and_administrators) {  // [AUD-3]
  auto const all = routes([](db::Tx&, policy::PersonId) { return std::string{"Sam"}; });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all[0].demand.signed_in);
  EXPECT_EQ(all[0].demand.any_role, (policy::Set<policy::Role>{policy::Role::auditor, policy::Role::administrator}));
}

}  // namespace
}  // namespace waymark::audit
