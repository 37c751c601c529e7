#pragma once

#include <map>
#include <string>

#include "app/wiring.hpp"
#include "world/world.hpp"

namespace waymark::testing {

// Who asks, by how they stand to the things of the matrix, and with what: headers of a request by each.
using Callers = std::map<std::string, Headers, std::less<>>;

// The world as the matrix needs it: one thing of a kind in each state, and somebody in each relation to all of them. A
// thing is named "draft/objective", "published/key_result" …, or "team" where the state does not matter; the word that
// marks what belongs to a state is "draft/mark".
struct Cast {
  Callers callers;
  Names names;
};

// `now` begins three minutes before the moment in which the matrix is tried.
Cast cast_in(World& world);

}  // namespace waymark::testing
