#include "okr/dashboard/dashboards.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/base/problem.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/dashboard/dashboard_facts.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/many_store.hpp"
#include "people/directory.hpp"
#include "people/team_names.hpp"
#include "people/team_tree.hpp"

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
  std::vector<std::optional<double>> values;
  for (auto const* one : all) values.push_back(one->*what);
  return progress_together(values);
}

std::vector<Attained> attained(Many const& all) {
  std::vector<Attained> attained;
  for (auto const* one : all) {
    for (auto const& row : one->rows) attained.push_back({row.grade, row.progress});
  }
  return attained;
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
      count(board.key_result_statuses, part.standing.status);
      if (part.standing.days_late == 0) continue;
      ++board.late;
      if (part.standing.status != Status::stale) ++board.late_at_risk;
    }
  }
  board.at_risk = board.objective_statuses.at_risk + board.objective_statuses.off_track;
}

CountedFigures counted(Many const& all) {
  Dashboard part{};
  count_all(part, all);
  auto const tally = spread(attained(all), {}).tally;
  return {part.objectives, part.key_results, part.progress, tally ? std::optional{tally->success_share} : std::nullopt,
          part.key_result_statuses};
}

std::vector<double> grades_of(Many const& all) {
  std::vector<double> given;
  for (auto const* one : all) {
    if (auto const grade = one->rows.front().objective_grade) given.push_back(*grade);
  }
  return given;
}

std::vector<store::FactRow> rows_of(Many const& all) {
  std::vector<store::FactRow> rows;
  for (auto const* one : all) rows.insert(rows.end(), one->rows.begin(), one->rows.end());
  return rows;
}

GivenGrades given_of(Many const& all) {
  return given_grades(grades_of(all), std::ssize(all));
}

Spread spread_of(Many const& all) {
  return spread(attained(all), grades_of(all));
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
  auto const spread = scope.person ? Spread{} : spread_of(many(objectives));
  return since(base::day_of(then), figures_of(many(objectives), spread), figures_of(many(now), board.spread));
}

std::vector<ConfidenceWeek> confidence_of(db::Tx& tx, store::Scope const& scope, Cycle const& cycle) {
  std::vector<ConfidenceWeek> weeks;
  for (auto const& [week, sum, check_ins, low] : store::confidence_by_week(tx, scope, cycle.starts_on)) {
    weeks.push_back(
        {week + 1, cycle.starts_on + static_cast<int>(week) * 7, mean_confidence(sum, check_ins), check_ins, low});
  }
  return weeks;
}

// The teams beside what is counted, by name, each with what it owns; the page itself is no line of it.
std::vector<DashboardTeam> teams_of(db::Tx& tx, people::TeamTree const& tree, store::Scope const& scope,
                                    Cycle const& cycle, std::vector<Counted> const& around) {
  std::unordered_map<TeamId, Many> by_team;
  for (auto const& one : around) {
    if (one.team_id) by_team[*one.team_id].push_back(&one);
  }
  auto const news = news_days(store::news_days(tx, scope));
  std::vector<DashboardTeam> teams;
  for (auto const& name : people::all_teams(tx)) {
    auto const own = by_team.find(name.id);
    if (own == by_team.end() || name.kind == people::TeamKind::company || name.id == scope.team) continue;
    teams.push_back({counted(own->second), name, tree.below(name.id), given_of(own->second),
                     on_time(rows_of(own->second), news, cycle, tx.today())});
  }
  return teams;
}

// What people have of their own: all of them, or those of one team.
std::optional<CountedFigures> people_of(std::optional<TeamId> team, std::vector<Counted> const& around) {
  Many own;
  for (auto const& one : around) {
    if (!one.team_id && (!team || one.shown_in == team)) own.push_back(&one);
  }
  if (own.empty()) return std::nullopt;
  return counted(own);
}

// Those in which nobody has published anything, nor in any team below.
std::vector<TeamName> silent_teams(db::Tx& tx, people::TeamTree const& tree, CycleId cycle,
                                   std::vector<Counted> const& everybody) {
  std::unordered_set<TeamId> heard;
  for (auto const& one : everybody) {
    if (!one.shown_in) continue;
    for (auto const team : tree.line(*one.shown_in)) heard.insert(team);
  }
  auto teams = store::teams_without_okrs(tx, cycle);
  std::erase_if(teams, [&](TeamName const& name) { return heard.contains(name.id); });
  return teams;
}

void add_load(Dashboard& board, std::vector<Load>&& load) {
  std::map<std::int64_t, std::int64_t> persons;
  for (auto const& one : load) ++persons[one.objectives];
  board.load_spread = load_spread(persons);
  if (load.size() <= load_named) board.load = std::move(load);
}

std::optional<LastCheckIn> last_word(std::span<KeyResult const> key_results) {
  std::optional<LastCheckIn> newest;
  for (auto const& key_result : key_results) {
    auto const& said = key_result.last_check_in;
    if (said && (!newest || newest->at < said->at)) newest = said;
  }
  return newest;
}

