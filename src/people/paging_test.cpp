#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "people/people.hpp"
#include "people/person_store.hpp"
#include "testing/databases.hpp"

namespace waymark::people {
namespace {

constexpr int most_runs = 20;  // each hires a team of its own

int number(int from, int to) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
}

class PagingTest : public testing::OnBothDatabases {
 protected:
  TeamId fresh_team() {
    auto const name = "Team " + std::to_string(++teams_);
    return db->write([&](db::Tx& tx) {
      if (!company(tx)) people_.create_team(tx, {}, {"Halden", TeamKind::company, {}, {}});
      return people_.create_team(tx, {}, {name, TeamKind::team, {}, {}});
    });
  }
  // Some have the same name.
  PersonId hire(TeamId team) {
    NewPerson person{};
    person.name = *rc::gen::elementOf(std::vector<std::string>{"Ana", "Ben", "ben", "Élodie", "Zed"});
    person.email = "person" + std::to_string(++persons_) + "@halden.example";
    person.team_ids = {team};
    return db->write([&](db::Tx& tx) { return people_.create_person(tx, {}, person); });
  }
  std::vector<PersonLine> page(TeamId team, std::optional<PersonId> after, std::int64_t limit) {
    PersonFilter filter{};
    filter.team = team;
    if (after) filter.after = after->text();
    return db->read([&](db::Tx& tx) { return person_lines(tx, filter, limit); });
  }

 private:
  events::Events events_;
  People people_{events_};
  int teams_ = 0;
  int persons_ = 0;
};

// By name, while people come between two pages: who was there is seen once, who came is seen at most once.
TEST_P(PagingTest, ShowsEachPersonOnce) {
  int runs = 0;
  EXPECT_TRUE(rc::check([&] {
    if (++runs > most_runs) return;
    auto const team = fresh_team();
    std::set<PersonId> there;
    auto const limit = number(1, 5);
    auto const rows = number(0, 9);
    for (int i = 0; i < rows; ++i) there.insert(hire(team));
    std::vector<PersonId> seen;
    std::optional<PersonId> after;
    for (;;) {
      auto const lines = page(team, after, limit);
      for (auto const& line : lines) seen.push_back(line.id);
      if (std::ssize(lines) < limit) break;
      after = lines.back().id;
      for (int more = number(0, 2); more > 0; --more) hire(team);
    }
    std::set<PersonId> const distinct(seen.begin(), seen.end());
    RC_ASSERT(distinct.size() == seen.size());
    RC_ASSERT(std::includes(distinct.begin(), distinct.end(), there.begin(), there.end()));
  }));
}

INSTANTIATE_TEST_SUITE_P(Databases, PagingTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::people
