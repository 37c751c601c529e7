#pragma once

#include "okr/dashboard/dashboard_shapes.hpp"
#include "okr/objective/objective_shapes.hpp"

// The lists behind the figures of a dashboard. `count` is the figure.
namespace waymark::okr {

// Which of the key results that a dashboard counts.
struct CountedQuery {
  std::optional<CycleId> cycle;  // the current one when left out
  std::optional<TeamId> team;
  std::optional<PersonId> person;
  std::optional<bool> everybody;  // as on the dashboard
  std::optional<Status> status;
  std::optional<bool> late;               // not updated in time, whatever else it is
  std::optional<json::Int<0, 10>> tenth;  // a bar of the spread
  std::optional<bool> success;            // at 0.7 or more
  std::optional<bool> unmeasured;         // without any value
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(CountedQuery, (),
                      (cycle, team, person, everybody, status, late, tenth, success, unmeasured, after, limit))

struct CountedPage {
  std::int64_t count;
  std::vector<DueKeyResult> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(CountedPage, (), (count, items, next))

// What was said in one week of the cycle.
struct SaidQuery {
  json::Int<1, 60> week;
  std::optional<CycleId> cycle;  // the current one when left out
  std::optional<TeamId> team;
  std::optional<PersonId> person;
  std::optional<bool> everybody;  // as on the dashboard
  std::optional<bool> low;        // lower than what is on track
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(SaidQuery, (), (week, cycle, team, person, everybody, low, after, limit))

struct SaidCheckIn {
  CheckInId id;
  KeyResultName key_result;
  ObjectiveName objective;
  PersonName author;
  std::int64_t confidence;
  std::string what_happened;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(SaidCheckIn, (), (id, key_result, objective, author, confidence, what_happened, at))

struct SaidPage {
  std::int64_t count;
  base::Day monday;
  std::vector<SaidCheckIn> items;  // the newest first
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(SaidPage, (), (count, monday, items, next))

// Who is in so many open objectives of a cycle.
struct LoadedQuery {
  json::Int<1, 8> objectives;    // 8: in eight or more
  std::optional<CycleId> cycle;  // the current one when left out
  std::optional<TeamId> team;
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(LoadedQuery, (), (objectives, cycle, team, after, limit))

struct LoadedPage {
  std::int64_t count;
  std::vector<Load> items;  // by name
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(LoadedPage, (), (count, items, next))

}  // namespace waymark::okr
