#include "okr/overview/views.hpp"
#include "okr/overview/cycle_graph.hpp"

#include "okr/overview/timeline.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// [OKR-63]
TEST(Sharing, WhoLeadsATeamSharesWithItAndWhoSpeaksForAllWithEverybody) {
  Sharer const anyone{.owns = true};
  Sharer const lead{.owns = true, .leads_the_team = true};
  Sharer const hr{.owns = true, .speaks_for_all = true};
  EXPECT_TRUE(may_share(Sharing::personal, anyone));
  EXPECT_FALSE(may_share(Sharing::team, anyone));
  EXPECT_FALSE(may_share(Sharing::everyone, anyone));
  EXPECT_TRUE(may_share(Sharing::team, lead));
  EXPECT_FALSE(may_share(Sharing::everyone, lead));
  EXPECT_TRUE(may_share(Sharing::team, hr));
  EXPECT_TRUE(may_share(Sharing::everyone, hr));
}

// [OKR-65]
TEST(Sharing, OwnersChangeTheirViewsAndThoseWhoMayShareChangeSharedOnes) {
  Sharer const owner{.owns = true};
  Sharer const lead{.leads_the_team = true};
  Sharer const hr{.speaks_for_all = true};
  EXPECT_TRUE(may_change(Sharing::everyone, owner));
  EXPECT_TRUE(may_change(Sharing::team, lead));
  EXPECT_FALSE(may_change(Sharing::everyone, lead));
  EXPECT_TRUE(may_change(Sharing::everyone, hr));
  EXPECT_FALSE(may_change(Sharing::personal, hr));
}

class ViewsTest : public SmallCompany {
 protected:
  View saved(policy::Viewer const& viewer, std::string name, Sharing sharing = Sharing::personal,
             std::optional<TeamId> team = {}) {
    return write([&](db::Tx& tx) {
      return okr.views.create(tx, viewer, {std::move(name), {"tab=map&level=team"}, sharing, team});
    });
  }
  std::vector<std::string> names_for(policy::Viewer const& viewer) {
    std::vector<std::string> names;
    for (auto const& view : read([&](db::Tx& tx) { return okr.views.list(tx, viewer, {}); }).items)
      names.push_back(view.name);
    return names;
  }
};

// [OKR-62]
TEST_P(ViewsTest, AViewKeepsTheAddressAndNotWhatItShowed) {
  auto const view = saved(as(ana), "Ours at risk");
  EXPECT_EQ(view.query, "tab=map&level=team");
  made("Another objective");
  EXPECT_EQ(read([&](db::Tx& tx) { return okr.views.get(tx, as(ana), view.id); }).query, view.query);
}

// [OKR-64]
TEST_P(ViewsTest, AreSeenByThoseTheyAreSharedWith) {
  saved(as(ana), "Mine");
  saved(as(ana), "Engineering", Sharing::team, engineering);
  saved(hr(), "All", Sharing::everyone);
  EXPECT_THAT(names_for(as(ana)), ElementsAre("Mine", "Engineering", "All"));
  EXPECT_THAT(names_for(as(ben)), ElementsAre("Engineering", "All"));
  EXPECT_THAT(names_for(as(erik)), ElementsAre("All"));
}

TEST_P(ViewsTest, ArePagedByCursor) {
  for (auto const* name : {"A", "B", "C"}) saved(as(ana), name);
  auto const first = read([&](db::Tx& tx) { return okr.views.list(tx, as(ana), {{}, {2}}); });
  EXPECT_EQ(first.items.size(), 2U);
  auto const second = read([&](db::Tx& tx) { return okr.views.list(tx, as(ana), {{*first.next}, {2}}); });
  EXPECT_EQ(second.items.at(0).name, "C");
  EXPECT_FALSE(second.next);
}

