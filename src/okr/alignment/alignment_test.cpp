#include "okr/alignment/alignment.hpp"

#include "okr/home/my_week.hpp"
#include "okr/overview/cycle_graph.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AlignmentTest : public SmallCompany {
 protected:
  std::string linking(PersonId person, ObjectiveId child, ObjectiveId parent) {
    return refusal([&](db::Tx& tx) { okr.alignment.create(tx, as(person), child, {parent, {}, {}}); });
  }
  LinkMade linked(ObjectiveId child, ObjectiveId parent) {
    return write([&](db::Tx& tx) { return okr.alignment.create(tx, as(ana), child, {parent, {}, {}}); });
  }
  Dependency asked(ObjectiveId objective, ObjectiveId provider) {
    return write([&](db::Tx& tx) {
      return okr.alignment.ask(tx, as(ana), objective, {provider, "A list of pilot plants", day("2025-12-01")});
    });
  }
  std::string answering(PersonId person, DependencyId id, DependencyState state, std::string const& text = "") {
    return wrong_field([&](db::Tx& tx) { okr.alignment.answer(tx, as(person), id, {state, text}); });
  }
};

// [OKR-21]
TEST_P(AlignmentTest, NothingSupportsItselfThroughOthers) {
  auto const a = made("A").id;
  auto const b = made("B").id;
  auto const c = made("C").id;
  EXPECT_EQ(linking(ana, a, a), "support_loop");
  EXPECT_EQ(linking(ana, a, b), "");
  EXPECT_EQ(linking(ana, b, c), "");
  EXPECT_EQ(linking(ana, b, a), "support_loop");
  EXPECT_EQ(linking(ana, c, a), "support_loop");
  EXPECT_EQ(linking(ana, a, c), "");
  EXPECT_EQ(linking(ana, a, c), "link_exists");
}

// [OKR-22]
TEST_P(AlignmentTest, AChainWarnsFromItsFourthLevel) {
  std::vector<ObjectiveId> chain;
  for (auto const* title : {"A", "B", "C", "D"}) chain.push_back(made(title).id);
  linked(chain[0], chain[1]);
  linked(chain[2], chain[3]);
  auto const joined = linked(chain[1], chain[2]);
  EXPECT_EQ(joined.levels, 4);
  EXPECT_TRUE(joined.deep);
  auto const beside = linked(made("E").id, chain[3]);
  EXPECT_EQ(beside.levels, 2);
  EXPECT_FALSE(beside.deep);
}

// [OKR-48]
TEST_P(AlignmentTest, AnObjectiveSupportsManyAndOneOfThemFirst) {
  auto const child = made("Build it right").id;
  auto const first = made(wanted("Launch", company));
  auto const second = made(wanted("Trust", company)).id;
  write([&](db::Tx& tx) {
    okr.alignment.create(tx, as(ana), child, {first.id, first.key_results[0].id, {}});
    okr.alignment.create(tx, as(ana), child, {second, {}, {}});
  });
  auto page = now(child);
  ASSERT_EQ(page.supports.size(), 2U);
  EXPECT_EQ(page.supports[0].key_result_title, first.key_results[0].title);
  EXPECT_TRUE(page.supports[0].primary);
  EXPECT_FALSE(page.supports[1].primary);
  EXPECT_EQ(page.parent_id, first.id);
  write([&](db::Tx& tx) { okr.alignment.remove(tx, as(ana), page.supports[0].id); });
  EXPECT_EQ(now(child).parent_id, second);
  EXPECT_EQ(wrong_field([&](db::Tx& tx) {
              okr.alignment.create(tx, as(ana), child, {second, first.key_results[0].id, {}});
            }),
            "parent_key_result_id");
}

// [OKR-48]
TEST_P(AlignmentTest, ALinkProposedByOthersCountsOnceItIsAccepted) {
  auto const child = made("Build it right").id;
  auto const parent = made(wanted("Sell it", sales)).id;
  auto const made = write([&](db::Tx& tx) { return okr.alignment.create(tx, as(erik), child, {parent, {}, {}}); });
  EXPECT_EQ(made.state, LinkState::proposed);
  EXPECT_EQ(now(child).parent_id, std::nullopt);
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.alignment.accept(tx, as(erik), made.id); }), "forbidden");
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.alignment.accept(tx, as(ben), made.id); }), "");
  EXPECT_EQ(now(child).parent_id, parent);
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.alignment.remove(tx, as(hugo), made.id); }), "forbidden");
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.alignment.remove(tx, as(erik), made.id); }), "");
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.alignment.remove(tx, as(erik), made.id); }), "not_found");
}

