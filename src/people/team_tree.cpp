#include "people/team_tree.hpp"

#include <algorithm>

namespace waymark::people {

TeamTree::TeamTree(std::span<TeamPlace const> places) {
  for (auto const& place : places) {
    if (place.parent_id) parents_[place.id] = *place.parent_id;
  }
  for (auto const& place : places) {
    for (auto const above : line(place.id)) {
      if (above != place.id) ++below_[above];
    }
  }
}

std::vector<TeamId> TeamTree::line(TeamId team) const {
  std::vector<TeamId> line{team};
  for (auto above = parents_.find(team); above != parents_.end(); above = parents_.find(line.back())) {
    if (std::ranges::find(line, above->second) != line.end()) break;
    line.push_back(above->second);
  }
  return line;
}

bool TeamTree::holds(TeamId team, TeamId inner) const {
  return std::ranges::count(line(inner), team) > 0;
}

std::int64_t TeamTree::below(TeamId team) const {
  auto const found = below_.find(team);
  return found == below_.end() ? 0 : found->second;
}

}  // namespace waymark::people
