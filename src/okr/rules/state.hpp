#pragma once

#include <boost/describe.hpp>

// Whose an objective is, and how far it is.
namespace waymark::okr {

enum class ObjectiveLevel { company, team, person };
BOOST_DESCRIBE_ENUM(ObjectiveLevel, company, team, person)

enum class State { draft, published, closed, cancelled };
BOOST_DESCRIBE_ENUM(State, draft, published, closed, cancelled)

// Neither a draft nor cancelled: it is judged, and it counts.
constexpr bool is_settled(State state) {
  return state == State::published || state == State::closed;
}

// Neither closed nor cancelled: it can be changed.
constexpr bool is_open(State state) {
  return state == State::draft || state == State::published;
}

}  // namespace waymark::okr
