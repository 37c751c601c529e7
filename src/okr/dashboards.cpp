#include "okr/dashboards.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/base/problem.hpp"
#include "okr/cards.hpp"
#include "okr/closing_store.hpp"
#include "okr/cycle_store.hpp"
#include "okr/dashboard_facts.hpp"
#include "okr/team_tree.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

constexpr std::size_t attention_shown = 10;
constexpr std::size_t load_named = 40;
constexpr base::Millis week = 7 * base::ms_per_day;

using Many = std::vector<Counted const*>;

Many many(std::vector<Counted> const& all) {
  Many those;
  for (auto const& one : all) those.push_back(&one);
  return those;
}

std::optional<double> mean(Many const& all, std::optional<double> Counted::*what) {
  std::vector<Weighted> parts;
  for (auto const* one : all) {
    if (auto const value = one->*what) parts.push_back({*value, 1});
  }
  return objective_progress(parts);
}

bool is_under_way(Counted const* one) {
  return one->rows.front().state == State::published;
}

void count_all(Dashboard& board, Many const& all) {
  board.objectives = std::ssize(all);
  board.progress = mean(all, &Counted::progress);
  if (std::ranges::any_of(all, is_under_way)) board.expected_progress = mean(all, &Counted::expected);
  for (auto const* one : all) {
    count(board.objective_statuses, one->standing.status);
    board.key_results += std::ssize(one->parts);
    for (auto const& part : one->parts) {
      count(board.key_result_statuses, part.status);
      if (part.days_late > 0) ++board.late;
    }
  }
  board.at_risk = board.objective_statuses.at_risk + board.objective_statuses.off_track;
}

// The rows of one objective stand together.
std::vector<double> given_grades(std::vector<store::FactRow> const& rows) {
  std::vector<double> given;
  std::optional<ObjectiveId> last;
  for (auto const& row : rows) {
    if (row.objective_grade && row.objective_id != last) given.push_back(*row.objective_grade);
    last = row.objective_id;
  }
  return given;
}

Spread spread_of(std::vector<store::FactRow> const& rows) {
  std::vector<Attained> attained;
  for (auto const& row : rows) attained.push_back({row.grade, row.progress});
  return spread(attained, given_grades(rows));
}

Figures figures_of(Many const& all, Spread const& spread) {
  Dashboard part{};
  count_all(part, all);
  std::optional<double> share;
  if (spread.tally) share = spread.tally->success_share;
  return {part.objectives, part.progress, share, part.at_risk, part.late};
}

// How the figures were a week ago; a cycle that is closed does not move any more.
std::optional<Since> since_last_week(db::Tx& tx, store::Scope const& scope, Dashboard const& board,
                                     std::vector<store::FactRow> const& rows, std::vector<Counted> const& now) {
  if (board.cycle.phase == Phase::closed) return std::nullopt;
  auto const then = tx.now() - week;
  auto const before = as_of(then, rows, store::news_before(tx, scope, then));
  auto const objectives = objectives_in(before, board.cycle, base::day_of(then));
  auto const spread = scope.person ? Spread{} : spread_of(before);
  return since(base::day_of(then), figures_of(many(objectives), spread), figures_of(many(now), board.spread));
}

std::vector<ConfidenceWeek> confidence_of(db::Tx& tx, store::Scope const& scope, Cycle const& cycle) {
  std::vector<ConfidenceWeek> weeks;
  for (auto const& [week, sum, check_ins, low] : store::confidence_by_week(tx, scope, cycle.starts_on)) {
    auto const average = static_cast<double>(sum) / static_cast<double>(check_ins);
    weeks.push_back({week + 1, cycle.starts_on + static_cast<int>(week) * 7, average, check_ins, low});
  }
  return weeks;
}

