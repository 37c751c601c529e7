#include <future>
#include <latch>

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::DoubleEq;
using ::testing::Optional;
using ::testing::UnorderedElementsAre;

// What people do at the same moment, on one database.
class RacesTest : public SmallCompany {
 protected:
  // The slugs of what each was refused, in any order; "" for who went through.
  template <class... F>
  std::vector<std::string> together(F... work) {
    std::latch start{sizeof...(F)};
    std::vector<std::future<std::string>> all;
    (all.push_back(std::async(std::launch::async,
                              [&, work] {
                                start.arrive_and_wait();
                                return refusal(work);
                              })),
     ...);
    std::vector<std::string> slugs;
    for (auto& one : all) slugs.push_back(one.get());
    return slugs;
  }

  auto linking(ObjectiveId child, ObjectiveId parent) {
    return [=, this](db::Tx& tx) { okr.alignment.create(tx, as(ana), child, {parent, {}, {}}); };
  }
  auto closing(ObjectiveId id) {
    return [=, this](db::Tx& tx) {
      NewClosure closure{};
      closure.grade = 1.0;
      okr.closing.close(tx, as(ana), id, closure);
    };
  }

  static constexpr int rounds = 20;
};

// [OKR-21]
TEST_P(RacesTest, TwoLinksDoNotCloseALoop) {
  for (int round = 0; round < rounds; ++round) {
    auto const a = made("A").id;
    auto const b = made("B").id;
    EXPECT_THAT(together(linking(a, b), linking(b, a)), UnorderedElementsAre("", "support_loop"));
  }
}

// [OKR-21]
TEST_P(RacesTest, LinksBetweenCyclesDoNotCloseALoop) {
  for (int round = 0; round < rounds; ++round) {
    auto later = wanted("Later", engineering);
    later.cycle_id = next;
    auto const a = made("A").id;
    auto const b = made(later).id;
    EXPECT_THAT(together(linking(a, b), linking(b, a)), UnorderedElementsAre("", "support_loop"));
  }
}

// [OKR-48]
TEST_P(RacesTest, OnlyOneLinkIsFirst) {
  for (int round = 0; round < rounds; ++round) {
    auto const child = made("Child").id;
    auto const a = made("A").id;
    auto const b = made("B").id;
    EXPECT_THAT(together(linking(child, a), linking(child, b)), UnorderedElementsAre("", ""));
    auto const supports = now(child).supports;
    ASSERT_EQ(supports.size(), 2U);
    EXPECT_TRUE(supports[0].primary);
    EXPECT_FALSE(supports[1].primary);
  }
}

TEST_P(RacesTest, SiblingCheckInsAddUp) {
  for (int round = 0; round < rounds; ++round) {
    auto const objective = made("Make it smooth", 4);
    auto const checking = [&](std::size_t i, double to) {
      return [&, i, to](db::Tx& tx) { okr.check_ins.create(tx, as(ben), objective.key_results[i].id, value(to)); };
    };
    EXPECT_THAT(together(checking(0, 10), checking(1, 20), checking(2, 30), checking(3, 40)),
                UnorderedElementsAre("", "", "", ""));
    EXPECT_THAT(now(objective.id).progress, Optional(DoubleEq(0.25)));
  }
}

// [OKR-46]
TEST_P(RacesTest, TwoChangesOfOneObjectiveDoNotOverwriteEachOther) {
  for (int round = 0; round < rounds; ++round) {
    auto const objective = made("Make it smooth");
    auto const renaming = [&](std::string title) {
      return [&, title](db::Tx& tx) {
        ObjectiveChange change{};
        change.title = title;
        change.reason = "Clearer.";
        okr.objectives.change(tx, as(ana), objective.id, objective.version, change);
      };
    };
    EXPECT_THAT(together(renaming("A"), renaming("B")), UnorderedElementsAre("", "version_conflict"));
    EXPECT_EQ(now(objective.id).changes.size(), 1U);
  }
}

TEST_P(RacesTest, TwoChangesOfOneKeyResultDoNotOverwriteEachOther) {
  for (int round = 0; round < rounds; ++round) {
    auto const key_result = made("Make it smooth").key_results[0];
    auto const aiming = [&](double target) {
      return [&, target](db::Tx& tx) {
        KeyResultChange change{};
        change.target = target;
        change.reason = "We know more.";
        okr.key_results.change(tx, as(ana), key_result.id, key_result.version, change);
      };
    };
    EXPECT_THAT(together(aiming(50), aiming(60)), UnorderedElementsAre("", "version_conflict"));
  }
}

