#include "search/search.hpp"

#include <gmock/gmock.h>

#include "kpi/kpi.hpp"
#include "people/people.hpp"
#include "testing/databases.hpp"

namespace waymark::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

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

}  // namespace
}  // namespace waymark::search
