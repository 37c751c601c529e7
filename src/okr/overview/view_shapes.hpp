#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

// Which states are let through: one, or both that are counted anywhere: published and closed.
enum class StateAsked { draft, published, closed, cancelled, settled };
BOOST_DESCRIBE_ENUM(StateAsked, draft, published, closed, cancelled, settled)

// What narrows the list, the tree, the map and the timeline of a cycle.
struct ViewFilter {
  std::optional<TeamId> team;      // shown under it or a team below: theirs, and those of their people
  std::optional<PersonId> person;  // accountable for it, or its owner
  std::optional<ObjectiveLevel> level;
  std::optional<StateAsked> state;  // left out: all but cancelled
  std::optional<Status> status;     // of what is published or closed; the rest is not judged
  std::optional<bool> at_risk;      // at risk or off track
  std::optional<bool> stale;
  std::optional<bool> unlinked;    // supports nothing though it is not the company's
  std::optional<bool> linked;      // supports one above
  std::optional<bool> from_below;  // drafted by those who work on it
  std::optional<json::Text<1, 100>> text;
  std::optional<bool> only_team;  // what the team itself owns
};
BOOST_DESCRIBE_STRUCT(ViewFilter, (),
                      (team, person, level, state, status, at_risk, stale, unlinked, linked, from_below, text,
                       only_team))

// One objective on the timeline. Days are sorted, each once.
struct TimelineBar {
  ObjectiveId objective_id;
  base::Day starts_on;
  base::Day ends_on;
  std::vector<base::Day> due_on;         // of its key results
  std::vector<base::Day> checked_in_on;  // on any of its key results
};
BOOST_DESCRIBE_STRUCT(TimelineBar, (), (objective_id, starts_on, ends_on, due_on, checked_in_on))

struct CycleTimeline {
  base::Day starts_on;
  base::Day ends_on;
  base::Day midcycle_on;
  base::Day today;
  std::vector<TimelineBar> items;
};
BOOST_DESCRIBE_STRUCT(CycleTimeline, (), (starts_on, ends_on, midcycle_on, today, items))

enum class Sharing { personal, team, everyone };
BOOST_DESCRIBE_ENUM(Sharing, personal, team, everyone)

// A saved view: `query` is the part of its address behind the question mark.
struct View {
  ViewId id;
  std::string name;
  std::string query;
  Sharing sharing;
  std::optional<TeamId> team_id;
  PersonName owner;
  bool pinned;  // by the viewer
  std::int64_t version;
  std::vector<std::string> may;  // "edit"
};
BOOST_DESCRIBE_STRUCT(View, (), (id, name, query, sharing, team_id, owner, pinned, version, may))

struct NewView {
  json::Text<1, 80> name;
  json::Text<0, 2000> query;
  std::optional<Sharing> sharing;  // personal when left out
  std::optional<TeamId> team_id;   // with whom it is shared, for "team"
};
BOOST_DESCRIBE_STRUCT(NewView, (), (name, query, sharing, team_id))

struct ViewChange {
  std::optional<json::Text<1, 80>> name;
  std::optional<json::Text<0, 2000>> query;
  std::optional<Sharing> sharing;
  std::optional<TeamId> team_id;
};
BOOST_DESCRIBE_STRUCT(ViewChange, (), (name, query, sharing, team_id))

struct ViewQuery {
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ViewQuery, (), (after, limit))

}  // namespace waymark::okr
