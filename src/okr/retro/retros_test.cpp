#include "okr/retro/retros.hpp"

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RetrosTest : public SmallCompany {
 protected:
  Retro retro(PersonId person) {
    return read([&](db::Tx& tx) { return okr.retros.get(tx, as(person), engineering, quarter); });
  }
  RetroCard add(RetroPart part, std::string text) {
    return write([&](db::Tx& tx) { return okr.retros.add(tx, as(ben), engineering, quarter, {part, text}); });
  }
  std::vector<std::string> learned(LearningFilter const& filter) {
    std::vector<std::string> texts;
    for (auto const& one : read([&](db::Tx& tx) { return okr.retros.learnings(tx, as(erik), filter); }).items)
      texts.push_back(one.text);
    return texts;
  }
  void close(Objective const& objective, std::string const& learning) {
    NewClosure closure{};
    closure.grade = 0.0;
    closure.execution = Execution::fair;
    closure.learning = learning;
    closure.key_results = {{objective.key_results[0].id, Outcome::missed, Cause::priorities_shifted, {}}};
    write([&](db::Tx& tx) { okr.closing.close(tx, as(ana), objective.id, closure); });
  }
};

// [OKR-59]
TEST_P(RetrosTest, WhatShiftedIsFilledFromTheHistory) {
  auto const objective = made("Make it smooth");
  KeyResultChange change{};
  change.target = 80;
  change.reason = "One plant dropped out.";
  write([&](db::Tx& tx) {
    okr.key_results.change(tx, as(ana), objective.key_results[0].id, objective.key_results[0].version, change);
    okr.midcycles.decide(tx, as(ana), objective.id, {Decision::change, "One plant less."});
  });
  auto const seen = retro(erik);
  ASSERT_EQ(seen.shifts.size(), 1U);
  EXPECT_EQ(seen.shifts[0].objective.title, "Make it smooth");
  EXPECT_EQ(seen.shifts[0].after, "80");
  EXPECT_EQ(seen.shifts[0].reason, "One plant dropped out.");
  ASSERT_EQ(seen.decisions.size(), 1U);
  EXPECT_EQ(seen.decisions[0].reason, "One plant less.");
  EXPECT_THAT(seen.may, IsEmpty());
  EXPECT_THAT(seen.objectives.at(0).may, IsEmpty());
  EXPECT_THAT(retro(ben).objectives.at(0).may, ElementsAre("change"));
  EXPECT_THAT(retro(ana).objectives.at(0).may, ElementsAre("change", "end"));
  EXPECT_FALSE(seen.updated_by.has_value());
}

// [OKR-87]
TEST_P(RetrosTest, TheLastDecisionOnAnObjectiveStandsThereOnce) {
  auto const kept = made("Make it smooth");
  auto const dropped = made("Make it cheap");
  write([&](db::Tx& tx) {
    okr.midcycles.decide(tx, as(ana), kept.id, {Decision::change, "One plant less."});
    okr.midcycles.decide(tx, as(ana), kept.id, {Decision::keep, {}});
    okr.midcycles.decide(tx, as(ana), dropped.id, {Decision::drop, "Nobody asks for it."});
  });
  auto const seen = retro(erik);
  ASSERT_EQ(seen.decisions.size(), 2U);
  EXPECT_EQ(seen.decisions[0].decision, Decision::keep);
  EXPECT_EQ(seen.decisions[1].decision, Decision::drop);
  EXPECT_THAT(seen.shifts, IsEmpty());
}

// [OKR-88]
TEST_P(RetrosTest, LinesAreWrittenByTheTeamAndReadByAll) {
  auto const card = add(RetroPart::celebrate, "The launch.");
  add(RetroPart::next, "Tell Support first.");
  EXPECT_EQ(retro(erik).cards.size(), 2U);
  EXPECT_THAT(retro(erik).cards[0].may, IsEmpty());
  EXPECT_THAT(retro(cam).cards[0].may, ElementsAre("edit"));
  EXPECT_EQ(retro(erik).updated_by->name, "Ben");
  auto const by = [&](PersonId person, std::int64_t seen) {
    return refusal([&](db::Tx& tx) {
      okr.retros.change(tx, as(person), card.id, seen, {.part = RetroPart::learn, .text = "Launch early."});
    });
  };
  EXPECT_EQ(by(erik, 1), "forbidden");
  EXPECT_EQ(by(cam, 1), "");
  EXPECT_EQ(by(ben, 1), "version_conflict");
  EXPECT_EQ(retro(ben).cards[0].text, "Launch early.");
  EXPECT_EQ(retro(ben).cards[0].part, RetroPart::learn);
  write([&](db::Tx& tx) { okr.retros.remove(tx, as(ana), card.id); });
  EXPECT_EQ(retro(ben).cards.size(), 1U);
  EXPECT_EQ(by(cam, 2), "not_found");
}

// [OKR-88]
TEST_P(RetrosTest, ALearningOfAClosedObjectiveStandsInTheRetroAndStays) {
  auto const objective = made("Make it smooth");
  close(objective, "Begin with the hardest part.");
  auto const card = retro(ben).cards.at(0);
  EXPECT_EQ(card.part, RetroPart::learn);
  EXPECT_EQ(card.objective->id, objective.id);
  EXPECT_THAT(card.may, IsEmpty());
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.retros.remove(tx, as(ana), card.id); }), "learning_of_closed");
  EXPECT_EQ(retro(ben).objectives.at(0).verdict, Verdict::learned);
}

// [OKR-88]
TEST_P(RetrosTest, LearningsAreFoundByWordsTeamAndPage) {
  add(RetroPart::learn, "Fragen kostet nichts: ÜBEN hilft.");
  add(RetroPart::next, "Not a learning.");
  close(made("Make it smooth"), "100 % is a sign.");
  EXPECT_THAT(learned({}), ElementsAre("100 % is a sign.", "Fragen kostet nichts: ÜBEN hilft."));
  LearningFilter filter{};
  filter.text = "üben";
  EXPECT_EQ(learned(filter).size(), 1U);
  filter.text = "0 %";
  EXPECT_THAT(learned(filter), ElementsAre("100 % is a sign."));
  filter.team = sales;
  EXPECT_THAT(learned(filter), IsEmpty());
  LearningFilter paged{};
  paged.limit = 1;
  auto const first = read([&](db::Tx& tx) { return okr.retros.learnings(tx, as(erik), paged); });
  ASSERT_TRUE(first.next.has_value());
  paged.after = *first.next;
  EXPECT_THAT(learned(paged), ElementsAre("Fragen kostet nichts: ÜBEN hilft."));
}

INSTANTIATE_TEST_SUITE_P(Databases, RetrosTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
