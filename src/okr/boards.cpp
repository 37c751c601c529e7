#include "okr/boards.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/alignment.hpp"
#include "okr/cards.hpp"
#include "okr/check_in_store.hpp"
#include "okr/conventions.hpp"
#include "okr/cycle_store.hpp"
#include "okr/dashboard_figures.hpp"
#include "okr/draft_store.hpp"
#include "okr/own_work.hpp"
#include "okr/relation.hpp"
#include "okr/role_fit.hpp"
#include "okr/talk_store.hpp"
#include "okr/writers.hpp"
#include "people/conventions.hpp"
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

// The day of the next check-in, from three days before it on, so that Friday's is there on Wednesday.
std::optional<base::Day> due_by(DueKeyResult const& key_result, Frame const& frame, base::Day known, base::Day today) {
  if (key_result.standing.status == Status::not_started) return std::nullopt;
  auto const news = key_result.last_check_in ? std::max(base::day_of(key_result.last_check_in->at), known)
                                             : awaited_since(frame.starts_on, known, key_result.due_on);
  auto const next = next_check_in(frame.cadence, news, key_result.due_on);
  return next && *next - 3 <= today ? next : std::nullopt;
}

// What is due, the latest first, then what is due soonest; and what is not. [HOME-2]
void tell_key_results(db::Tx& tx, PersonId person, MyWeek& week) {
  std::vector<std::pair<base::Day, DueKeyResult>> due;
  for (auto const& row : store::key_results_of_person(tx, person, week.cycle.id)) {
    auto const objective = *store::objective(tx, row.objective_id);
    auto key_result = due_of(tx, row, objective);
    auto const frame = frame_of(objective);
    if (auto const day = due_by(key_result, frame, known_on(row, frame), tx.today())) {
      due.emplace_back(*day, std::move(key_result));
    } else {
      week.not_due.push_back(std::move(key_result));
    }
  }
  std::ranges::stable_sort(due, {}, [](auto const& one) {
    return std::pair{-one.second.standing.days_late, one.first};
  });
  for (auto& one : due) week.due.push_back(std::move(one.second));
}

// What somebody has taken on, with the way from there up to the company. [HOME-6]
std::vector<OwnInitiative> own_initiatives(db::Tx& tx, PersonId person) {
  auto all = store::initiatives_of_person(tx, person);
  for (auto& initiative : all) {
    for (auto const& above : store::ancestors(tx, initiative.objective.id))
      if (above.state != State::cancelled) initiative.above.push_back({above.id, above.title});
  }
  return all;
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

FollowerPage Boards::following(db::Tx& tx, policy::Viewer const&, FollowerFilter const& filter) const {
  auto const after = filter.after ? base::id_of(*filter.after) : 0;
  if (!after) throw base::invalid("after", "This is no cursor of this list.");
  auto const most = filter.limit.value_or(50).value;
  FollowerPage page;
  for (auto const& [id, objective] : store::followers(tx, filter.kpi, {*after}, most + 1)) {
    if (std::ssize(page.items) == most) {
      page.next = page.items.back().id.text();
      break;
    }
    page.items.push_back(due_of(tx, *store::key_result(tx, id), *store::objective(tx, objective)));
  }
  return page;
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

MyWeek Boards::my_week(db::Tx& tx, policy::Viewer const& viewer, BoardQuery const& query) const {
  MyWeek week{};
  week.cycle = cycles_.chosen(tx, viewer, query.cycle);
  tell_key_results(tx, viewer.person, week);
  week.blockers = store::blockers_waiting_for(tx, viewer.person);
  week.questions = questions_for(tx, viewer);
  week.shared = store::drafts_waiting_for(tx, viewer.person);
  week.drafts = cards_without_key_results(tx, store::drafts_of(tx, viewer.person));
  week.mentions = store::mentions_of(tx, viewer.person, tx.now() - 14 * base::ms_per_day);
  week.vision = people::conventions(tx).vision;
  week.company = cards_without_key_results(tx, store::of_company(tx, viewer.person, week.cycle.id));
  week.teams = store::teams_of(tx, viewer.person);
  week.is_new = !store::has_begun(tx, viewer.person);
  week.initiatives = own_initiatives(tx, viewer.person);
  return week;
}

}  // namespace waymark::okr
