#include "okr/midcycle/midcycles.hpp"

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::IsEmpty;

class MidcyclesTest : public SmallCompany {
 protected:
  std::string deciding(PersonId person, ObjectiveId id, NewDecision const& decision) {
    return wrong_field([&](db::Tx& tx) { okr.midcycles.decide(tx, as(person), id, decision); });
  }
  std::vector<MidcycleItem> list(PersonId person) {
    return read([&](db::Tx& tx) { return okr.midcycles.list(tx, as(person), quarter); }).items;
  }
};

// [OKR-87]
TEST_P(MidcyclesTest, AChangeNeedsAReasonAndADropCancels) {
  auto const id = made("Make it smooth").id;
  EXPECT_EQ(deciding(ben, id, {Decision::change, {}}), "reason");
  EXPECT_EQ(deciding(ben, id, {Decision::keep, {}}), "");
  EXPECT_EQ(deciding(ana, id, {Decision::change, "One plant less."}), "");
  EXPECT_EQ(list(cam).at(0).decision->decision, Decision::change);
  EXPECT_EQ(deciding(ana, id, {Decision::drop, "The market left."}), "");
  EXPECT_EQ(now(id).state, State::cancelled);
  EXPECT_EQ(list(cam).at(0).decision->reason, "The market left.");
  EXPECT_EQ(deciding(ana, id, {Decision::keep, {}}), "objective_is_over");
}

// [OKR-87]
TEST_P(MidcyclesTest, ThoseWhomItConcernsDecide) {
  auto const id = made("Make it smooth").id;
  EXPECT_EQ(deciding(erik, id, {Decision::keep, {}}), "forbidden");
  EXPECT_THAT(list(erik), IsEmpty());
  EXPECT_EQ(list(ana).size(), 1U);
  auto const draft = made(wanted("A draft", engineering, 1, false)).id;
  EXPECT_EQ(deciding(ana, draft, {Decision::keep, {}}), "still_draft");
}

INSTANTIATE_TEST_SUITE_P(Databases, MidcyclesTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
