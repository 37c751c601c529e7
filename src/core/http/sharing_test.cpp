#include <gmock/gmock.h>

#include "core/http/budget.hpp"
#include "core/http/places.hpp"
#include "core/http/turns.hpp"

namespace waymark::http {
namespace {

using boost::asio::ip::make_address;
using ::testing::ElementsAre;

// Places do not look at who has them.
Connection& nr(std::uintptr_t number) {
  return *reinterpret_cast<Connection*>(number * 16);
}

TEST(Places, AHouseIsAnAddressOfIPv4OrA64OfIPv6) {  // [CORE-22]
  EXPECT_EQ(house_of(make_address("10.0.0.7")), "10.0.0.7");
  EXPECT_EQ(house_of(make_address("::ffff:10.0.0.7")), "10.0.0.7");
  EXPECT_EQ(house_of(make_address("2001:db8:1:2:3:4:5:6")), "2001:db8:1:2::");
  EXPECT_EQ(house_of(make_address("::1")), "::1");
}

TEST(Places, WhoWaitedLongestOfTheBiggestHouseGivesWay) {  // [CORE-22]
  Places places{4, 4};
  auto first = places.enter(nr(1), "a");
  auto second = places.enter(nr(2), "a");
  places.enter(nr(3), "a");
  places.enter(nr(4), "b");
  EXPECT_EQ(places.room_for("c").gives_way, &nr(1));
  places.now(first, Places::Doing::works);
  EXPECT_EQ(places.room_for("c").gives_way, &nr(2));
  places.now(second, Places::Doing::talks);
  EXPECT_EQ(places.room_for("c").gives_way, &nr(3));
  places.now(first, Places::Doing::waits);
  places.now(second, Places::Doing::waits);
  EXPECT_EQ(places.room_for("c").gives_way, &nr(3));
  EXPECT_EQ(places.room_for("a").gives_way, &nr(3));  // the biggest house takes from nobody else
}

TEST(Places, WhoHasARequestUnderWayStays) {  // [CORE-22]
  Places places{2, 2};
  for (auto const number : {1U, 2U}) places.now(places.enter(nr(number), "a"), Places::Doing::works);
  EXPECT_FALSE(places.room_for("b").is_there);
}

TEST(Places, AHouseHasNoMoreThanItsShare) {  // [CORE-22]
  Places places{10, 2};
  auto first = places.enter(nr(1), "a");
  places.enter(nr(2), "a");
  EXPECT_EQ(places.room_for("a").gives_way, &nr(1));
  EXPECT_EQ(places.room_for("b").gives_way, nullptr);
  EXPECT_TRUE(places.room_for("b").is_there);
  places.stays(first);  // an open stream of somebody known is not counted there
  EXPECT_EQ(places.room_for("a").gives_way, nullptr);
  EXPECT_EQ(places.count(), 2U);
  places.leave(first);
  EXPECT_EQ(places.count(), 1U);
}

TEST(Places, AHouseThatEverybodyLeftIsForgotten) {  // [CORE-22]
  Places places{3, 3};
  auto first = places.enter(nr(1), "a");
  auto second = places.enter(nr(2), "a");
  places.leave(first);
  places.leave(second);
  EXPECT_EQ(places.count(), 0U);
  places.enter(nr(3), "b");
  places.enter(nr(4), "b");
  places.enter(nr(5), "a");
  EXPECT_EQ(places.room_for("c").gives_way, &nr(3)) << "the biggest of those that are there";
}

struct Called {
  std::vector<std::string> begun;
  std::vector<std::string> sent_away;
  Turns::Called as(std::string name) {
    return [this, name](bool turn) { (turn ? begun : sent_away).push_back(name); };
  }
};

TEST(Turns, ComeToEachOriginOneAfterTheOther) {  // [CORE-23]
  Turns turns{1, 10};
  Called called;
  for (auto const* name : {"a1", "a2", "a3", "b1", "a4", "c1", "b2"}) turns.enter({name[0]}, false, called.as(name));
  for (int i = 0; i < 7; ++i) turns.leave(false);
  EXPECT_THAT(called.begun, ElementsAre("a1", "a2", "b1", "c1", "a3", "b2", "a4"));
  turns.enter("d", false, called.as("d1"));
  EXPECT_EQ(called.begun.back(), "d1");
}

TEST(Turns, WhoHoldsMostPlacesGivesOneUp) {  // [CORE-23]
  Turns turns{1, 3};
  Called called;
  for (auto const* name : {"a1", "a2", "a3", "a4", "a5"}) turns.enter("a", false, called.as(name));
  EXPECT_THAT(called.sent_away, ElementsAre("a5"));
  turns.enter("b", false, called.as("b1"));
  turns.enter("b", false, called.as("b2"));
  EXPECT_THAT(called.sent_away, ElementsAre("a5", "a4", "b2"));
  for (int i = 0; i < 4; ++i) turns.leave(false);
  EXPECT_THAT(called.begun, ElementsAre("a1", "a2", "b1", "a3"));
}

TEST(Turns, WhoIsKnownComesFirstAndOthersAfterThree) {  // [CORE-23]
  Turns turns{1, 10};
  Called called;
  for (auto const* name : {"a1", "a2", "b1"}) turns.enter({name[0]}, false, called.as(name));
  for (auto const* name : {"k1", "k2", "l1", "k3", "k4"}) turns.enter({name[0]}, true, called.as(name));
  turns.leave(false);
  for (int i = 0; i < 7; ++i) turns.leave(called.begun.back()[0] >= 'k');
  EXPECT_THAT(called.begun, ElementsAre("a1", "k1", "l1", "k2", "a2", "k3", "k4", "b1"));
}

TEST(Turns, AQuarterIsKeptForWhoIsKnown) {  // [CORE-23]
  Turns turns{4, 10};
  Called called;
  for (auto const* name : {"a1", "b1", "c1", "d1"}) turns.enter({name[0]}, false, called.as(name));
  EXPECT_THAT(called.begun, ElementsAre("a1", "b1", "c1"));
  turns.enter("k", true, called.as("k1"));
  turns.enter("k", true, called.as("k2"));
  EXPECT_THAT(called.begun, ElementsAre("a1", "b1", "c1", "k1"));
  turns.leave(true);
  turns.leave(true);
  EXPECT_THAT(called.begun, ElementsAre("a1", "b1", "c1", "k1", "k2"));
  turns.leave(false);
  EXPECT_EQ(called.begun.back(), "d1");
}

TEST(Turns, NobodyWhoIsKnownGivesUpAPlaceForOneWhoIsNot) {  // [CORE-23]
  Turns turns{1, 3};
  Called called;
  turns.enter("a", false, called.as("a1"));
  for (auto const* name : {"k1", "k2", "k3"}) turns.enter("k", true, called.as(name));
  turns.enter("b", false, called.as("b1"));
  EXPECT_THAT(called.sent_away, ElementsAre("b1"));
  turns.leave(false);
  turns.enter("b", false, called.as("b2"));
  turns.enter("k", true, called.as("k4"));
  EXPECT_THAT(called.sent_away, ElementsAre("b1", "b2"));
}

TEST(Budget, WhoIsNotKnownHoldsAPartOfIt) {  // [CORE-21]
  Budget budget{100, 30};
  {
    Budget::Hold stranger{budget};
    Budget::Hold other{budget};
    Budget::Hold known{budget};
    EXPECT_TRUE(stranger.cover(20, false));
    EXPECT_FALSE(other.cover(20, false));
    EXPECT_TRUE(known.cover(70, true));
    EXPECT_TRUE(other.cover(10, false));
    EXPECT_FALSE(known.cover(71, true));
    EXPECT_TRUE(stranger.cover(20, true));  // it turned out who it is
    EXPECT_TRUE(stranger.cover(5, true));
    EXPECT_FALSE(stranger.cover(30, false));
    EXPECT_TRUE(other.cover(25, false));
    EXPECT_EQ(budget.used(), 100U);
  }
  EXPECT_EQ(budget.used(), 0U);
}

}  // namespace
}  // namespace waymark::http
