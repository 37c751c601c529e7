#include "core/events/stream.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>

#include "core/base/memory.hpp"
#include "core/events/outbox.hpp"

namespace waymark::events {
namespace {

using AnyId = base::Id<struct SubjectTag>;

// An event as pages hear it.
struct News {
  EventId id;
  std::string_view kind;
  std::string_view subject;
  AnyId subject_id;
  AnyId parent_id;
  std::optional<AnyId> team_id;
  std::optional<policy::PersonId> actor_id;
  base::Millis at;
};
BOOST_DESCRIBE_STRUCT(News, (), (id, kind, subject, subject_id, parent_id, team_id, actor_id, at))

// On PostgreSQL other nodes' events are looked for this often, and this far back: what began earlier may be committed
// later.
constexpr std::chrono::milliseconds look_every{500};
constexpr base::Millis overlap_ms = 5'000;
constexpr std::chrono::seconds tidy_every{15};

// More than this could find no room beside what waits already: it would end the stream unsent, and be missed again by
// the page that comes back.
constexpr std::size_t most_at_once = http::Channel::most_waiting / 2;

News news_of(Event const& event) {
  std::optional<AnyId> team;
  if (event.team_id) team = AnyId{*event.team_id};
  return {event.id, event.kind, event.subject, {event.subject_id}, {event.parent_id}, team, event.actor_id, event.at};
}

std::string text_of(Event const& event) {
  return fmt::format("id: {}\ndata: {}\n\n", event.id.text(), json::text_of(news_of(event)));
}

std::string reset_text(EventId newest) {
  return fmt::format("id: {}\nevent: reset\ndata: {{}}\n\n", newest.text());
}

std::string or_reset(std::string text, EventId newest) {
  return text.size() <= most_at_once ? std::move(text) : reset_text(newest);
}

// The id to replay from. Where transactions run side by side a smaller id may have come later; ids hold milliseconds
// above 22 bits.
EventId start_of_replay(EventId seen, db::Dialect dialect) {
  return dialect == db::Dialect::sqlite ? seen : EventId{seen.value - (overlap_ms << 22)};
}

}  // namespace

Stream::Stream(db::Db& db, Events& events, MaySee may_see) : db_(db), may_see_(std::move(may_see)) {
  events.listen([this](Event const& event) { hear(event); });
  thread_ = std::thread([this] { run(); });
}

Stream::~Stream() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
    for (auto const& subscriber : subscribers_) subscriber->channel->close();
  }
  something_to_do_.notify_one();
  thread_.join();
}

std::vector<rest::Route> Stream::routes() {
  return {rest::get("/api/v1/events", policy::signed_in,
                    "Stays open and tells what changed, as server-sent events; Last-Event-ID brings what was missed.",
                    [this](rest::OwnCall<> const& call) { return open(call.viewer, call.request); })};
}

http::Response Stream::open(policy::Viewer const& viewer, http::Request const& request) {
  http::Response response;
  response.content_type = "text/event-stream";
  response.with("Cache-Control", "no-store").with("X-Accel-Buffering", "no");
  if (request.method == http::Method::head) return response;

  auto const subscriber = std::make_shared<Subscriber>();
  subscriber->viewer = viewer;
  subscriber->channel = response.stream = std::make_shared<http::Channel>();
  subscriber->channel->push("retry: 2000\n\n");
  subscriber->until = std::chrono::steady_clock::now() + longest;
  auto const seen = request.header("last-event-id");
  if (!seen.empty()) subscriber->seen = EventId{base::id_of(seen).value_or(0)};

  {
    std::lock_guard const lock(mutex_);
    auto const is_theirs = [&](auto const& other) {
      return other->viewer.person == viewer.person && !other->channel->closed();
    };
    auto const of_this_person = std::count_if(subscribers_.begin(), subscribers_.end(), is_theirs);
    if (static_cast<std::size_t>(of_this_person) >= most_per_person)
      (*std::find_if(subscribers_.begin(), subscribers_.end(), is_theirs))->channel->close();
    subscribers_.push_back(subscriber);
    somebody_came_ = true;
  }
  something_to_do_.notify_one();
  return response;
}

// They come back and ask for what they missed.
void Stream::close_all() {
  std::lock_guard const lock(mutex_);
  for (auto const& subscriber : subscribers_) subscriber->channel->close();
}

