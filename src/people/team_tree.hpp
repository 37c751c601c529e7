#pragma once

#include <span>
#include <unordered_map>

#include "core/db/db.hpp"
#include "people/people_shapes.hpp"

namespace waymark::people {

struct TeamPlace {
  TeamId id;
  std::optional<TeamId> parent_id;
};
BOOST_DESCRIBE_STRUCT(TeamPlace, (), (id, parent_id))

// Which team lies in which. A team is shown and counted with all that lie in it. [OKR-91]
class TeamTree {
 public:
  explicit TeamTree(std::span<TeamPlace const> places = {});

  // The team itself and all that it lies in, the nearest first.
  std::vector<TeamId> line(TeamId team) const;
  // Is `inner` the team itself, or does it lie in it?
  bool holds(TeamId team, TeamId inner) const;
  // How many lie in it, at any depth.
  std::int64_t below(TeamId team) const;

 private:
  std::unordered_map<TeamId, TeamId> parents_;
  std::unordered_map<TeamId, std::int64_t> below_;
};

TeamTree team_tree(db::Tx& tx);

}  // namespace waymark::people
