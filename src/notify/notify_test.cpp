#include "notify/notify.hpp"

#include "core/rest/router.hpp"
#include "notify/digest/digest.hpp"
#include "notify/facts/facts.hpp"
#include "okr/cycle/publication.hpp"
#include "okr/testing/small_company.hpp"

namespace waymark::notify {
namespace {

using okr::ObjectiveWithKeyResults;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// Everybody's inbox is empty when a test begins; see SmallCompany for who they are.
class NotifyTest : public okr::SmallCompany, rest::Authenticator {
 protected:
  NotifyTest() { router.add(notify.routes()); }

  std::optional<Caller> caller_of(http::Request const&) override { return Caller{caller, false}; }

  boost::json::value ask(PersonId person, http::Method method, std::string const& address,
                         std::string const& body = {}) {
    caller = as(person);
    http::Request request;
    request.method = method;
    request.target = request.path = address;
    request.body = body;
    request.headers = {{"content-type", "application/json"}};
    auto const response = router.answer(request);
    status = response.status;
    return response.body.empty() ? boost::json::value{} : json::parse(response.body);
  }

  std::vector<Notice> inbox(PersonId person) {
    return read([&](db::Tx& tx) { return store::page(tx, person, {}, 100); });
  }
  std::vector<NoticeKind> told(PersonId person) {
    std::vector<NoticeKind> kinds;
    for (auto const& notice : inbox(person)) kinds.push_back(notice.kind);
    return kinds;
  }
  std::int64_t unread(PersonId person) {
    return read([&](db::Tx& tx) { return store::unread(tx, person); });
  }
  okr::Comment comment(PersonId author, ObjectiveId objective, std::vector<PersonId> mentions) {
    return write([&](db::Tx& tx) {
      return okr.comments.create(tx, as(author), objective,
                                 {.text = "Look here", .check_in_id = {}, .mention_ids = std::move(mentions)});
    });
  }
  okr::Objective bens(int key_results = 1) {
    auto wanted = this->wanted("Make it smooth", engineering, key_results);
    for (auto& key_result : wanted.key_results) key_result.owner_id = ben;
    return made(wanted);
  }

