#include "okr/boards.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/alignment.hpp"
#include "okr/cards.hpp"
#include "okr/check_in_store.hpp"
#include "okr/closing_store.hpp"
#include "okr/conventions.hpp"
#include "okr/cycle_store.hpp"
#include "okr/relation.hpp"
#include "okr/talk_store.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

std::optional<double> progress_of(std::vector<ObjectiveWithKeyResults> const& cards) {
  std::vector<Weighted> parts;
  for (auto const& card : cards) {
    if ((card.state == State::published || card.state == State::closed) && card.progress)
      parts.push_back({*card.progress, 1});
  }
  return objective_progress(parts);
}

std::vector<Advice> advice_on(std::vector<ObjectiveWithKeyResults> const& cards, Limits limits) {
  auto const open =
      std::count_if(cards.begin(), cards.end(), [](auto const& card) { return card.state != State::cancelled; });
  std::vector<Advice> advice;
  if (open == 0) return advice;
  if (auto const count = about_objective_count(static_cast<int>(open), limits)) advice.push_back(*count);
  return advice;
}

std::vector<ObjectiveCard> cards_without_key_results(db::Tx& tx, std::vector<store::ObjectiveRow> const& rows) {
  std::vector<ObjectiveCard> cards;
  for (auto const& row : rows) cards.push_back(card_of(row, store::of_objective(tx, row.id), tx.today()));
  return cards;
}

DueKeyResult due_of(db::Tx& tx, store::KeyResultRow const& row, store::ObjectiveRow const& objective) {
  DueKeyResult due{};
  static_cast<KeyResult&>(due) = key_result_of(row, frame_of(objective), tx.today());
  due.objective_title = objective.title;
  if (objective.team_id) due.team = store::team(tx, *objective.team_id);
  if (row.kind == Kind::milestones) due.milestones = store::milestones_of(tx, row.id);
  return due;
}

// A check-in is due on the last three days before it is late, so that Friday's is there on Wednesday.
bool is_due(DueKeyResult const& key_result, store::ObjectiveRow const& objective, base::Day today) {
  if (key_result.standing.status == Status::not_started) return false;
  auto const news = key_result.last_check_in ? base::day_of(key_result.last_check_in->at) : objective.starts_on;
  auto const next = next_check_in(objective.cadence, news, key_result.due_on);
  return next && *next - 3 <= today;
}

bool later_first(DueKeyResult const& a, DueKeyResult const& b) {
  return a.standing.days_late > b.standing.days_late;
}

}  // namespace

TeamBoard Boards::team(db::Tx& tx, policy::Viewer const& viewer, TeamId team, BoardQuery const& query) const {
  auto const name = store::team(tx, team);
  if (!name) throw base::not_found("There is no such team.");
  auto const cycle = cycles_.chosen(tx, viewer, query.cycle);
  auto const rows = store::of_team(tx, viewer.person, team, cycle.id);
  auto const key_results = store::key_results_of_team(tx, team, cycle.id);
  TeamBoard board{*name, {cycle.id, cycle.name}, {}, cards_of(rows, key_results, tx.today()), {}, {}};
  board.progress = progress_of(board.objectives);
  board.advice = advice_on(board.objectives, objective_limits(tx));
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
  PersonBoard board{*name, {cycle.id, cycle.name}, 0, {}, {}};
  for (auto& card : cards_without_key_results(tx, store::of_person(tx, person, cycle.id))) {
    ++board.load;
    auto& list = card.accountable.id == person ? board.accountable : board.contributing;
    list.push_back(std::move(card));
  }
  return board;
}

MyWeek Boards::my_week(db::Tx& tx, policy::Viewer const& viewer, BoardQuery const& query) const {
  MyWeek week{};
  week.cycle = cycles_.chosen(tx, viewer, query.cycle);
  for (auto const& row : store::key_results_of_person(tx, viewer.person, week.cycle.id)) {
    auto const objective = *store::objective(tx, row.objective_id);
    auto due = due_of(tx, row, objective);
    auto& list = is_due(due, objective, tx.today()) ? week.due : week.not_due;
    list.push_back(std::move(due));
  }
  std::stable_sort(week.due.begin(), week.due.end(), later_first);
  week.blockers = store::blockers_waiting_for(tx, viewer.person);
  week.questions = questions_for(tx, viewer);
  week.drafts = cards_without_key_results(tx, store::drafts_of(tx, viewer.person));
  week.mentions = store::mentions_of(tx, viewer.person, tx.now() - 14 * base::ms_per_day);
  week.company = cards_without_key_results(tx, store::of_company(tx, viewer.person, week.cycle.id));
  week.teams = store::teams_of(tx, viewer.person);
  return week;
}

}  // namespace waymark::okr
