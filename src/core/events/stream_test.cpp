#include "core/events/stream.hpp"

#include <gmock/gmock.h>

#include <latch>

#include "testing/databases.hpp"

namespace waymark::events {
namespace {

using policy::PersonId;
using policy::Viewer;
using ::testing::HasSubstr;
using ::testing::Not;

class StreamTest : public testing::OnBothDatabases {
 protected:
  using ThingId = base::Id<struct ThingTag>;

  static void announce_in(db::Tx& tx, Events const& events, std::string_view kind, std::int64_t subject,
                          bool restricted = false) {
    events.announce(tx, Kind<ThingId>{kind, "objective"}, ThingId{subject},
                    {.actor_id = PersonId{7}, .restricted = restricted});
  }
  EventId announce(std::string_view kind, std::int64_t subject = 1, bool restricted = false) {
    db->write([&](db::Tx& tx) { announce_in(tx, events, kind, subject, restricted); });
    return newest();
  }
  void announce_many(Events const& to, int number) {
    db->write([&](db::Tx& tx) {
      for (int i = 0; i < number; ++i) announce_in(tx, to, "many", i);
    });
  }
  EventId newest() {
    return db->read([](db::Tx& tx) {
      static constexpr db::Sql last{"test.newest", "SELECT id FROM core_event ORDER BY id DESC LIMIT 1"};
      return tx.row<EventId>(last).value();
    });
  }
  std::shared_ptr<http::Channel> open(Viewer const& viewer, std::string const& seen = {}) {
    http::Request request;
    if (!seen.empty()) request.headers.emplace_back("last-event-id", seen);
    return stream.open(viewer, request).stream;
  }
  // What a reader has after a piece of text arrived; everything that came within five seconds when it never does.
  static std::string until(http::Channel& channel, std::string const& text) {
    std::string all;
    for (int i = 0; i < 500; ++i) {
      all += channel.take();
      if (all.find(text) != std::string::npos) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return all;
  }

  Viewer const ana{PersonId{1}, {}, {}};
  Viewer const ben{PersonId{2}, {}, {}};
  Events events;
  Stream stream{*db, events, [](Viewer const& viewer, Event const&) { return viewer.person == PersonId{1}; }};
};

TEST_P(StreamTest, TellsEveryoneWhatChanged) {
  auto const channel = open(ben);
  auto const id = announce("objective.published", 33);
  auto const said = until(*channel, "}\n\n");
  EXPECT_THAT(said, HasSubstr("retry: 2000\n\n"));
  EXPECT_THAT(said,
              HasSubstr("id: " + id.text() + "\ndata: {\"id\":\"" + id.text() +
                        "\",\"kind\":\"objective.published\",\"subject\":\"objective\",\"subject_id\":\"" +
                        base::id_text(33) + "\",\"parent_id\":\"" + base::id_text(33) +
                        "\",\"team_id\":null,\"actor_id\":\"" + base::id_text(7) + "\",\"at\":1763380800000}\n\n"));
}

TEST_P(StreamTest, RestrictedNewsReachesOnlyThoseWhoMaySeeIt) {
  auto const hers = open(ana);
  auto const his = open(ben);
  announce("objective.drafted", 1, true);
  announce("objective.published", 2);
  EXPECT_THAT(until(*hers, "objective.published"), HasSubstr("objective.drafted"));
  EXPECT_THAT(until(*his, "objective.published"), Not(HasSubstr("objective.drafted")));
}

TEST_P(StreamTest, NothingIsToldOfWhatWasRolledBack) {
  auto const channel = open(ben);
  EXPECT_THROW(db->write([&](db::Tx& tx) {
    announce_in(tx, events, "objective.dreamt", 1);
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  announce("objective.published");
  EXPECT_THAT(until(*channel, "objective.published"), Not(HasSubstr("dreamt")));
}

TEST_P(StreamTest, APageThatComesBackGetsWhatItMissed) {
  auto const seen = announce("first");
  announce("second");
  announce("third", 1, true);
  announce("fourth");
  auto const channel = open(ben, seen.text());
  auto const said = until(*channel, "fourth");
  EXPECT_THAT(said, HasSubstr("\"second\""));
  EXPECT_THAT(said, Not(HasSubstr("\"first\"")));
  EXPECT_THAT(said, Not(HasSubstr("\"third\"")));
}

TEST_P(StreamTest, APageThatMissedTooMuchBeginsAnew) {
  auto const seen = announce("first");
  announce_many(events, Stream::most_missed + 1);
  auto const said = until(*open(ben, seen.text()), "reset");
  EXPECT_THAT(said, HasSubstr("id: " + newest().text() + "\nevent: reset\ndata: {}\n\n"));
  EXPECT_THAT(said, Not(HasSubstr("many")));
}

TEST_P(StreamTest, APageThatMissedMoreThanItsChannelHoldsBeginsAnewAndStays) {
  auto const seen = announce("first");
  announce_many(events, 500);
  auto const channel = open(ben, seen.text());
  EXPECT_THAT(until(*channel, "reset"), HasSubstr("id: " + newest().text() + "\nevent: reset\ndata: {}\n\n"));
  EXPECT_FALSE(channel->closed());
}

TEST_P(StreamTest, NewsThatIsMoreThanAChannelHoldsBeginsThePageAnew) {
  std::latch all_there{1};
  Events own;
  Stream busy{*db, own, [&](Viewer const&, Event const&) {
                all_there.wait();
                return true;
              }};
  auto const channel = busy.open(ben, {}).stream;
  db->write([&](db::Tx& tx) { announce_in(tx, own, "held", 1, true); });
  announce_many(own, 500);
  all_there.count_down();
  EXPECT_THAT(until(*channel, "reset"), HasSubstr("event: reset\ndata: {}\n\n"));
  EXPECT_FALSE(channel->closed());
}

TEST_P(StreamTest, APageThatSawSomethingForgottenBeginsAnew) {
  auto const seen = announce("first");
  clock.set(clock.now() + 8 * base::ms_per_day);
  announce("second");
  db->write([](db::Tx& tx) { forget_old_events(tx); });
  EXPECT_THAT(until(*open(ben, seen.text()), "reset"), HasSubstr("event: reset"));
  EXPECT_THAT(until(*open(ben, "no id at all"), "reset"), HasSubstr("event: reset"));
}

TEST_P(StreamTest, EndsTheStreamsOfAPersonAndOfNobodyElse) {
  auto const hers = open(ana);
  auto const his = open(ben);
  stream.close_for(ana.person);
  EXPECT_TRUE(hers->closed());
  EXPECT_FALSE(his->closed());
}

TEST_P(StreamTest, AStreamThatCannotBeWokenKeepsNoOtherOpen) {
  auto const first = open(ana);
  auto const second = open(ana);
  first->on_news([] { throw std::bad_alloc{}; });
  EXPECT_NO_THROW(stream.close_for(ana.person));
  EXPECT_TRUE(first->closed());
  EXPECT_TRUE(second->closed());
}

TEST_P(StreamTest, APersonHasAtMostTwentyStreams) {
  std::vector<std::shared_ptr<http::Channel>> channels;
  for (std::size_t i = 0; i < Stream::most_per_person; ++i) channels.push_back(open(ana));
  auto const bens = open(ben);
  auto const one_more = open(ana);
  EXPECT_TRUE(channels.front()->closed()) << "the oldest makes room";
  EXPECT_FALSE(channels.at(1)->closed());
  EXPECT_FALSE(one_more->closed());
  EXPECT_FALSE(bens->closed());
}

TEST_P(StreamTest, AHeadRequestOpensNothing) {
  http::Request request;
  request.method = http::Method::head;
  auto const response = stream.open(ana, request);
  EXPECT_EQ(response.stream, nullptr);
  EXPECT_EQ(response.content_type, "text/event-stream");
}

TEST_P(StreamTest, HearsOfOtherNodesThroughTheTable) {
  if (GetParam() == db::Dialect::sqlite) return;  // one program writes there
  Events of_another_node;
  auto const channel = open(ben);
  announce("here");
  until(*channel, "here");
  db->write([&](db::Tx& tx) { announce_in(tx, of_another_node, "elsewhere", 1); });
  EXPECT_THAT(until(*channel, "elsewhere"), HasSubstr("elsewhere"));
  std::this_thread::sleep_for(std::chrono::milliseconds(1200));
  EXPECT_EQ(channel->take(), "") << "each is told once though the table is read again";
}

INSTANTIATE_TEST_SUITE_P(Databases, StreamTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::events
