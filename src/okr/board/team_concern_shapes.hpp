#pragma once

#include "okr/alignment/alignment_shapes.hpp"
#include "okr/board/board_shapes.hpp"
#include "okr/check_in/check_in_shapes.hpp"
#include "okr/dashboard/dashboard_shapes.hpp"
#include "okr/retro/retro_shapes.hpp"

namespace waymark::okr {

// A dependency as one of its two teams sees it.
struct TeamDependency {
  DependencyId id;
  ObjectiveName ours;
  ObjectiveName theirs;
  std::string owner;  // team or person of theirs
  std::string need;
  std::optional<base::Day> due_on;
  DependencyState state;  // asked or confirmed
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(TeamDependency, (), (id, ours, theirs, owner, need, due_on, state, created_at))

// What concerns a team in a cycle beside the objectives on its board.
struct TeamConcerns {
  TeamName team;
  CycleName cycle;
  std::vector<Load> load;                   // of its members, by name
  std::vector<Blocker> blockers;            // open ones, the oldest first
  std::vector<TeamDependency> wait_for_us;  // the ones due soonest first
  std::vector<TeamDependency> we_wait_for;
  std::optional<CycleName> learned_in;  // the cycle of the learnings
  std::vector<Learning> learnings;      // the newest five of the team's last retro
  std::vector<MovedObjective> moves;    // objectives of the company that the team's lead up to
};
BOOST_DESCRIBE_STRUCT(TeamConcerns, (),
                      (team, cycle, load, blockers, wait_for_us, we_wait_for, learned_in, learnings, moves))

}  // namespace waymark::okr
