#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

enum class LinkState { proposed, accepted };
BOOST_DESCRIBE_ENUM(LinkState, proposed, accepted)

// One supports-link, seen from one of its ends: `other` is the other end.
struct SupportLink {
  LinkId id;
  ObjectiveName other;
  State other_state;
  std::optional<std::string> owner;  // team or person of the other objective
  std::optional<KeyResultId> key_result_id;
  std::optional<std::string> key_result_title;
  bool primary;
  LinkState state;
  std::vector<std::string> may;  // "accept", "make_primary", "remove"
};
BOOST_DESCRIBE_STRUCT(SupportLink, (),
                      (id, other, other_state, owner, key_result_id, key_result_title, primary, state, may))

enum class DependencyState { asked, confirmed, declined, delivered };
BOOST_DESCRIBE_ENUM(DependencyState, asked, confirmed, declined, delivered)

struct Dependency {
  DependencyId id;
  ObjectiveName objective;  // needs
  ObjectiveName provider;   // gives
  std::string need;
  std::optional<base::Day> due_on;
  DependencyState state;
  std::string answer;
  std::int64_t created_at;
  std::vector<std::string> may;  // "answer", "deliver", "withdraw"
};
BOOST_DESCRIBE_STRUCT(Dependency, (), (id, objective, provider, need, due_on, state, answer, created_at, may))

struct NewLink {
  ObjectiveId parent_id;
  std::optional<KeyResultId> parent_key_result_id;
  std::optional<bool> primary;  // the first link is primary by itself
};
BOOST_DESCRIBE_STRUCT(NewLink, (), (parent_id, parent_key_result_id, primary))

struct LinkMade {
  LinkId id;
  LinkState state;
  std::int64_t levels;  // of the longest chain through it
  bool deep;            // more than `most`
  std::int64_t most;    // as the settings say
};
BOOST_DESCRIBE_STRUCT(LinkMade, (), (id, state, levels, deep, most))

struct NewDependency {
  ObjectiveId provider_id;
  json::Text<1, 1000> need;
  std::optional<base::Day> due_on;
};
BOOST_DESCRIBE_STRUCT(NewDependency, (), (provider_id, need, due_on))

struct DependencyAnswer {
  DependencyState state;
  std::optional<json::Text<0, 1000>> answer;
};
BOOST_DESCRIBE_STRUCT(DependencyAnswer, (), (state, answer))

}  // namespace waymark::okr
