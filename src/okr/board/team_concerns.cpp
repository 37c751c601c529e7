#include "okr/board/team_concerns.hpp"

#include <limits>

#include "core/base/problem.hpp"
#include "okr/board/team_concern_store.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/dashboard/dashboard_store.hpp"
#include "okr/retro/retro_store.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

constexpr std::int64_t learnings_shown = 5;

std::vector<Learning> newest_learnings(db::Tx& tx, TeamId team, CycleId cycle) {
  LearningFilter filter{};
  filter.team = team;
  filter.cycle = cycle;
  return store::learnings(tx, filter, RetroCardId{std::numeric_limits<std::int64_t>::max()}, learnings_shown);
}

}  // namespace

TeamConcerns team_concerns(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, TeamId team,
                           BoardQuery const& query) {
  auto const name = people::team_name(tx, team);
  if (!name) throw base::not_found("There is no such team.");
  auto const cycle = cycles.chosen(tx, viewer, query.cycle);
  TeamConcerns concerns{*name, {cycle.id, cycle.name}, {}, {}, {}, {}, {}, {}, {}};
  concerns.load = store::load_of_team(tx, cycle.id, team);
  concerns.blockers = store::open_blockers_of_team(tx, viewer.person, team, cycle.id);
  concerns.wait_for_us = store::waiting_for_team(tx, team, cycle.id);
  concerns.we_wait_for = store::awaited_by_team(tx, team, cycle.id);
  concerns.learned_in = store::last_learned_in(tx, team, cycle.id);
  if (concerns.learned_in) concerns.learnings = newest_learnings(tx, team, concerns.learned_in->id);
  concerns.moves = store::moved_by_team(tx, team, cycle.id);
  return concerns;
}

}  // namespace waymark::okr
