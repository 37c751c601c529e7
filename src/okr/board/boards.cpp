#include "okr/board/boards.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/relation.hpp"
#include "okr/objective/role_fit.hpp"
#include "okr/objective/writers.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

std::optional<double> progress_of(std::vector<ObjectiveWithKeyResults> const& cards) {
  std::vector<std::optional<double>> settled;
  for (auto const& card : cards) {
    if (is_settled(card.state)) settled.push_back(counts_as(card.progress, card.grade));
  }
  return progress_together(settled);
}

// Said while the cycle is open, and not of a team that has not begun.
std::vector<Advice> advice_on(TeamBoard const& board, Limits limits) {
  auto const published = std::ranges::count(board.objectives, State::published, &ObjectiveCard::state);
  if (published + board.drafts == 0) return {};
  auto const count = about_objective_count(static_cast<int>(published), static_cast<int>(board.drafts), limits);
  return count ? std::vector{*count} : std::vector<Advice>{};
}

}  // namespace

TeamBoard Boards::team(db::Tx& tx, policy::Viewer const& viewer, TeamId team, BoardQuery const& query) const {
  auto const name = people::team_name(tx, team);
  if (!name) throw base::not_found("There is no such team.");
  auto const cycle = cycles_.chosen(tx, viewer, query.cycle);
  auto const rows = store::of_team(tx, viewer.person, team, cycle.id);
  auto const key_results = store::key_results_of_team(tx, team, cycle.id);
  TeamBoard board{};
  board.team = *name;
  board.cycle = {cycle.id, cycle.name};
  board.objectives = cards_of(rows, key_results, tx.today());
  board.counted = std::ranges::count_if(board.objectives, is_settled, &ObjectiveCard::state);
  board.drafts = std::ranges::count(board.objectives, State::draft, &ObjectiveCard::state);
  board.progress = progress_of(board.objectives);
  if (cycle.phase != Phase::closed) board.advice = advice_on(board, objective_limits(tx, level_of(tx, {team, {}})));
  if (cycle.phase != Phase::closed && may_write_for_team(tx, viewer, team)) board.may = {"write_objective"};
  return board;
}

// What is public of somebody, to everybody. [PEO-26]
PersonBoard Boards::person(db::Tx& tx, policy::Viewer const& viewer, PersonId person, BoardQuery const& query) const {
  auto const name = people::name_of(tx, person);
  if (!name) throw base::not_found("There is no such person.");
  auto const cycle = cycles_.chosen(tx, viewer, query.cycle);
  PersonBoard board{
      *name, {cycle.id, cycle.name}, 0, store::role_of(tx, person), {}, store::fitting(tx, person, cycle.id), {}};
  for (auto& card : cards_without_key_results(tx, store::of_person(tx, person, cycle.id))) {
    if (card.state == State::published) ++board.load;
    auto& list = card.accountable.id == person ? board.accountable : board.contributing;
    list.push_back(std::move(card));
  }
  return board;
}

}  // namespace waymark::okr
