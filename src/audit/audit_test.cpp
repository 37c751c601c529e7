#include "audit/audit.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "audit/audit_store.hpp"
#include "audit/refusals.hpp"
#include "testing/databases.hpp"

namespace waymark::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

constexpr policy::PersonId ana{11};
constexpr policy::PersonId sam{12};

class Log : public testing::OnBothDatabases {
 protected:
  void write(policy::PersonId actor, std::string_view subject, std::int64_t id, std::string_view words) {
    db->write([&](db::Tx& tx) { record(tx, actor, "thing.done", subject, id, words); });
  }
  std::vector<std::string> words(AuditFilter const& filter, std::int64_t most = 100) {
    std::vector<std::string> result;
    for (auto const& line : db->read([&](db::Tx& tx) { return lines(tx, filter, most); }))
      result.push_back(line.words.value_or(""));
    return result;
  }
  std::vector<Row> all() {
    return db->read([](db::Tx& tx) { return lines(tx, {}, 200); });
  }
};
INSTANTIATE_TEST_SUITE_P(Audit, Log, testing::on_both_databases, testing::name_of);

TEST_P(Log, goes_back_with_what_it_speaks_of) {  // [AUD-1]
  EXPECT_THROW(db->write([&](db::Tx& tx) {
    record(tx, sam, "thing.done", "person", 7, "never happened");
    throw std::runtime_error("the act failed");
  }),
               std::runtime_error);
  EXPECT_THAT(words({}), ElementsAre());
  write(sam, "person", 7, "happened");
  EXPECT_FALSE(verify_chain(*db).broken);
}

TEST_P(Log, reads_the_newest_first_page_by_page) {  // [AUD-3]
  for (auto const* said : {"one", "two", "three"}) write(sam, "person", 7, said);
  auto const first = db->read([&](db::Tx& tx) { return lines(tx, {}, 2); });
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].words, "three");
  EXPECT_THAT(words({.after = first[1].id}), ElementsAre("one"));
}

TEST_P(Log, is_narrowed_to_a_subject_and_an_actor) {  // [AUD-4]
  write(sam, "person", 7, "sam on person 7");
  write(ana, "person", 7, "ana on person 7");
  write(ana, "team", 8, "ana on team 8");
  EXPECT_THAT(words({.subject_id = AnyId{7}}), ElementsAre("ana on person 7", "sam on person 7"));
  EXPECT_THAT(words({.actor = ana}), ElementsAre("ana on team 8", "ana on person 7"));
  EXPECT_THAT(words({.subject_id = AnyId{7}, .actor = ana}), ElementsAre("ana on person 7"));
  EXPECT_THAT(words({.subject = "team"}), ElementsAre("ana on team 8"));
}

TEST_P(Log, keeps_a_line_of_the_command_line_without_an_actor) {  // [AUD-6]
  write({}, "person", 0, "");
  auto const lines = all();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_FALSE(lines[0].actor_id);
  EXPECT_FALSE(lines[0].subject_id);
  EXPECT_FALSE(lines[0].words);
  EXPECT_FALSE(lines[0].erased);
}

TEST_P(Log, says_in_whose_place_somebody_acted) {  // [AUD-6]
  db->write([&](db::Tx& tx) {
    record(tx, sam, "thing.done", "team", 8, {}, {.with = ana, .in_place_of = ana, .codes = code("kept", "yes")});
  });
  auto const lines = all();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].with_id, ana);
  EXPECT_EQ(lines[0].in_place_of_id, ana);
  EXPECT_EQ(lines[0].codes, "kept=yes");
}

TEST(LogCodes, hold_nothing_that_could_be_taken_for_another_code) {
  EXPECT_EQ(code("why", "no;such=\"thing\"\n"), "why=nosuchthing");
}

TEST(LogActors, are_nobody_where_the_command_line_lends_itself_rights) {  // [AUD-6]
  policy::Viewer const by_hand{.person = sam, .roles = {}, .scopes = {}};
  EXPECT_FALSE(actor_of(by_hand).person);
  EXPECT_EQ(actor_of(by_hand).in_place_of, sam);
  policy::Viewer const signed_in{
      .person = sam, .roles = {}, .scopes = {}, .session = 5, .proof = policy::Proof::session};
  EXPECT_EQ(actor_of(signed_in).person, sam);
  EXPECT_FALSE(actor_of(signed_in).in_place_of);
}

