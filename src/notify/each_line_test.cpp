#include "notify/testing/each_line.hpp"

// Plays each line of the table of news and looks who was told.
namespace waymark::notify {

// Each day has a company of its own, in which nothing else waits.
okr::KeyResultId EachLineTest::late_for(int days) {
  auto wanted = this->wanted("Make it smooth", engineering);
  wanted.key_results[0].owner_id = ben;
  auto const objective = made(wanted);
  quiet();
  pass_days(days);
  notify.remind(*db);
  notify.remind(*db);
  return objective.key_results[0].id;
}

namespace {

// [NOT-9] [NOT-12]
TEST_P(EachLineTest, TellsTheDayBeforeACheckInUntilItIsMade) {
  played = "day.check_in_due";
  auto const key_result = late_for(7);
  told({{ben, NoticeKind::check_in_due, NoticePage::check_in}});
  check_in(key_result, value(10));
  gone();
}

// [NOT-9] [NOT-12]
TEST_P(EachLineTest, TellsTheDayAfterIt) {
  played = "day.check_in_late";
  auto const key_result = late_for(8);
  told({{ben, NoticeKind::check_in_late, NoticePage::check_in}});
  check_in(key_result, value(10));
  gone();
}

// [NOT-10] [NOT-12]
TEST_P(EachLineTest, TellsTheManagerAfterAWeek) {
  played = "day.handed_up";
  auto const key_result = late_for(14);
  told({{ben, NoticeKind::check_in_late, NoticePage::check_in}, {ana, NoticeKind::handed_up, NoticePage::objective}});
  check_in(key_result, value(10));
  gone();
}

// [NOT-28] [NOT-12]
TEST_P(EachLineTest, TellsWhoIsRemindedBySomebody) {
  played = "day.reminded";
  auto const key_result = late_for(8);
  quiet();
  rest::Router router{*db, *this};
  router.add(notify.routes());
  http::Request request;
  request.method = http::Method::post;
  request.target = request.path = "/api/v1/cycles/" + quarter.text() + "/reminders";
  request.body = R"({"person_ids": []})";
  request.headers = {{"content-type", "application/json"}};
  EXPECT_EQ(router.answer(request).status, 200);
  EXPECT_EQ(router.answer(request).status, 200);
  told({{ben, NoticeKind::reminded, NoticePage::check_in}});
  check_in(key_result, value(10));
  gone();
}

// [NOT-22]
TEST_P(EachLineTest, AsksForTheLookInTheMiddle) {
  played = "day.midcycle";
  auto const objective = ours();
  clock.set(day("2025-11-20").start_ms());
  quiet();
  act([&](db::Tx& tx) {
    okr::CycleChange change{};
    change.midcycle_on = day("2025-11-19");
    okr.cycles.change(tx, hr(), quarter, okr.cycles.get(tx, hr(), quarter).version, change);
  });
  notify.ask_for_looks(*db);
  notify.ask_for_looks(*db);
  told({{ana, NoticeKind::midcycle, NoticePage::cycle}});
  decide(objective, okr::Decision::keep);
  gone();
}

// [NOT-4] [NOT-5] [NOT-6] [NOT-7] [NOT-12] [NOT-17] [NOT-18] [NOT-19] [NOT-20] [NOT-21] [NOT-22] [NOT-23]
// [NOT-24] [NOT-26] [NOT-27]
TEST_P(EachLineTest, TellsWhomTheTableNames) {
  Plays plays;
  add_talk(plays);
  add_objectives(plays);
  add_links(plays);
  add_cycles(plays);
  add_people(plays);
  for (auto const& line : table_of_news()) {
    if (!line.hear && line.leads_to == "–") continue;  // nobody hears it, so nobody can be told
    if (line.kind.starts_with("day.")) continue;       // each is a test of its own
    SCOPED_TRACE(line.kind);
    auto const play = plays.extract(line.kind);
    ASSERT_FALSE(play.empty()) << "the line has no play";
    told_.clear();
    gone_ = false;
    EXPECT_NO_THROW(play.mapped()());
    expect_as(line);
  }
  EXPECT_THAT(plays, IsEmpty());
}

// So that a day that joins the table gets its test.
TEST(TheDaysOfTheTable, AreFive) {
  EXPECT_EQ(std::ranges::count_if(table_of_news(), [](auto const& line) { return line.kind.starts_with("day."); }), 5);
}

INSTANTIATE_TEST_SUITE_P(Databases, EachLineTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::notify