#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::search {

using ItemId = base::Id<struct ItemTag>;

enum class HitKind { person, team, objective, key_result, kpi, learning, initiative, blocker, comment, check_in };
BOOST_DESCRIBE_ENUM(HitKind, person, team, objective, key_result, kpi, learning, initiative, blocker, comment, check_in)

struct SearchQuery {
  json::Text<0, 200> text;
  std::optional<HitKind> kind;            // all kinds when left out, a third of the places for each at most
  std::optional<json::Int<1, 50>> limit;  // 20 when left out
};
BOOST_DESCRIBE_STRUCT(SearchQuery, (), (text, kind, limit))

struct Hit {
  HitKind kind;
  ItemId id;
  std::string title;                             // its name, or the part of what was said that holds the words
  std::string about;                             // what it belongs to: an objective, a team, a person's task
  std::optional<okr::ObjectiveId> objective_id;  // where it is read, for what has no page of its own
  std::optional<okr::State> state;
  std::optional<okr::CycleName> cycle;
  bool running;  // of a cycle that runs today, or of none
};
BOOST_DESCRIBE_STRUCT(Hit, (), (kind, id, title, about, objective_id, state, cycle, running))

struct SearchAnswer {
  std::vector<Hit> items;  // best first
};
BOOST_DESCRIBE_STRUCT(SearchAnswer, (), (items))

}  // namespace waymark::search
