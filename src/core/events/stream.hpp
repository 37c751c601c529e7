#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "core/events/events.hpp"
#include "core/http/channel.hpp"
#include "core/rest/route.hpp"

namespace waymark::events {

// The event stream of open pages: every piece of news goes to everyone who may see it, within a moment and at least
// once. A page that comes back says what it saw last and is given what it missed. A thread of its own delivers, so that
// no commit waits for a reader.
class Stream {
 public:
  // Whether this person may hear of a restricted event. Called on the stream's own thread; may read the database.
  using MaySee = std::function<bool(policy::Viewer const&, Event const&)>;

  static constexpr std::size_t most_per_person =
      20;  // the oldest ends for one more: a page that is gone is not told apart at once
  static constexpr std::int64_t most_missed = 1000;   // a page that missed more is told to begin anew ("reset")
  static constexpr std::chrono::minutes longest{30};  // then the reader comes back, and is asked again who it is

  // `events` must not announce anything any more once the stream is gone.
  Stream(db::Db& db, Events& events, MaySee may_see);
  ~Stream();

  std::vector<rest::Route> routes();

  // The answer that stays open.
  http::Response open(policy::Viewer const& viewer, http::Request const& request);

  // Ends the streams of somebody whose session ended or whose rights changed.
  void close_for(policy::PersonId person);

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Subscriber {
    policy::Viewer viewer;
    std::shared_ptr<http::Channel> channel;
    std::optional<EventId> seen;  // of a page that came back; caught up on the stream's thread
    std::set<EventId> replayed;   // what it then heard, and may be on its way to it still
    Time until;
  };
  using Subscribers = std::vector<std::shared_ptr<Subscriber>>;

  void hear(Event const& event);
  void run();
  std::vector<Event> with_those_of_other_nodes(std::vector<Event> own);
  void deliver(std::vector<Event> const& news);
  Subscribers living_subscribers();
  void close_all();
  void catch_up(Subscriber& subscriber);
  std::string text_for(Subscriber& subscriber, std::vector<Event> const& news) const;

  db::Db& db_;
  MaySee may_see_;

  // PostgreSQL only, on the stream's thread: the events of the last seconds, told or older than the first listener.
  struct Known {
    base::Millis at;
    bool told;
  };
  std::map<EventId, Known> known_;
  Time next_look_{};
  bool looking_{false};

  std::mutex mutex_;
  std::condition_variable something_to_do_;
  std::vector<Event> news_;
  Subscribers subscribers_;
  bool somebody_came_{false};
  bool stopping_{false};

  std::thread thread_;
};

}  // namespace waymark::events
