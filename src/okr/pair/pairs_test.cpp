#include "okr/pair/pairs.hpp"

#include <gmock/gmock.h>

#include <chrono>

namespace waymark::okr {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t engineering = 1;
constexpr std::int64_t sales = 2;

PairKeyResult measured(std::int64_t id, std::string title, Direction direction, double from, double to,
                       std::string unit = "%") {
  return {{id}, std::move(title), {.direction = direction, .baseline = from, .target = to}, std::move(unit), "", {}};
}

PairKeyResult following(PairKeyResult one, std::int64_t kpi) {
  one.kpi_id = KpiId{kpi};
  return one;
}

PairObjective objective(std::int64_t id, std::int64_t owner, std::string title,
                        std::vector<PairKeyResult> key_results = {}) {
  return {{id}, std::move(title), owner, "Team " + std::to_string(owner), std::move(key_results)};
}

std::vector<PairSign> signs(std::vector<PairObjective> const& all) {
  std::vector<PairSign> found;
  for (auto const& pair : pairs(all)) {
    for (auto const& reason : pair.reasons) found.push_back(reason.sign);
  }
  return found;
}

// [PAIR-1]
TEST(Pairs, titles_that_share_most_of_their_words_are_alike_where_owners_differ) {
  auto const one = objective(1, engineering, "Win customers back in southern Europe");
  auto const all = pairs(std::vector{one, objective(2, sales, "Win back the customers of southern Europe")});
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].kind, PairKind::alike);
  EXPECT_EQ(all[0].reasons[0].sign, PairSign::alike_titles);
  EXPECT_EQ(all[0].reasons[0].shared, 4);
  EXPECT_EQ(all[0].reasons[0].first_words, 4);
  EXPECT_THAT(signs({one, objective(2, engineering, one.title)}), IsEmpty());
  EXPECT_THAT(signs({one, objective(2, sales, "Win customers in the north of the world")}), IsEmpty());
  EXPECT_THAT(signs({}), IsEmpty());
}

// [PAIR-1]
TEST(Pairs, what_four_owners_write_is_a_plan_of_the_house) {
  auto const title = "Preserve the error budget completely";
  std::vector<PairObjective> all{objective(1, 1, title), objective(2, 2, title), objective(3, 3, title)};
  EXPECT_THAT(pairs(all), SizeIs(3));
  all.push_back(objective(4, 4, title));
  EXPECT_THAT(pairs(all), IsEmpty());
}

// [PAIR-1]
TEST(Pairs, where_each_names_its_own_team_each_speaks_of_its_own) {
  auto security = objective(1, 1, "Write down strategy and direction of Security");
  auto support = objective(2, 2, "Write down strategy and direction of Support");
  EXPECT_THAT(signs({security, support}), ElementsAre(PairSign::alike_titles));
  security.owner_name = "Security";
  support.owner_name = "Support";
  EXPECT_THAT(signs({security, support}), IsEmpty());
}

// [PAIR-2]
TEST(Pairs, on_one_measure_more_and_less_pull_against_each_other) {
  auto const more = measured(11, "Raise variants on the shelf from 55 % to 95 %", Direction::rise, 55, 95);
  auto const less = measured(21, "Cut variants on the shelf from 55 % to 30 %", Direction::fall, 55, 30);
  std::vector all{objective(1, engineering, "Ship at once", {more}), objective(2, sales, "Free the money", {less})};
  all[1].key_results[0].measure.baseline = 54;
  EXPECT_THAT(signs(all), IsEmpty());  // of another shelf
  all[1].key_results[0].measure.baseline = 55;
  auto const found = pairs(all);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, PairKind::against);
  EXPECT_EQ(found[0].reasons[0].sign, PairSign::cannot_both);
  EXPECT_EQ(found[0].reasons[0].first->target, 95);
  EXPECT_EQ(found[0].reasons[0].second->target, 30);
}

// [PAIR-2]
TEST(Pairs, followers_of_one_kpi_are_compared_whatever_their_words) {
  auto const more = following(measured(11, "Raise it from 10 to 20", Direction::rise, 10, 20), 7);
  auto const less = following(measured(21, "Lower that from 40 to 30", Direction::fall, 40, 30), 7);
  EXPECT_THAT(signs({objective(1, 1, "A", {more}), objective(2, 2, "B", {less})}),
              ElementsAre(PairSign::opposite_ways));
  EXPECT_THAT(signs({objective(1, 1, "A", {more}), objective(2, 2, "B", {more})}), ElementsAre(PairSign::same_kpi));
  EXPECT_THAT(signs({objective(1, 1, "A", {more}), objective(2, 1, "B", {less})}), IsEmpty());
}

// [PAIR-2]
TEST(Pairs, what_must_not_get_worse_is_met_by_what_goes_the_other_way) {
  auto cheaper = measured(11, "Lower the cost of a delivery", Direction::fall, 9, 6, "€");
  cheaper.counter = "Complaints about deliveries stay below 5";
  auto const more = measured(21, "Raise complaints about deliveries that we hear of", Direction::rise, 3, 30, "calls");
  auto const fewer = measured(21, "Lower complaints about deliveries", Direction::fall, 30, 3, "calls");
  EXPECT_THAT(signs({objective(1, 1, "A", {cheaper}), objective(2, 2, "B", {more})}), ElementsAre(PairSign::counter));
  EXPECT_THAT(signs({objective(1, 1, "A", {cheaper}), objective(2, 2, "B", {fewer})}), IsEmpty());
}

// [PAIR-3]
TEST(Pairs, rest_on_titles_measures_and_targets) {
  auto one = objective(1, 1, "Ship at once", {following(measured(11, "Raise it", Direction::rise, 1, 2), 7)});
  auto other = objective(2, 2, "Ship", {following(measured(21, "Raise it", Direction::rise, 1, 2), 7)});
  auto const basis = pairs(std::vector{one, other}).at(0).basis;
  EXPECT_EQ(pairs(std::vector{one, other}, ObjectiveId{2}).at(0).basis, basis);
  one.key_results[0].measure.target = 3;
  EXPECT_NE(pairs(std::vector{one, other}).at(0).basis, basis);
}

// Five thousand objectives with three key results each, of four hundred teams.
TEST(Pairs, are_found_among_thousands_in_bounded_work) {
  std::vector<PairObjective> all;
  for (std::int64_t i = 1; i <= 5000; ++i) {
    auto const word = [&](std::int64_t n) {
      return "word" + std::string(1, static_cast<char>('a' + n % 26)) +
             std::string(1, static_cast<char>('a' + n / 26 % 26));
    };
    auto one = objective(i, i % 400, word(i * 7) + " " + word(i * 13) + " " + word(i * 29) + " " + word(i / 3));
    for (std::int64_t k = 0; k < 3; ++k)
      one.key_results.push_back(measured(i * 10 + k, word(i * 3 + k) + " " + word(i * 17 + k) + " " + word(i + k * 31),
                                         Direction::rise, 0, 10));
    all.push_back(std::move(one));
  }
  auto const from = std::chrono::steady_clock::now();
  auto const found = pairs(all);
  auto const took = std::chrono::steady_clock::now() - from;
  RecordProperty("pairs", static_cast<int>(found.size()));
  RecordProperty("ms", static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
  EXPECT_LT(found.size(), 20'000U);
}

}  // namespace
}  // namespace waymark::okr