// [OKR-63] [OKR-65]
TEST_P(ViewsTest, AreSharedAndChangedByThoseWhoMay) {
  EXPECT_EQ(refusal([&](db::Tx& tx) {
              okr.views.create(tx, as(ben), {{"All"}, {""}, Sharing::everyone, {}});
            }),
            "forbidden");
  EXPECT_EQ(wrong_field([&](db::Tx& tx) {
              okr.views.create(tx, as(ana), {{"Us"}, {""}, Sharing::team, {}});
            }),
            "team_id");
  auto const view = saved(as(ana), "Engineering", Sharing::team, engineering);
  EXPECT_THAT(view.may, ElementsAre("edit"));
  EXPECT_THAT(read([&](db::Tx& tx) { return okr.views.get(tx, as(ben), view.id); }).may, IsEmpty());
  auto const rename = [&](PersonId person, std::int64_t seen) {
    return refusal([&](db::Tx& tx) { okr.views.change(tx, as(person), view.id, seen, {{{"Us"}}, {}, {}, {}}); });
  };
  EXPECT_EQ(rename(ben, 1), "forbidden");
  EXPECT_EQ(rename(dora, 1), "not_found");
  EXPECT_EQ(rename(ana, 1), "");
  EXPECT_EQ(rename(ana, 1), "version_conflict");
  write([&](db::Tx& tx) { okr.views.remove(tx, as(ana), view.id); });
  EXPECT_THAT(names_for(as(ana)), IsEmpty());
}

// [OKR-66]
TEST_P(ViewsTest, ArePinnedByEachForThemselves) {
  auto const view = saved(hr(), "All", Sharing::everyone);
  write([&](db::Tx& tx) {
    okr.views.pin(tx, as(ben), view.id);
    okr.views.pin(tx, as(ben), view.id);
  });
  auto const pinned_by = [&](PersonId person) {
    return read([&](db::Tx& tx) { return okr.views.get(tx, as(person), view.id); }).pinned;
  };
  EXPECT_TRUE(pinned_by(ben));
  EXPECT_FALSE(pinned_by(cam));
  write([&](db::Tx& tx) { okr.views.unpin(tx, as(ben), view.id); });
  EXPECT_FALSE(pinned_by(ben));
}

// [OKR-68]
TEST_P(ViewsTest, APersonsObjectiveIsShownUnderTheirTeam) {
  auto mine = wanted("Learn to solder", engineering);
  mine.team_id.reset();
  mine.person_id = ben;
  write([&](db::Tx& tx) { okr.writing.create(tx, as(ben), mine); });
  auto const graph = read([&](db::Tx& tx) { return cycle_graph(tx, as(hugo), quarter); });
  ASSERT_EQ(graph.nodes.size(), 1U);
  EXPECT_EQ(graph.nodes[0].shown_in, engineering);
  EXPECT_FALSE(graph.nodes[0].team_id);
}

// [OKR-43]
TEST_P(ViewsTest, GraphAndTimelineShowADraftToThoseItConcernsOnly) {
  made(wanted("A draft", engineering, 1, false));
  auto const seen = [&](PersonId person) {
    return read([&](db::Tx& tx) {
      return std::pair{cycle_graph(tx, as(person), quarter).nodes.size(),
                       timeline(tx, as(person), quarter).items.size()};
    });
  };
  EXPECT_EQ(seen(ben), std::pair(std::size_t{1}, std::size_t{1}));
  EXPECT_EQ(seen(hugo), std::pair(std::size_t{0}, std::size_t{0}));
}

// [OKR-69]
TEST_P(ViewsTest, ABarGoesFromPublicationToTheLastDueDay) {
  auto const objective = made("Build it right", 2);
  pass_days(1);
  check_in(objective.key_results.at(0).id, value(10));
  check_in(objective.key_results.at(1).id, value(20));
  auto const line = read([&](db::Tx& tx) { return timeline(tx, as(hugo), quarter); });
  EXPECT_EQ(line.today, day("2025-11-18"));
  ASSERT_EQ(line.items.size(), 1U);
  auto const& bar = line.items[0];
  EXPECT_EQ(bar.starts_on, day("2025-11-17"));
  EXPECT_EQ(bar.ends_on, day("2025-12-31"));
  EXPECT_THAT(bar.due_on, ElementsAre(day("2025-12-31")));
  EXPECT_THAT(bar.checked_in_on, ElementsAre(day("2025-11-18")));
}

INSTANTIATE_TEST_SUITE_P(Databases, ViewsTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