class Refused : public Log {
 protected:
  void refuse(policy::PersonId person) {
    refusals.note(*db, route, {{"person", base::id_text(7)}}, {.person = person, .roles = {}, .scopes = {}},
                  base::forbidden("This is for administrators only."));
  }

  rest::Route const route =
      rest::put("/api/v1/people/{person}/roles", policy::administrator, "", [](rest::Call<> const&) {});
  Refusals refusals;
};
INSTANTIATE_TEST_SUITE_P(Audit, Refused, testing::on_both_databases, testing::name_of);

TEST_P(Refused, stands_in_the_log_with_what_was_asked_and_why_not) {  // [AUD-8]
  refuse(ana);
  auto const lines = all();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].action, "act.refused");
  EXPECT_EQ(lines[0].actor_id, ana);
  EXPECT_EQ(lines[0].subject_id, AnyId{7});
  EXPECT_EQ(lines[0].codes, "route=PUT /api/v1/people/{person}/roles;why=forbidden;with=none");
}

TEST_P(Refused, is_written_down_a_bounded_number_of_times_and_counted_after_that) {  // [AUD-8]
  for (int i = 0; i < Refusals::most_an_hour + 40; ++i) refuse(ana);
  refuse(sam);
  EXPECT_EQ(all().size(), static_cast<std::size_t>(Refusals::most_an_hour + 1));
  clock.set(clock.now() + 3'600'000);
  refuse(ana);
  EXPECT_THAT(all().front().codes, HasSubstr("left_out=40"));
}

// A database in a process that has no memory left.
class NoMemory : public db::Db {
 public:
  db::Dialect dialect() const override { return db::Dialect::sqlite; }
  void back_up_to(std::string const&) override {}

 private:
  void run_read(Work const&) override { throw std::bad_alloc{}; }
  void run_write(Work const&) override { throw std::bad_alloc{}; }
  std::vector<std::string> find_faults() override { return {}; }
};

TEST_P(Refused, stands_though_it_cannot_be_written_down) {  // [AUD-8]
  NoMemory nowhere;
  EXPECT_NO_THROW(
      refusals.note(nowhere, route, {}, {.person = ana, .roles = {}, .scopes = {}}, base::forbidden("Not for you.")));
}

std::string source(std::filesystem::path const& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(LogStatements, only_add) {  // [AUD-2]
  int statements = 0;
  for (auto const& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path{WAYMARK_SOURCE_DIR} / "src")) {
    if (!entry.path().string().ends_with("_sql.cpp") || entry.path().filename() == "upkeep_sql.cpp") continue;
    auto const text = source(entry.path());
    ++statements;
    for (auto const* change :
         {"UPDATE audit_event", "DELETE FROM audit_event", "UPDATE audit_words", "DELETE FROM audit_words"})
      EXPECT_THAT(text, Not(HasSubstr(change))) << entry.path();
  }
  EXPECT_GT(statements, 0);
}

TEST(LogStatements, of_its_upkeep_are_these_and_no_more) {  // [AUD-2]
  auto const text = source(std::filesystem::path{WAYMARK_SOURCE_DIR} / "src/audit/upkeep_sql.cpp");
  std::regex const change{"(UPDATE|DELETE FROM) audit_(event|words)[^\"]*"};
  std::multiset<std::string> found;
  for (std::sregex_iterator it{text.begin(), text.end(), change}; it != std::sregex_iterator{}; ++it)
    found.insert(it->str());
  EXPECT_THAT(found, UnorderedElementsAre(
                         "UPDATE audit_event SET words_hash = :words_hash, hash = :hash WHERE id = :id",
                         "UPDATE audit_words SET salt = :salt WHERE event_id = :event",
                         "DELETE FROM audit_event WHERE id < :first", "DELETE FROM audit_words WHERE event_id < :first",
                         "DELETE FROM audit_words WHERE event_id = :event"));
}

TEST(LogRoutes, are_for_auditors_and_administrators) {  // [AUD-3]
  auto const all = routes([](db::Tx&, std::string_view, std::int64_t) { return std::string{"Sam"}; });
  ASSERT_EQ(all.size(), 2U);
  for (auto const& route : all) {
    EXPECT_TRUE(route.demand.signed_in);
    EXPECT_EQ(route.demand.any_role, (policy::Set<policy::Role>{policy::Role::auditor, policy::Role::administrator}));
  }
}

}  // namespace
}  // namespace waymark::audit
