#include "okr/home/feed.hpp"

#include <algorithm>
#include <map>

#include "okr/home/feed_store.hpp"
#include "okr/rules/happened.hpp"

namespace waymark::okr {
namespace {

constexpr base::Millis absence = 4 * 3'600'000LL;
constexpr base::Millis longest = 7 * base::ms_per_day;
constexpr std::int64_t sentences_at_first = 7;

NewsKind kind_of(Happening const& one) {
  if (one.kind == happened.objective_published.name) return NewsKind::published;
  if (one.kind == happened.objective_closed.name) return NewsKind::closed;
  if (one.kind == happened.objective_cancelled.name) return NewsKind::cancelled;
  if (one.kind == happened.comment_made.name) return NewsKind::commented;
  if (one.kind == happened.blocker_raised.name) return NewsKind::asked_for_help;
  if (one.kind == happened.blocker_resolved.name) return NewsKind::helped;
  if (one.kind == happened.retro_changed.name) return NewsKind::retro;
  return NewsKind::checked_in;
}

// What is told in one sentence: check-ins on one key result, talk about one objective, objectives of one team.
std::int64_t about(Happening const& one, NewsKind kind) {
  bool const of_team = kind == NewsKind::published || kind == NewsKind::closed || kind == NewsKind::cancelled;
  if (kind == NewsKind::checked_in) return one.key_result ? one.key_result->id.value : 0;
  if (of_team || kind == NewsKind::retro) return one.team ? one.team->id.value : 0;
  return one.objective ? one.objective->id.value : 0;
}

News news(db::Tx& tx, policy::Viewer const& viewer, NewsQuery const& query) {
  auto const most = query.limit.value_or(sentences_at_first).value;
  News news{news_since(store::visit(tx, viewer.person), tx.now()), {}, 0};
  news.items = told(store::happenings(tx, viewer.person, news.since));
  news.more = std::max<std::int64_t>(0, std::ssize(news.items) - most);
  news.items.erase(news.items.end() - news.more, news.items.end());
  for (auto& item : news.items) {
    if (item.kind != NewsKind::checked_in || !item.to) continue;
    item.from = store::value_before(tx, item.key_result->id, news.since);
    if (item.from && *item.from != *item.to) item.kind = NewsKind::moved;
  }
  return news;
}

}  // namespace

Visit next_visit(std::optional<Visit> const& before, base::Millis now) {
  if (!before) return {now - longest, now};
  return {now - before->seen_at > absence ? before->seen_at : before->since, now};
}

base::Millis news_since(std::optional<Visit> const& before, base::Millis now) {
  return std::max(next_visit(before, now).since, now - longest);
}

std::vector<NewsItem> told(std::vector<Happening> const& happenings) {
  std::vector<NewsItem> items;
  std::map<std::pair<NewsKind, std::int64_t>, std::size_t> places;
  for (auto const& one : happenings) {
    auto const kind = kind_of(one);
    auto const [place, first] = places.try_emplace({kind, about(one, kind)}, items.size());
    if (first) {
      items.push_back({kind, one.at, 1, one.person, one.team, one.objective, one.key_result, {}, one.value, one.unit});
    } else {
      ++items[place->second].count;
    }
  }
  return items;
}

std::vector<rest::Route> feed_routes() {
  return {
      rest::get(
          "/api/v1/news", policy::signed_in,
          "What happened since the caller was last here, a week at most, of what concerns them.",
          [](rest::Call<rest::Nothing, NewsQuery> const& call) { return news(call.tx, call.viewer, call.query); }),
      rest::put("/api/v1/my-visit", policy::signed_in, "Notes that the caller is here and has seen the news.",
                [](rest::Call<> const& call) {
                  auto const visit = next_visit(store::visit(call.tx, call.viewer.person), call.tx.now());
                  store::save_visit(call.tx, call.viewer.person, visit);
                  return visit;
                }),
  };
}

}  // namespace waymark::okr