  std::set<PersonId> away;
  jobs::Jobs jobs{*db};
  Notify notify{events, jobs, [this](db::Tx&, PersonId person, base::Day) { return away.contains(person); },
                [](db::Tx&) { return 7; }};
  rest::Router router{*db, *this};
  policy::Viewer caller{};
  int status{0};
};

// [NOT-1] [NOT-3]
TEST_P(NotifyTest, CommentsReachTheAccountableAndTheMentioned) {
  auto const objective = made("Make it smooth");
  auto const said = comment(ben, objective.id, {cam, ben});
  EXPECT_THAT(told(cam), ElementsAre(NoticeKind::mention));
  EXPECT_THAT(told(ana), ElementsAre(NoticeKind::comment));
  EXPECT_THAT(told(ben), IsEmpty());
  comment(cam, objective.id, {ana});
  EXPECT_THAT(told(ana), ElementsAre(NoticeKind::mention, NoticeKind::comment));
  write([&](db::Tx& tx) { okr.comments.remove(tx, as(ben), said.id); });
  EXPECT_THAT(told(ana), ElementsAre(NoticeKind::mention));
  EXPECT_THAT(told(cam), IsEmpty());
}

// [NOT-8]
TEST_P(NotifyTest, DraftsAndThoseWhoLeftStayQuiet) {
  auto const draft = made(wanted("Still secret", engineering, 1, false));
  EXPECT_EQ(
      wrong_field([&](db::Tx& tx) {
        okr.comments.create(tx, as(ben), draft.id, {.text = "Look", .check_in_id = {}, .mention_ids = {cam, erik}});
      }),
      "mention_ids[1]");
  comment(ben, draft.id, {cam});
  EXPECT_THAT(told(erik), IsEmpty());
  EXPECT_THAT(told(cam), ElementsAre(NoticeKind::mention));
  auto const objective = made("Make it smooth");
  write([&](db::Tx& tx) { people.depart(tx, {}, ana); });
  comment(ben, objective.id, {});
  EXPECT_THAT(told(ana), IsEmpty());
}

// [NOT-26]
TEST_P(NotifyTest, WhoStandsInIsToldInThePlaceOfWhoLeft) {
  auto const objective = made("Make it smooth");
  comment(ben, objective.id, {});
  write([&](db::Tx& tx) { people.depart(tx, hugo, ana); });
  comment(cam, objective.id, {});
  EXPECT_THAT(told(iris), UnorderedElementsAre(NoticeKind::comment, NoticeKind::left_behind, NoticeKind::comment));
  for (auto const& notice : inbox(iris)) EXPECT_EQ(notice.in_place_of.has_value(), notice.kind == NoticeKind::comment);
  write([&](db::Tx& tx) { people.depart(tx, hugo, iris); });
  EXPECT_THAT(told(hugo), UnorderedElementsAre(NoticeKind::comment, NoticeKind::left_behind, NoticeKind::comment));
}

// [NOT-26] [OKR-115]
TEST_P(NotifyTest, LateCheckInsOfWhoLeftWaitForWhoAnswersOrStandsIn) {
  auto const late = bens();
  pass_days(8);
  notify.remind(*db);
  ASSERT_THAT(told(ben), ElementsAre(NoticeKind::check_in_late));
  write([&](db::Tx& tx) { people.depart(tx, ana, ben); });
  EXPECT_EQ(unread(ben), 0);
  notify.remind(*db);
  EXPECT_THAT(told(ana), ElementsAre(NoticeKind::check_in_late));
  write([&](db::Tx& tx) { people.depart(tx, hugo, ana); });
  notify.remind(*db);
  EXPECT_THAT(told(iris), UnorderedElementsAre(NoticeKind::left_behind, NoticeKind::check_in_late));
  write([&](db::Tx& tx) { okr.check_ins.create(tx, as(iris), late.key_results[0].id, value(10)); });
  EXPECT_EQ(unread(iris), 1);
}

// [NOT-27]
TEST_P(NotifyTest, AQuestionGoesWithTheObjective) {
  auto const needs = made(wanted("Sell pilots", sales));
  auto const gives = made("Make it smooth");
  write([&](db::Tx& tx) {
    okr.alignment.ask(tx, as(erik), needs.id, {.provider_id = gives.id, .need = "A demo", .due_on = {}});
    okr::ObjectiveChange change{};
    change.accountable_id = cam;
    change.reason = "Ana is away";
    okr.objectives.change(tx, as(ana), gives.id, gives.version, change);
  });
  EXPECT_THAT(told(ana), IsEmpty());
  EXPECT_THAT(told(cam), UnorderedElementsAre(NoticeKind::dependency_asked, NoticeKind::handed_over));
}

// [NOT-4]
TEST_P(NotifyTest, ABlockerWaitsForItsOwnerUntilItIsSolved) {
  auto const objective = bens();
  auto news = value(10);
  news.help_needed = "A second bench";
  news.help_from = cam;
  check_in(objective.key_results[0].id, news);
  ASSERT_THAT(told(cam), ElementsAre(NoticeKind::blocker_raised));
  EXPECT_EQ(inbox(cam)[0].text, "A second bench");
  EXPECT_EQ(unread(cam), 1);
  write([&](db::Tx& tx) { okr.blockers.resolve(tx, as(cam), now(objective.id).blockers[0].id, "It came"); });
  EXPECT_EQ(unread(cam), 0);
  EXPECT_THAT(told(ben), ElementsAre(NoticeKind::blocker_resolved));
}

// [NOT-5]
TEST_P(NotifyTest, RequestsAndAnswersFindTheirPeople) {
  auto const needs = made(wanted("Sell pilots", sales));
  auto const gives = made("Make it smooth");
  auto const asked = write([&](db::Tx& tx) {
    return okr.alignment.ask(tx, as(erik), needs.id, {.provider_id = gives.id, .need = "A demo", .due_on = {}});
  });
  EXPECT_THAT(told(ana), ElementsAre(NoticeKind::dependency_asked));
  write([&](db::Tx& tx) {
    okr.alignment.answer(tx, as(ana), asked.id, {.state = okr::DependencyState::confirmed, .answer = {}});
  });
  EXPECT_EQ(unread(ana), 0);
  EXPECT_THAT(told(erik), ElementsAre(NoticeKind::dependency_answered));
  EXPECT_THAT(told(dora), ElementsAre(NoticeKind::dependency_answered));
}

// [NOT-6] [NOT-2]
TEST_P(NotifyTest, WhatTheCompanyWantsIsToldToAll) {
  auto const objective = made(wanted("Be trusted", company));
  jobs.run_due();
  EXPECT_THAT(told(ana), IsEmpty());
  clock.set(clock.now() + okr::untold_ms);
  jobs.run_due();
  for (auto const person : {ana, ben, erik, hugo})
    EXPECT_THAT(told(person), ElementsAre(NoticeKind::company_published));
  EXPECT_THAT(told(iris), Not(Contains(NoticeKind::company_published)));
  notify.tell_everybody(*db, {NoticeKind::company_published, objective.id, iris});
  EXPECT_THAT(told(ana), SizeIs(1));
}

// [NOT-6]
TEST_P(NotifyTest, WhatWasTakenBackIsToldToNobody) {
  auto const objective = made(wanted("Be trusted", company));
  write([&](db::Tx& tx) { okr.objectives.take_back(tx, director(), objective.id); });
  clock.set(clock.now() + okr::untold_ms);
  jobs.run_due();
  EXPECT_THAT(told(ana), IsEmpty());

  write([&](db::Tx& tx) { okr.writing.publish(tx, director(), objective.id); });
  clock.set(clock.now() + okr::untold_ms);
  jobs.run_due();
  EXPECT_THAT(told(ana), ElementsAre(NoticeKind::company_published));
  write([&](db::Tx& tx) { okr.objectives.take_back(tx, director(), objective.id); });
  EXPECT_THAT(told(ana), IsEmpty());
}

// [NOT-7]
TEST_P(NotifyTest, AnAcknowledgementIsSeen) {
  auto const objective = bens();
  auto const done = check_in(objective.key_results[0].id, value(10));
  write([&](db::Tx& tx) { okr.check_ins.acknowledge(tx, as(ana), done.id); });
  EXPECT_THAT(told(ben), ElementsAre(NoticeKind::acknowledged));
}

// [NOT-9] [NOT-10] [NOT-2]
TEST(Reminders, GoFromDueToLateToTheManager) {
  auto const day = [](char const* text) { return *base::Day::parse(text); };
  auto const at = [&](char const* text) { return day(text).start_ms(); };
  std::vector<Waiting> const two{{{1},
                                  PersonId{9},
                                  {5},
                                  "Reach 10",
                                  day("2025-10-01"),
                                  day("2025-12-31"),
                                  okr::Cadence::weekly,
                                  at("2025-11-10"),
                                  0,
                                  0},
                                 {{1},
                                  PersonId{9},
                                  {5},
                                  "Reach 20",
                                  day("2025-10-01"),
                                  day("2025-12-31"),
                                  okr::Cadence::weekly,
                                  at("2025-11-12"),
                                  0,
                                  0}};
  auto const kinds = [&](char const* today) {
    std::vector<std::tuple<NoticeKind, int, int, std::int64_t>> all;
    for (auto const& one : reminders(two, day(today), 7))
      all.emplace_back(one.kind, one.amount, one.days, one.person.value);
    return all;
  };
  EXPECT_THAT(kinds("2025-11-15"), IsEmpty());
  EXPECT_THAT(kinds("2025-11-17"), ElementsAre(std::tuple(NoticeKind::check_in_due, 1, 0, 1)));
  EXPECT_THAT(kinds("2025-11-18"), ElementsAre(std::tuple(NoticeKind::check_in_due, 1, 0, 1),
                                               std::tuple(NoticeKind::check_in_late, 1, 1, 1)));
  EXPECT_THAT(kinds("2025-11-20"), ElementsAre(std::tuple(NoticeKind::check_in_late, 2, 3, 1)));
  EXPECT_THAT(kinds("2025-11-24"),
              ElementsAre(std::tuple(NoticeKind::check_in_late, 2, 7, 1), std::tuple(NoticeKind::handed_up, 1, 7, 9)));
  Waiting fresh = two[0];
  fresh.last_news_at.reset();
  fresh.published_at = at("2025-11-20");
  EXPECT_EQ(wanted_by(fresh, day("2025-11-20")), day("2025-11-27"));
  fresh.published_at = at("2026-01-05");
  EXPECT_EQ(days_late(fresh, day("2026-01-06")), 6);
  auto const once = [&](char const* today) { return reminders(two, day(today), 7).front().once; };
  EXPECT_EQ(once("2025-11-20"), once("2025-11-24"));
  EXPECT_NE(once("2025-11-17"), once("2025-11-20"));
}

// [NOT-2] [NOT-9] [NOT-12]
TEST_P(NotifyTest, RemindersComeOnceAndGoWithTheCheckIn) {
  auto const objective = bens(2);
  notify.remind(*db);
  EXPECT_THAT(told(ben), IsEmpty());
  pass_days(20);
  notify.remind(*db);
  notify.remind(*db);
  EXPECT_THAT(told(ben), ElementsAre(NoticeKind::check_in_late));
  EXPECT_EQ(inbox(ben)[0].amount, 2);
  EXPECT_THAT(told(ana), ElementsAre(NoticeKind::handed_up));
  check_in(objective.key_results[0].id, value(10));
  EXPECT_EQ(unread(ben), 1);
  check_in(objective.key_results[1].id, value(10));
  EXPECT_EQ(unread(ben), 0);
}

// [NOT-11]
TEST_P(NotifyTest, WhoIsAwayIsLeftInPeace) {
  bens();
  pass_days(20);
  away = {ben};
  notify.remind(*db);
  EXPECT_THAT(told(ben), IsEmpty());
  EXPECT_THAT(told(ana), IsEmpty());
  away.clear();
  notify.remind(*db);
  EXPECT_THAT(told(ben), SizeIs(1));
}

// [NOT-13]
TEST_P(NotifyTest, AKindCanBeSwitchedOff) {
  auto const objective = made("Make it smooth");
  comment(ben, objective.id, {});
  EXPECT_EQ(unread(ana), 1);
  ask(ana, http::Method::put, "/api/v1/me/notice-settings",
      R"({"items":[{"kind":"comment","inbox":false,"digest":true}]})");
  EXPECT_EQ(status, 200);
  EXPECT_EQ(unread(ana), 0);
  EXPECT_THAT(told(ana), IsEmpty());
  auto const counts = [&] { return read([&](db::Tx& tx) { return digest(tx, as(ana)).notices; }); };
  EXPECT_THAT(counts(), SizeIs(1));
  ask(ana, http::Method::put, "/api/v1/me/notice-settings",
      R"({"items":[{"kind":"comment","inbox":true,"digest":false}]})");
  EXPECT_THAT(counts(), IsEmpty());
  EXPECT_EQ(unread(ana), 1);
}

// [NOT-14] [NOT-15]
TEST_P(NotifyTest, ASnoozedNoticeComesBackToItsReaderAlone) {
  auto const objective = made("Make it smooth");
  comment(ben, objective.id, {});
  auto const path = "/api/v1/notices/" + inbox(ana).at(0).id.text();
  auto const until = [&](base::Millis pause) { return R"({"until":)" + std::to_string(clock.now() + pause) + "}"; };
  ask(erik, http::Method::put, path + "/snooze", until(base::ms_per_day));
  EXPECT_EQ(status, 404);
  ask(ana, http::Method::put, path + "/snooze", until(-1));
  EXPECT_EQ(status, 422);
  ask(ana, http::Method::put, path + "/snooze", until(base::ms_per_day));
  EXPECT_EQ(status, 204);
  EXPECT_EQ(unread(ana), 0);
  EXPECT_THAT(told(ana), IsEmpty());
  pass_days(1);
  EXPECT_EQ(unread(ana), 1);
  ask(ana, http::Method::put, path + "/read");
  EXPECT_EQ(unread(ana), 0);
  ask(ana, http::Method::del, path + "/read");
  EXPECT_EQ(unread(ana), 1);
}

TEST_P(NotifyTest, PagesFollowEachOther) {
  auto const objective = made("Make it smooth");
  for (int i = 0; i < 5; ++i) {
    comment(ben, objective.id, {});
    clock.set(clock.now() + 1);
  }
  std::set<NoticeId> seen;
  NoticeFilter filter{.unread = true, .after = {}, .limit = 2};
  for (int pages = 0; pages < 3; ++pages) {
    auto const some = read([&](db::Tx& tx) { return store::page(tx, ana, filter, 2); });
    for (auto const& notice : some) seen.insert(notice.id);
    filter.after = some.back().id.text();
  }
  EXPECT_THAT(seen, SizeIs(5));
}

// [NOT-16]
TEST_P(NotifyTest, TheDigestTellsAWeek) {
  auto const objective = bens(2);
  check_in(objective.key_results[0].id, value(10));
  pass_days(8);
  check_in(objective.key_results[0].id, value(30));
  auto const week = read([&](db::Tx& tx) { return digest(tx, as(cam)); });
  ASSERT_THAT(week.teams, SizeIs(1));
  auto const& team = week.teams[0];
  EXPECT_EQ(team.key_results, 2);
  EXPECT_EQ(team.checked_in, 1);
  ASSERT_THAT(team.moved, SizeIs(1));
  EXPECT_EQ(team.moved[0].before, 10);
  EXPECT_EQ(team.moved[0].now, 30);
  EXPECT_THAT(team.late, SizeIs(1));
  EXPECT_THAT(team.published, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Databases, NotifyTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::notify