std::vector<AttentionLine> lines_of(db::Tx& tx, std::vector<ObjectiveId> const& ids) {
  auto cards = cards_of(tx, store::objectives(tx, ids));
  std::ranges::sort(cards, {}, [&](auto const& card) { return std::ranges::find(ids, card.id) - ids.begin(); });
  std::vector<TeamId> teams;
  for (auto const& card : cards) {
    if (card.team_id) teams.push_back(*card.team_id);
  }
  auto const names = people::team_names(tx, teams);
  std::vector<AttentionLine> lines;
  for (auto& card : cards) {
    auto& line = lines.emplace_back();
    static_cast<ObjectiveWithKeyResults&>(line) = std::move(card);
    auto const team = std::ranges::find(names, line.team_id, [](auto const& name) { return std::optional{name.id}; });
    if (team != names.end()) line.team = *team;
    line.last_check_in = last_word(line.key_results);
  }
  return lines;
}

std::vector<AttentionLine> attention(db::Tx& tx, std::vector<Counted> all) {
  std::erase_if(all, [](Counted const& one) { return !urgency(one.standing); });
  std::ranges::stable_sort(all, {}, [](Counted const& one) {
    return std::pair{*urgency(one.standing), -one.standing.days_late};
  });
  if (all.size() > attention_shown) all.resize(attention_shown);
  std::vector<ObjectiveId> ids;
  for (auto const& one : all) ids.push_back(one.id);
  return lines_of(tx, ids);
}

template <class Name>
Name there(std::optional<Name> name, char const* sentence) {
  if (!name) throw base::not_found(sentence);
  return *std::move(name);
}

}  // namespace

Dashboards::Asked Dashboards::asked(db::Tx& tx, policy::Viewer const& viewer, DashboardQuery const& query) const {
  if (query.team && query.person) throw base::invalid("person", "Ask for a team or for a person.");
  auto const everybody = query.everybody.value_or(false);
  if (everybody && (query.team || query.person))
    throw base::invalid("everybody", "Ask for everybody, for a team or for a person.");
  Asked asked{cycles_.chosen(tx, viewer, query.cycle), {}, {}, {}};
  if (query.team) asked.team = there(people::team_name(tx, *query.team), "There is no such team.");
  if (query.person) asked.person = there(people::name_of(tx, *query.person), "There is nobody here with this id.");
  auto const reach = query.team     ? store::Reach::team
                     : query.person ? store::Reach::person
                     : everybody    ? store::Reach::everybody
                                    : store::Reach::company;
  asked.scope = {asked.cycle.id, reach, query.team, query.person};
  return asked;
}

// What stands beside the figures: the teams and the people whose objectives they do not count.
void Dashboards::add_beside(db::Tx& tx, store::Scope const& own, Dashboard& board) const {
  auto scope = own;
  scope.reach = scope.team ? store::Reach::around : store::Reach::everybody;
  auto const rows = there_now(store::facts(tx, scope));
  auto const around = objectives_in(rows, board.cycle, tx.today());
  auto const tree = people::team_tree(tx);
  board.teams = teams_of(tx, tree, scope, board.cycle, around);
  board.people = people_of(scope.team, around);
  auto const& whose = scope.team ? own : scope;
  board.from_below = from_below(store::authorship(tx, whose), leads_of(tx));
  if (scope.team) {
    board.subteams = tree.below(*scope.team);
    add_load(board, store::load_of_team(tx, board.cycle.id, *scope.team));
    return;
  }
  board.load_spread = load_spread(store::persons_by_load(tx, board.cycle.id));
  board.teams_without_okrs = silent_teams(tx, tree, board.cycle.id, around);
  board.attention = attention(tx, around);
}

Dashboard Dashboards::get(db::Tx& tx, policy::Viewer const& viewer, DashboardQuery const& query) const {
  auto asked = this->asked(tx, viewer, query);
  Dashboard board{};
  board.cycle = asked.cycle;
  board.team = asked.team;
  board.person = asked.person;
  board.everybody = query.everybody.value_or(false);
  board.as_of = tx.now();
  auto const ever = store::facts(tx, asked.scope);
  auto const rows = there_now(ever);
  auto const all = objectives_in(rows, board.cycle, tx.today());
  count_all(board, many(all));
  board.spread = query.person ? Spread{std::vector<std::int64_t>(11), {}, false} : spread_of(many(all));
  if (!query.person) board.grades = given_of(many(all));
  board.since = since_last_week(tx, asked.scope, board, ever, all);
  board.on_time = on_time(rows, news_days(store::news_days(tx, asked.scope)), board.cycle, tx.today());
  board.confidence = confidence_of(tx, asked.scope, board.cycle);
  board.attention = attention(tx, all);
  if (!query.person) add_beside(tx, asked.scope, board);
  return board;
}

}  // namespace waymark::okr
