#include <gmock/gmock.h>

#include "core/base/problem.hpp"
#include "people/calendar_store.hpp"
#include "people/conventions.hpp"
#include "people/people.hpp"
#include "testing/databases.hpp"

namespace waymark::people {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

base::Day day(std::string_view text) {
  return *base::Day::parse(text);
}

class CalendarTest : public testing::OnBothDatabases {
 protected:
  CalendarTest() {
    db->write([&](db::Tx& tx) {
      iris = add(tx, "Iris", {});
      ana = add(tx, "Ana", iris);
      ben = add(tx, "Ben", ana);
    });
  }
  PersonId add(db::Tx& tx, std::string const& name, std::optional<PersonId> manager) {
    return people.create_person(tx, {}, {name, name + "@example.org", {}, manager, {}, {}, {}});
  }
  bool away(PersonId person, std::string_view on) {
    return db->read([&](db::Tx& tx) { return is_away(tx, person, day(on)); });
  }

  events::Events events;
  People people{events};
  PersonId iris, ana, ben;
};
INSTANTIATE_TEST_SUITE_P(People, CalendarTest, testing::on_both_databases, testing::name_of);

TEST_P(CalendarTest, SomebodyIsAwayOnTheDaysOfAnAbsenceAndEverybodyOnAHoliday) {  // [PEO-19]
  db->write([&](db::Tx& tx) {
    insert_absence(tx, ben, {tx.new_id<AbsenceId>(), day("2025-12-01"), day("2025-12-05")}, ben);
    insert_holiday(tx, {day("2025-12-25"), "Christmas"});
  });
  EXPECT_FALSE(away(ben, "2025-11-30"));
  EXPECT_TRUE(away(ben, "2025-12-01"));
  EXPECT_TRUE(away(ben, "2025-12-05"));
  EXPECT_FALSE(away(ben, "2025-12-06"));
  EXPECT_FALSE(away(ana, "2025-12-03"));
  EXPECT_TRUE(away(ana, "2025-12-25"));
}

TEST_P(CalendarTest, WhatIsOverIsNotListedAndWhatIsTakenBackIsGone) {  // [PEO-19]
  auto const gone = db->write([&](db::Tx& tx) {
    auto const id = tx.new_id<AbsenceId>();
    insert_absence(tx, ben, {id, day("2025-12-01"), day("2025-12-05")}, ben);
    insert_absence(tx, ben, {tx.new_id<AbsenceId>(), day("2025-01-01"), day("2025-01-02")}, ben);
    return id;
  });
  auto const listed = [&] {
    std::vector<AbsenceId> ids;
    for (auto const& one : db->read([&](db::Tx& tx) { return absences_of(tx, ben, day("2025-11-17"), {}, 10); }))
      ids.push_back(one.id);
    return ids;
  };
  EXPECT_THAT(listed(), ElementsAre(gone));
  EXPECT_FALSE(db->write([&](db::Tx& tx) { return delete_absence(tx, ana, gone); }));
  EXPECT_TRUE(db->write([&](db::Tx& tx) { return delete_absence(tx, ben, gone); }));
  EXPECT_THAT(listed(), IsEmpty());
}

TEST_P(CalendarTest, ADayIsAHolidayOnce) {  // [PEO-22]
  auto const add_day = [&] { db->write([&](db::Tx& tx) { insert_holiday(tx, {day("2025-12-25"), "Christmas"}); }); };
  add_day();
  EXPECT_THROW(add_day(), base::Problem);
  EXPECT_TRUE(db->write([&](db::Tx& tx) { return delete_holiday(tx, day("2025-12-25")); }));
  EXPECT_FALSE(db->write([&](db::Tx& tx) { return delete_holiday(tx, day("2025-12-25")); }));
}

TEST_P(CalendarTest, TheLineAboveBeginsWithTheManager) {  // [PEO-25]
  std::vector<PersonId> ids;
  for (auto const& person : db->read([&](db::Tx& tx) { return line_above(tx, ben); })) ids.push_back(person.id);
  EXPECT_THAT(ids, ElementsAre(ana, iris));
}

TEST_P(CalendarTest, ANewOrganisationBeginsWithThreeToFive) {  // [PEO-23]
  auto const agreed = db->read([](db::Tx& tx) { return conventions(tx); });
  EXPECT_EQ(agreed.objectives_least, 3);
  EXPECT_EQ(agreed.objectives_most, 5);
  EXPECT_EQ(agreed.cadence, TeamCadence::weekly);
  EXPECT_TRUE(agreed.individual_okrs);
}

}  // namespace
}  // namespace waymark::people
