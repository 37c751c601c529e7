#include "okr/rules/graph.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace waymark::okr {
namespace {

using Ids = std::vector<std::int64_t>;
using Links = std::vector<Link>;

// [OKR-21]
TEST(Graph, nothing_may_support_itself) {
  Links const links{{1, 2}, {2, 3}, {4, 3}};
  EXPECT_TRUE(would_loop(links, 5, 5));
  EXPECT_TRUE(would_loop(links, 2, 1));
  EXPECT_TRUE(would_loop(links, 3, 1));
  EXPECT_FALSE(would_loop(links, 1, 3));
  EXPECT_FALSE(would_loop(links, 4, 1));
  EXPECT_FALSE(would_loop({}, 1, 2));
}

// [OKR-22]
TEST(Graph, counts_levels_by_the_longest_way) {
  Graph const graph(Links{{2, 1}, {3, 2}, {3, 1}, {4, 3}});
  EXPECT_EQ(graph.level(1), 1);
  EXPECT_EQ(graph.level(2), 2);
  EXPECT_EQ(graph.level(3), 3);
  EXPECT_EQ(graph.level(4), 4);
  EXPECT_EQ(graph.level(99), 1);
}

// [OKR-22]
TEST(Graph, sees_a_link_that_makes_a_chain_deep) {
  Graph const graph(Links{{2, 1}, {4, 3}});
  EXPECT_EQ(graph.levels_through({3, 2}), 4);
  EXPECT_EQ(graph.levels_through({3, 1}), 3);
  EXPECT_EQ(graph.levels_through({5, 6}), 2);
}

// [OKR-23]
TEST(Graph, lists_what_supports_nothing) {
  EXPECT_EQ(orphans(Ids{3, 1, 2, 7}, Links{{1, 3}, {2, 3}}), (Ids{3, 7}));
  EXPECT_EQ(orphans({}, Links{{1, 3}}), Ids{});
}

// [OKR-24]
TEST(Graph, shows_what_waits_for_itself) {
  EXPECT_EQ(Graph(Links{{1, 2}, {2, 3}, {3, 1}, {3, 4}, {9, 1}}).in_loops(), (Ids{1, 2, 3}));
  EXPECT_EQ(Graph(Links{{1, 2}, {2, 1}, {2, 3}, {3, 4}, {4, 5}, {5, 4}}).in_loops(), (Ids{1, 2, 4, 5}));
  EXPECT_EQ(Graph(Links{{6, 6}, {6, 7}}).in_loops(), (Ids{6}));
  EXPECT_EQ(Graph(Links{{1, 2}, {1, 3}, {2, 4}, {3, 4}}).in_loops(), Ids{});
}

TEST(Graph, levels_end_where_the_links_loop) {
  Graph const graph(Links{{1, 2}, {2, 1}});
  EXPECT_EQ(graph.level(1), 2);
  EXPECT_TRUE(graph.reaches(1, 1));
}

TEST(Graph, takes_a_chain_of_100_000_links) {
  constexpr int length = 100'000;
  Links chain;
  for (int id = 0; id < length; ++id) chain.push_back({id, id + 1});
  EXPECT_TRUE(would_loop(chain, length, 0));
  EXPECT_EQ(Graph(chain).level(0), length + 1);
  EXPECT_TRUE(Graph(chain).in_loops().empty());
}

Links guarded_links() {
  Links links;
  auto const tries = *rc::gen::inRange(0, 60);
  for (int i = 0; i < tries; ++i) {
    Link const link{*rc::gen::inRange(0, 12), *rc::gen::inRange(0, 12)};
    if (!would_loop(links, link.from, link.to)) links.push_back(link);
  }
  return links;
}

// [OKR-21]
RC_GTEST_PROP(Graph, guarded_links_never_loop, ()) {
  RC_ASSERT(Graph(guarded_links()).in_loops().empty());
}

RC_GTEST_PROP(Graph, each_level_is_above_what_it_supports, ()) {
  auto const links = guarded_links();
  Graph const graph(links);
  for (auto const& link : links) RC_ASSERT(graph.level(link.from) > graph.level(link.to));
}

// [OKR-21]
RC_GTEST_PROP(Graph, a_refused_link_would_have_looped, ()) {
  auto links = guarded_links();
  Link const link{*rc::gen::inRange(0, 12), *rc::gen::inRange(0, 12)};
  bool const refused = would_loop(links, link.from, link.to);
  links.push_back(link);
  RC_ASSERT(refused == !Graph(links).in_loops().empty());
}

}  // namespace
}  // namespace waymark::okr
