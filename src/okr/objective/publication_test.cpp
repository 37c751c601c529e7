#include "okr/objective/publication_store.hpp"
#include "okr/objective/writers.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

using Rule = people::ChangeRule;

constexpr base::Millis hour = 60 * 60'000;
constexpr ChangeRules as_ever{Rule::with_reason, Rule::with_reason, Rule::with_reason,
                              Rule::with_reason, Rule::with_reason, Rule::with_reason};

// [WRITE-1]
TEST(Publication, IsTakenBackWhileNobodyElseTookPart) {
  EXPECT_TRUE(may_be_taken_back(State::published, {}));
  EXPECT_FALSE(may_be_taken_back(State::published, {.checked_in = true, .talked = false, .linked = false}));
  EXPECT_FALSE(may_be_taken_back(State::published, {.checked_in = false, .talked = true, .linked = false}));
  EXPECT_FALSE(may_be_taken_back(State::published, {.checked_in = false, .talked = false, .linked = true}));
  EXPECT_FALSE(may_be_taken_back(State::draft, {}));
  EXPECT_FALSE(may_be_taken_back(State::closed, {}));
  EXPECT_FALSE(may_be_taken_back(State::cancelled, {}));
}

// [WRITE-2]
TEST(Publication, IsUntoldForTenSeconds) {
  EXPECT_TRUE(is_untold(50'000, 50'000));
  EXPECT_TRUE(is_untold(50'000, 59'999));
  EXPECT_FALSE(is_untold(50'000, 60'000));
}

// [OKR-46]
TEST(Publication, WordsSettleForAnHourAndWhatTheyMeanAtOnce) {
  EXPECT_THAT(field_rules(State::draft, {}, 0, as_ever).asking, IsEmpty());
  auto const fresh = field_rules(State::published, 1000, 1000 + hour - 1, as_ever).asking;
  for (auto const* field : {"target", "baseline", "low", "high", "weight", "owner", "cycle", "due_on", "key_result"})
    EXPECT_THAT(fresh, Contains(field));
  EXPECT_THAT(fresh, Not(Contains("title")));
  EXPECT_THAT(fresh, Not(Contains("counter")));
  auto const settled = field_rules(State::published, 1000, 1000 + hour, as_ever);
  EXPECT_THAT(settled.asking, Contains("title"));
  EXPECT_THAT(settled.asking, Contains("why"));
  EXPECT_THAT(settled.fixed, IsEmpty());
}

// [CHANGE-1] [CHANGE-2]
TEST(Publication, TheOrganisationSaysWhatStaysAndWhatIsFree) {
  auto rules = as_ever;
  rules.measure = Rule::fixed;
  rules.due = Rule::free;
  rules.words = Rule::fixed;
  auto const fresh = field_rules(State::published, 1000, 1000 + hour - 1, rules);
  EXPECT_THAT(fresh.asking, ElementsAre("accountable", "owner", "cycle", "key_result"));
  EXPECT_THAT(fresh.fixed, Contains("target"));
  EXPECT_THAT(fresh.fixed, Not(Contains("title")));  // words settle for an hour
  auto const settled = field_rules(State::published, 1000, 1000 + hour, rules);
  EXPECT_THAT(settled.fixed, Contains("title"));
  EXPECT_THAT(settled.asking, Not(Contains("due_on")));
  EXPECT_THAT(field_rules(State::draft, {}, 0, rules).fixed, IsEmpty());
}

class WaysBack : public SmallCompany {
 protected:
  std::string taking_back(ObjectiveId id) {
    return refusal([&](db::Tx& tx) { okr.objectives.take_back(tx, as(ana), id); });
  }
  std::string changing(Objective const& objective, ObjectiveChange const& change, policy::Viewer const& by) {
    return refusal([&](db::Tx& tx) { okr.objectives.change(tx, by, objective.id, now(objective.id).version, change); });
  }
};

// [WRITE-1] [WRITE-2]
TEST_P(WaysBack, ADraftAgainIsSeenByThoseItConcerns) {
  auto const objective = made("Make the launch smooth");
  EXPECT_THAT(objective.may, Contains("take_back"));
  EXPECT_EQ(taking_back(objective.id), "");
  auto const draft = now(objective.id);
  EXPECT_EQ(draft.state, State::draft);
  EXPECT_EQ(draft.published_at, std::nullopt);
  EXPECT_THAT(draft.changes, IsEmpty());
  EXPECT_EQ(refusal([&](db::Tx& tx) { okr.pages.get(tx, as(erik), objective.id); }), "not_found");
  EXPECT_EQ(taking_back(objective.id), "");  // twice is no error
}