// [OKR-49]
TEST_P(AlignmentTest, ADependencyCountsWhenBothSidesHaveConfirmedIt) {
  auto const objective = made("Build it right").id;
  auto const provider = made(wanted("Sell it", sales)).id;
  auto const id = asked(objective, provider).id;
  auto const edges = [&] { return read([&](db::Tx& tx) { return cycle_graph(tx, as(hugo), quarter); }).dependencies; };
  EXPECT_EQ(read([&](db::Tx& tx) { return my_week(tx, as(dora), okr.cycles, {}); }).questions.size(), 1U);
  ASSERT_EQ(edges().size(), 1U);
  EXPECT_FALSE(edges()[0].primary);
  EXPECT_EQ(answering(ana, id, DependencyState::confirmed), "forbidden");
  EXPECT_EQ(answering(dora, id, DependencyState::delivered), "dependency_state");
  EXPECT_EQ(answering(dora, id, DependencyState::declined), "answer");
  EXPECT_EQ(answering(dora, id, DependencyState::confirmed), "");
  EXPECT_TRUE(edges()[0].primary);
  EXPECT_EQ(answering(dora, id, DependencyState::declined, "Too late."), "dependency_state");
  EXPECT_EQ(answering(erik, id, DependencyState::delivered), "");
  EXPECT_EQ(now(objective).dependencies.at(0).state, DependencyState::delivered);
  EXPECT_THAT(edges(), IsEmpty());
}

// [OKR-49]
TEST_P(AlignmentTest, ADependencyIsAskedOfAPublishedObjectiveAndCanBeWithdrawn) {
  auto const objective = made("Build it right").id;
  auto const draft =
      write([&](db::Tx& tx) { return okr.writing.create(tx, as(dora), wanted("Not yet", sales, 1, false)); });
  auto const asking = [&](ObjectiveId provider) {
    return wrong_field([&](db::Tx& tx) { okr.alignment.ask(tx, as(ana), objective, {provider, "A list", {}}); });
  };
  EXPECT_EQ(asking(objective), "provider_id");
  EXPECT_EQ(asking(draft), "not_found");
  EXPECT_EQ(asking(made(wanted("Sell it", sales)).id), "");
  auto const id = now(objective).dependencies.at(0).id;
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.alignment.withdraw(tx, as(dora), id); }), "forbidden");
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.alignment.withdraw(tx, as(ben), id); }), "");
  EXPECT_THAT(now(objective).dependencies, IsEmpty());
}

// [OKR-24]
TEST_P(AlignmentTest, DependenciesMayFormALoop) {
  auto const a = made("A").id;
  auto const b = made("B").id;
  asked(a, b);
  asked(b, a);
  EXPECT_EQ(read([&](db::Tx& tx) { return cycle_graph(tx, as(hugo), quarter); }).dependencies.size(), 2U);
}

// [OKR-23]
TEST_P(AlignmentTest, TheGraphShowsWhatSupportsNothing) {
  auto const top = made(wanted("Launch", company)).id;
  auto const lonely = made(wanted("Trust", company)).id;
  auto const child = made("Build it right").id;
  auto const orphan = made("Tidy up").id;
  made(wanted("A draft", engineering, 1, false));
  linked(child, top);
  auto const graph = read([&](db::Tx& tx) { return cycle_graph(tx, as(hugo), quarter); });
  EXPECT_EQ(graph.nodes.size(), 4U);
  EXPECT_EQ(graph.supports.size(), 1U);
  EXPECT_THAT(graph.orphans, ElementsAre(orphan));
  EXPECT_THAT(graph.unsupported, ElementsAre(lonely));
}

INSTANTIATE_TEST_SUITE_P(Databases, AlignmentTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
