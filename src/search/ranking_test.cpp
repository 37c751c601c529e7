#include "search/ranking.hpp"

#include <gmock/gmock.h>

namespace waymark::search {
namespace {

using ::testing::ElementsAre;

Hit hit(HitKind kind, std::int64_t id, std::string title, bool running = true) {
  return {kind, {id}, std::move(title), "", {}, {}, {}, running};
}

std::vector<std::int64_t> ids(std::vector<Hit> const& hits) {
  std::vector<std::int64_t> all;
  for (auto const& one : hits) all.push_back(one.id.value);
  return all;
}

TEST(Ranking, PutsTitlesThatBeginWithItFirstThenRunningCycles) {  // [SEA-3]
  std::vector<Hit> hits{
      hit(HitKind::objective, 1, "Speed up line 2"), hit(HitKind::objective, 2, "Raise first-pass yield", false),
      hit(HitKind::objective, 3, "Raise the yield"), hit(HitKind::key_result, 4, "Yield from 91 to 95"),
      hit(HitKind::kpi, 5, "Yield of line 2", false)};
  sort_by_fit(hits, "Yield");
  EXPECT_THAT(ids(hits), ElementsAre(4, 5, 3, 2, 1));
}

TEST(Ranking, PutsPeopleBeforeThingsAndTheNewestFirst) {  // [SEA-3]
  std::vector<Hit> hits{hit(HitKind::objective, 1, "An old one"), hit(HitKind::objective, 2, "An idea"),
                        hit(HitKind::person, 3, "Ana Weber")};
  sort_by_fit(hits, "an");
  EXPECT_THAT(ids(hits), ElementsAre(3, 2, 1));
}

TEST(Ranking, PutsWhatWasSaidAfterWhatIsCalledSo) {  // [SEA-3]
  std::vector<Hit> hits{hit(HitKind::check_in, 1, "ATEX is through"), hit(HitKind::comment, 2, "ATEX"),
                        hit(HitKind::key_result, 3, "Pass every test of the ATEX body", false)};
  sort_by_fit(hits, "atex");
  EXPECT_THAT(ids(hits), ElementsAre(3, 2, 1));
}

TEST(Ranking, LeavesRoomForEveryKind) {  // [SEA-6]
  std::vector<Hit> hits;
  for (int i = 1; i <= 5; ++i) hits.push_back(hit(HitKind::person, i, "Ana"));
  hits.push_back(hit(HitKind::team, 6, "Analytics"));
  EXPECT_THAT(ids(mixed(hits, 3)), ElementsAre(1, 6, 2));
  EXPECT_THAT(ids(mixed(hits, 6)), ElementsAre(1, 2, 6, 3, 4, 5));
}

}  // namespace
}  // namespace waymark::search