// The company is the page itself, and no line of it.
std::vector<DashboardTeam> teams_of(db::Tx& tx, std::vector<Counted> const& all) {
  auto const tree = team_tree(tx);
  std::unordered_map<TeamId, Many> by_team;
  for (auto const& one : all) {
    if (!one.shown_in) continue;
    for (auto const team : tree.line(*one.shown_in)) by_team[team].push_back(&one);
  }
  std::vector<DashboardTeam> teams;
  for (auto const& name : store::teams(tx)) {
    auto const own = by_team.find(name.id);
    if (own == by_team.end() || name.kind == people::TeamKind::company) continue;
    Dashboard part{};
    count_all(part, own->second);
    teams.push_back(
        {name, tree.below(name.id), part.objectives, part.key_results, part.progress, part.key_result_statuses});
  }
  return teams;
}

std::vector<TeamName> silent_teams(db::Tx& tx, Dashboard const& board) {
  auto teams = store::teams_without_okrs(tx, board.cycle.id);
  std::erase_if(teams, [&](TeamName const& name) {
    return std::ranges::any_of(board.teams, [&](DashboardTeam const& one) { return one.team.id == name.id; });
  });
  return teams;
}

void add_load(Dashboard& board, std::vector<Load>&& load) {
  std::map<std::int64_t, std::int64_t> persons;
  for (auto const& one : load) ++persons[one.objectives];
  board.load_spread = load_spread(persons);
  if (load.size() <= load_named) board.load = std::move(load);
}

std::vector<ObjectiveWithKeyResults> attention(db::Tx& tx, std::vector<Counted> all) {
  std::erase_if(all, [](Counted const& one) { return !urgency(one.standing); });
  std::ranges::stable_sort(all, {}, [](Counted const& one) {
    return std::pair{*urgency(one.standing), -one.standing.days_late};
  });
  if (all.size() > attention_shown) all.resize(attention_shown);
  std::vector<ObjectiveWithKeyResults> cards;
  for (auto const& one : all)
    cards.push_back(card_of(*store::objective(tx, one.id), store::of_objective(tx, one.id), tx.today()));
  return cards;
}

template <class Name>
Name there(std::optional<Name> name, char const* sentence) {
  if (!name) throw base::not_found(sentence);
  return *std::move(name);
}

}  // namespace

Dashboards::Asked Dashboards::asked(db::Tx& tx, policy::Viewer const& viewer, std::optional<CycleId> cycle,
                                    std::optional<TeamId> team, std::optional<PersonId> person) const {
  if (team && person) throw base::invalid("person", "Ask for a team or for a person.");
  Asked asked{cycles_.chosen(tx, viewer, cycle), {}, {}, {}};
  if (team) asked.team = there(store::team(tx, *team), "There is no such team.");
  if (person) asked.person = there(people::name_of(tx, *person), "There is nobody here with this id.");
  asked.scope = {asked.cycle.id, team, person};
  return asked;
}

Dashboard Dashboards::get(db::Tx& tx, policy::Viewer const& viewer, DashboardQuery const& query) const {
  auto asked = this->asked(tx, viewer, query.cycle, query.team, query.person);
  Dashboard board{};
  board.cycle = asked.cycle;
  board.team = asked.team;
  if (query.team) board.subteams = team_tree(tx).below(*query.team);
  board.person = asked.person;
  board.as_of = tx.now();
  auto const ever = store::facts(tx, asked.scope);
  auto const rows = there_now(ever);
  auto const all = objectives_in(rows, board.cycle, tx.today());
  count_all(board, many(all));
  board.spread = query.person ? Spread{std::vector<std::int64_t>(11), {}, false} : spread_of(rows);
  board.since = since_last_week(tx, asked.scope, board, ever, all);
  board.confidence = confidence_of(tx, asked.scope, board.cycle);
  board.attention = attention(tx, all);
  if (query.team) add_load(board, store::load_of_team(tx, board.cycle.id, *query.team));
  if (!query.team && !query.person) {
    board.load_spread = load_spread(store::persons_by_load(tx, board.cycle.id));
    board.teams = teams_of(tx, all);
    board.teams_without_okrs = silent_teams(tx, board);
  }
  return board;
}

}  // namespace waymark::okr