void Stream::close_for(policy::PersonId person) {
  std::lock_guard const lock(mutex_);
  for (auto const& subscriber : subscribers_) {
    if (subscriber->viewer.person == person) subscriber->channel->close();
  }
}

// On the thread that committed: hands the event over and is gone.
void Stream::hear(Event const& event) {
  {
    std::lock_guard const lock(mutex_);
    if (subscribers_.empty()) return;
    news_.push_back(event);
  }
  something_to_do_.notify_one();
}

void Stream::run() {
  base::WaitsForMemory const patient;
  bool const looks = db_.dialect() == db::Dialect::postgresql;
  for (;;) {
    std::vector<Event> news;
    {
      std::unique_lock lock(mutex_);
      auto const pause = looks && !subscribers_.empty() ? std::chrono::milliseconds{look_every} : tidy_every;
      something_to_do_.wait_for(lock, pause, [this] { return stopping_ || somebody_came_ || !news_.empty(); });
      if (stopping_) return;
      news.swap(news_);
      somebody_came_ = false;
      looking_ = looking_ && !subscribers_.empty();
    }
    try {
      deliver(looks ? with_those_of_other_nodes(std::move(news)) : std::move(news));
    } catch (std::exception const& e) {
      spdlog::warn("event streams are closed: {}", e.what());
      close_all();
    }
  }
}

std::vector<Event> Stream::with_those_of_other_nodes(std::vector<Event> own) {
  std::erase_if(own, [this](auto const& event) { return known_.contains(event.id) && known_[event.id].told; });
  for (auto const& event : own) known_[event.id] = {event.at, true};

  auto const now = std::chrono::steady_clock::now();
  if (now < next_look_) return own;
  next_look_ = now + look_every;
  try {
    base::Millis since = 0;
    auto found = db_.read([&](db::Tx& tx) {
      since = tx.now() - overlap_ms;
      return events_since(tx, since);
    });
    for (auto& event : found) {
      bool const is_new = known_.emplace(event.id, Known{event.at, looking_}).second;
      if (is_new && looking_) own.push_back(std::move(event));
    }
    looking_ = true;
    std::erase_if(known_, [&](auto const& entry) { return entry.second.at < since; });
  } catch (std::exception const& e) {
    spdlog::warn("the event stream cannot read the outbox: {}", e.what());
  }
  return own;
}

void Stream::deliver(std::vector<Event> const& news) {
  for (auto const& subscriber : living_subscribers()) {
    try {
      if (subscriber->seen) catch_up(*subscriber);
      auto const text = text_for(*subscriber, news);
      if (!text.empty()) subscriber->channel->push(or_reset(text, news.back().id));
    } catch (std::exception const& e) {
      spdlog::warn("an event stream is closed: {}", e.what());
      subscriber->channel->close();  // it comes back and asks for what it missed
    }
  }
}

Stream::Subscribers Stream::living_subscribers() {
  auto const now = std::chrono::steady_clock::now();
  std::lock_guard const lock(mutex_);
  std::erase_if(subscribers_, [&](auto const& subscriber) {
    if (now >= subscriber->until) subscriber->channel->close();
    return subscriber->channel->closed();
  });
  return subscribers_;
}

void Stream::catch_up(Subscriber& subscriber) {
  auto const seen = *std::exchange(subscriber.seen, std::nullopt);
  EventId newest;
  std::vector<Event> missed;
  bool const complete = db_.read([&](db::Tx& tx) {
    newest = newest_event(tx);
    missed = events_after(tx, start_of_replay(seen, tx.dialect()), most_missed + 1);
    return is_kept(tx, seen) && missed.size() <= static_cast<std::size_t>(most_missed);
  });
  std::erase_if(missed, [&](auto const& event) { return event.id == seen; });
  subscriber.channel->push(complete ? or_reset(text_for(subscriber, missed), newest) : reset_text(newest));
  for (auto const& event : missed) subscriber.replayed.insert(event.id);
}

std::string Stream::text_for(Subscriber& subscriber, std::vector<Event> const& news) const {
  std::string text;
  for (auto const& event : news) {
    if (subscriber.replayed.erase(event.id) > 0) continue;
    if (!event.restricted || may_see_(subscriber.viewer, event)) text += text_of(event);
  }
  return text;
}

}  // namespace waymark::events
