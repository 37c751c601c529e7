#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

// Since when things are new to somebody, and when they were last here.
struct Visit {
  base::Millis since;
  base::Millis seen_at;
};
BOOST_DESCRIBE_STRUCT(Visit, (), (since, seen_at))

enum class NewsKind { moved, checked_in, published, closed, cancelled, commented, asked_for_help, helped, retro };
BOOST_DESCRIBE_ENUM(NewsKind, moved, checked_in, published, closed, cancelled, commented, asked_for_help, helped, retro)

// One sentence about what happened; what happened more than once to one thing, or in one team, is one sentence.
struct NewsItem {
  NewsKind kind;
  base::Millis at;                   // of the newest
  std::int64_t count;                // how often, or of how many objectives it speaks
  std::optional<PersonName> person;  // who did it last
  std::optional<TeamName> team;      // whose objectives; the company's and a person's have none
  std::optional<ObjectiveName> objective;
  std::optional<KeyResultName> key_result;
  std::optional<double> from;  // moved: the value before, and the newest
  std::optional<double> to;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(NewsItem, (), (kind, at, count, person, team, objective, key_result, from, to, unit))

struct NewsQuery {
  std::optional<json::Int<1, 100>> limit;  // so many sentences; seven when left out
};
BOOST_DESCRIBE_STRUCT(NewsQuery, (), (limit))

struct News {
  base::Millis since;
  std::vector<NewsItem> items;  // the newest first
  std::int64_t more;            // sentences that were left out
};
BOOST_DESCRIBE_STRUCT(News, (), (since, items, more))

}  // namespace waymark::okr