// A check-in and a new target at the same time: the progress is that of the value against the target there is then.
TEST_P(RacesTest, ACheckInAndANewTargetAgree) {
  for (int round = 0; round < rounds; ++round) {
    auto const key_result = made("Make it smooth").key_results[0];
    auto const checking = [&](db::Tx& tx) { okr.check_ins.create(tx, as(ben), key_result.id, value(40)); };
    auto const aiming = [&](db::Tx& tx) {
      KeyResultChange change{};
      change.target = 50;
      change.reason = "We know more.";
      okr.key_results.change(tx, as(ana), key_result.id, key_result.version, change);
    };
    EXPECT_THAT(together(checking, aiming), UnorderedElementsAre("", ""));
    EXPECT_THAT(now(key_result.objective_id).progress, Optional(DoubleEq(0.8)));
  }
}

// [OKR-57]
TEST_P(RacesTest, AnObjectiveIsClosedOnceAndTakesNoCheckInAfterwards) {
  for (int round = 0; round < rounds; ++round) {
    auto const objective = made("Make it smooth");
    auto const key_result = objective.key_results[0].id;
    check_in(key_result, value(100));
    EXPECT_THAT(together(closing(objective.id), closing(objective.id)), UnorderedElementsAre("", "objective_is_over"));

    auto const other = made("Another one");
    check_in(other.key_results[0].id, value(100));
    auto const late = [&](db::Tx& tx) { okr.check_ins.create(tx, as(ben), other.key_results[0].id, value(120)); };
    together(closing(other.id), late);
    auto const closed = now(other.id);
    EXPECT_EQ(closed.state, State::closed);
    EXPECT_LE(closed.check_ins.back().at, closed.closure->closed_at);
  }
}

// [OKR-41]
TEST_P(RacesTest, NoObjectiveAppearsInACycleThatIsBeingClosed) {
  for (int round = 0; round < rounds; ++round) {
    auto const cycle = write([&](db::Tx& tx) {
      NewCycle wanted{};
      wanted.name = "Cycle " + std::to_string(round);
      wanted.kind = CycleKind::custom;
      wanted.starts_on = day("2025-11-01");
      wanted.ends_on = day("2025-11-30");
      wanted.phase = Phase::closing;
      return okr.cycles.create(tx, hr(), wanted);
    });
    auto const closing = [&](db::Tx& tx) {
      CycleChange change{};
      change.phase = Phase::closed;
      okr.cycles.change(tx, hr(), cycle.id, cycle.version, change);
    };
    auto const writing = [&](db::Tx& tx) {
      auto objective = wanted("In the last second", engineering);
      objective.cycle_id = cycle.id;
      okr.writing.create(tx, as(ana), objective);
    };
    auto const slugs = together(closing, writing);
    EXPECT_NE(slugs[0].empty(), slugs[1].empty()) << slugs[0] << " | " << slugs[1];
  }
}

// [OKR-59]
// [OKR-88]
TEST_P(RacesTest, TwoWhoWriteInARetroAtOnceLoseNothing) {
  auto const adding = [&](PersonId person) {
    return [=, this](db::Tx& tx) {
      okr.retros.add(tx, as(person), engineering, quarter, {RetroPart::learn, "Ask earlier."});
    };
  };
  for (int round = 0; round < rounds; ++round)
    EXPECT_THAT(together(adding(ben), adding(cam)), UnorderedElementsAre("", ""));
  auto const all = [&](db::Tx& tx) { return okr.retros.get(tx, as(ben), engineering, quarter).cards; };
  auto const cards = read(all);
  EXPECT_EQ(cards.size(), 2U * rounds);
  auto const changing = [&](PersonId person, std::string text) {
    return [=, this](db::Tx& tx) { okr.retros.change(tx, as(person), cards[0].id, 1, {.part = {}, .text = text}); };
  };
  EXPECT_THAT(together(changing(ben, "Mine"), changing(cam, "Yours")), UnorderedElementsAre("", "version_conflict"));
}

// [OKR-49]
TEST_P(RacesTest, ADependencyIsAnsweredOnce) {
  auto const provider = made(wanted("Sell it", sales)).id;
  auto const objective = made("Build it right").id;
  for (int round = 0; round < rounds; ++round) {
    auto const asked = [&](db::Tx& tx) { return okr.alignment.ask(tx, as(ana), objective, {provider, "A list", {}}); };
    auto const id = write(asked).id;
    auto const answering = [&](DependencyState state) {
      return [=, this](db::Tx& tx) { okr.alignment.answer(tx, as(dora), id, {state, "Yes or no."}); };
    };
    EXPECT_THAT(together(answering(DependencyState::confirmed), answering(DependencyState::declined)),
                UnorderedElementsAre("", "dependency_state"));
  }
}

INSTANTIATE_TEST_SUITE_P(Databases, RacesTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
