#include "search/search.hpp"

#include <gmock/gmock.h>

#include "kpi/kpi.hpp"
#include "okr/testing/small_company.hpp"
#include "people/people.hpp"
#include "testing/databases.hpp"

namespace waymark::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr db::Sql forget_words{"test.forget_words", "DELETE FROM search_word"};
constexpr db::Sql count_words{"test.count_words", "SELECT COUNT(*) FROM search_word"};

class SearchTest : public testing::OnBothDatabases {
 protected:
  SearchTest() { events.witness(follow); }

  std::vector<std::string> found(std::string text) {
    SearchQuery query;
    query.text = std::move(text);
    std::vector<std::string> titles;
    for (auto const& hit : db->read([&](db::Tx& tx) { return find(tx, {}, query); }).items) titles.push_back(hit.title);
    return titles;
  }
  people::PersonId add(std::string const& name) {
    people::NewPerson person;
    person.name = name;
    person.email = name + "@example.org";
    return db->write([&](db::Tx& tx) { return people.create_person(tx, {}, person); });
  }
  std::int64_t words() {
    return db->read([](db::Tx& tx) { return *tx.row<std::int64_t>(count_words); });
  }

  events::Events events;
  people::People people{events};
};
INSTANTIATE_TEST_SUITE_P(Search, SearchTest, testing::on_both_databases, testing::name_of);

TEST_P(SearchTest, ForgetsWhatIsTakenBackWithItsTransaction) {  // [SEA-5]
  EXPECT_THROW(db->write([&](db::Tx& tx) {
    people::NewPerson person;
    person.name = "Nobody";
    person.email = "n@example.org";
    people.create_person(tx, {}, person);
    throw std::runtime_error("the act failed");
  }),
               std::runtime_error);
  EXPECT_THAT(found("nobody"), IsEmpty());
  EXPECT_EQ(words(), 0);
}

TEST_P(SearchTest, FillsInWhatWasThereBeforeAndOnlyOnce) {  // [SEA-7]
  add("Jörg");
  db->write([](db::Tx& tx) { tx.run(forget_words); });
  EXPECT_THAT(found("joerg"), IsEmpty());
  fill(*db);
  EXPECT_THAT(found("joerg"), ElementsAre("Jörg"));
  db->write([](db::Tx& tx) { tx.run(forget_words); });
  fill(*db);
  EXPECT_EQ(words(), 0);
}

TEST_P(SearchTest, FindsByBeginningsInEveryScript) {  // [SEA-2]
  add("Анна");
  add("Ann\U0001F600x");
  EXPECT_THAT(found("АН"), ElementsAre("Анна"));
  EXPECT_THAT(found("ann x"), ElementsAre("Ann\U0001F600x"));
  EXPECT_THAT(found("nn"), IsEmpty());
  EXPECT_THAT(found("  "), IsEmpty());
}

class SaidTest : public okr::SmallCompany {
 protected:
  SaidTest() { events.witness(follow); }

  std::vector<std::string> found(std::string text, HitKind kind) {
    SearchQuery query;
    query.text = std::move(text);
    query.kind = kind;
    std::vector<std::string> titles;
    for (auto const& hit : read([&](db::Tx& tx) { return find(tx, as(hugo), query); }).items)
      titles.push_back(hit.title);
    return titles;
  }
  std::vector<std::string> notes(std::string text) { return found(std::move(text), HitKind::check_in); }

  okr::CheckInId note(okr::KeyResultId key_result, std::string happened, std::string next = "") {
    auto said = value(10);
    said.what_happened = std::move(happened);
    said.what_next = std::move(next);
    auto const id = check_in(key_result, said).id;
    clock.set(clock.now() + 6'000);
    return id;
  }
};
INSTANTIATE_TEST_SUITE_P(Search, SaidTest, testing::on_both_databases, testing::name_of);

TEST_P(SaidTest, FindsNotesByKeyResultOnceTheyAreWritten) {  // [SEA-9]
  auto const objective = made("Build it right", 2);
  auto const first = objective.key_results[0].id;
  note(first, "Spark test passed.", "Send the potted samples.");
  EXPECT_THAT(notes("spark"), IsEmpty());
  follow_notes(*db);
  EXPECT_THAT(notes("spark samples"), ElementsAre("Spark test passed. Send the potted samples."));
  note(first, "The spark test was repeated.");
  note(objective.key_results[1].id, "No spark at all.");
  follow_notes(*db);
  EXPECT_THAT(notes("spark test"), ElementsAre("The spark test was repeated."));
  EXPECT_THAT(notes("spark"), SizeIs(2));
  EXPECT_THAT(notes("repeated samples"), IsEmpty());
}

TEST_P(SaidTest, FindsNoWithdrawnNote) {  // [SEA-9]
  auto const key_result = made("Build it right").key_results[0].id;
  auto const id = note(key_result, "Spark test passed.");
  follow_notes(*db);
  write([&](db::Tx& tx) { okr.check_ins.withdraw(tx, as(ben), id); });
  EXPECT_THAT(notes("spark"), IsEmpty());
}

TEST_P(SaidTest, FindsWhatWasSaidBeforeThereWasASearch) {  // [SEA-7]
  auto const objective = made("Build it right");
  write([&](db::Tx& tx) {
    okr.comments.create(tx, as(ben), objective.id, {"The oven is cold.", {}, {}, {}});
    okr.initiatives.create(tx, as(ben), objective.id, {"Warm the oven", {}, {}, {}});
    okr.blockers.raise(tx, as(ben), objective.id, {objective.key_results[0].id, "Nobody has the oven key.", {}});
    okr.retros.add(tx, as(ben), engineering, quarter, {okr::RetroPart::learn, "An oven needs a Sunday."});
    tx.run(forget_words);
  });
  fill(*db);
  EXPECT_THAT(found("oven", HitKind::comment), ElementsAre("The oven is cold."));
  EXPECT_THAT(found("oven", HitKind::initiative), ElementsAre("Warm the oven"));
  EXPECT_THAT(found("oven", HitKind::blocker), ElementsAre("Nobody has the oven key."));
  EXPECT_THAT(found("oven", HitKind::learning), ElementsAre("An oven needs a Sunday."));
}

}  // namespace
}  // namespace waymark::search