// [WRITE-2]
TEST_P(WaysBack, AfterTenSecondsTheFirstPublicationCounts) {
  auto const objective = made("Make the launch smooth");
  auto const first = clock.now();
  clock.set(clock.now() + untold_ms);
  EXPECT_EQ(taking_back(objective.id), "");
  EXPECT_EQ(now(objective.id).published_at, std::nullopt);
  clock.set(clock.now() + base::ms_per_day);
  write([&](db::Tx& tx) { okr.writing.publish(tx, as(ana), objective.id); });
  auto const again = now(objective.id);
  EXPECT_EQ(again.published_at, first);
  EXPECT_EQ(again.changes.at(0).field, "state");
}

// [WRITE-1]
TEST_P(WaysBack, EndWhereOthersTookPart) {
  auto const own = made("Make the launch smooth");
  write([&](db::Tx& tx) { okr.check_ins.create(tx, as(ana), own.key_results[0].id, value(10)); });
  EXPECT_EQ(taking_back(own.id), "");  // one's own check-in is no hindrance

  auto const checked = made("Build it right");
  check_in(checked.key_results[0].id, value(10));
  EXPECT_EQ(taking_back(checked.id), "others_took_part");
  EXPECT_THAT(now(checked.id).may, Not(Contains("take_back")));

  auto const talked = made("Ship it");
  write([&](db::Tx& tx) { okr.comments.create(tx, as(erik), talked.id, {"Good.", {}, {}, {}}); });
  EXPECT_EQ(taking_back(talked.id), "others_took_part");

  auto const linked = made("Be first");
  auto const child = made(wanted("Sell it", sales));
  write([&](db::Tx& tx) { okr.alignment.create(tx, as(dora), child.id, {linked.id, {}, {}}); });
  EXPECT_EQ(taking_back(linked.id), "others_took_part");
}

// [WRITE-4] [OKR-46]
TEST_P(WaysBack, AnObjectiveGoesToAnotherOwnerAndCycle) {
  auto planned = wanted("Make the launch smooth", engineering, 2);
  planned.key_results[0].due_on = day("2025-11-30");
  auto const objective = made(planned);
  ObjectiveChange change{};
  change.person_id = ben;
  EXPECT_EQ(changing(objective, change, as(ana)), "invalid");  // a reason
  change.reason = "Ben alone does it.";
  EXPECT_EQ(changing(objective, change, as(ana)), "");
  auto const personal = now(objective.id);
  EXPECT_EQ(personal.level, ObjectiveLevel::person);
  EXPECT_EQ(personal.person->name, "Ben");
  EXPECT_EQ(personal.team, std::nullopt);
  EXPECT_EQ(personal.changes.at(0).field, "owner");
  EXPECT_EQ(personal.changes.at(0).before, "Engineering");
  EXPECT_EQ(personal.changes.at(0).after, "Ben");

  ObjectiveChange later{};
  later.cycle_id = next;
  later.reason = "The parts come in spring.";
  EXPECT_EQ(changing(objective, later, as(ana)), "");
  auto const moved = now(objective.id);
  EXPECT_EQ(moved.cycle.id, next);
  EXPECT_EQ(moved.key_results[0].due_on, moved.key_results[1].due_on);

  ObjectiveChange away{};
  away.team_id = sales;
  away.reason = "Not ours.";
  EXPECT_EQ(changing(objective, away, as(ana)), "forbidden");
}

// [WRITE-6]
TEST_P(WaysBack, AnObjectiveGoesToAPlaceAndTheOthersMakeRoom) {
  auto const first = made("Be first");
  auto const second = made("Be second");
  auto const third = made("Be third");
  ObjectiveChange change{};
  change.position = 0;
  EXPECT_EQ(changing(third, change, as(ana)), "");
  EXPECT_EQ(now(third.id).place.position, 0);
  EXPECT_EQ(now(first.id).place.position, 1);
  EXPECT_EQ(now(second.id).place.position, 2);
  EXPECT_EQ(now(second.id).place.of, 3);
  change.position = 99;
  EXPECT_EQ(changing(third, change, as(ana)), "");
  EXPECT_EQ(now(third.id).place.position, 2);
}

// [WRITE-3]
TEST_P(WaysBack, OwnersAreThoseOneMayWriteFor) {
  auto const names = [&](policy::Viewer const& viewer) {
    std::vector<std::string> all;
    auto const owners = read([&](db::Tx& tx) { return owners_for(tx, viewer); });
    for (auto const& team : owners.teams) all.push_back(team.name);
    for (auto const& person : owners.people) all.push_back(person.name);
    return all;
  };
  EXPECT_THAT(names(as(cam)), ElementsAre("Engineering", "Cam"));
  EXPECT_THAT(names(as(ana)), ElementsAre("Engineering", "Ana", "Ben", "Cam"));
  EXPECT_THAT(names(as(hugo, {policy::Role::executive})), Contains("Halden"));
}

INSTANTIATE_TEST_SUITE_P(Databases, WaysBack, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
