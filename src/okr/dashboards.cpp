#include "okr/dashboards.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/cards.hpp"
#include "okr/closing_store.hpp"
#include "okr/cycle_store.hpp"
#include "okr/dashboard_store.hpp"
#include "okr/pace.hpp"

namespace waymark::okr {
namespace {

using store::FactRow;

constexpr std::size_t attention_shown = 10;

std::optional<base::Day> news_day(FactRow const& row) {
  if (!row.last_news_at) return std::nullopt;
  return base::day_of(*row.last_news_at);
}

std::optional<int> confidence_of(FactRow const& row) {
  if (!row.confidence) return std::nullopt;
  return static_cast<int>(*row.confidence);
}

Measure measure_of(FactRow const& row) {
  return {row.kind, row.direction, row.baseline, row.target, row.low, row.high, {}, {}};
}

// One objective as the rows of its key results say it.
struct Counted {
  ObjectiveId id;
  std::optional<TeamId> team_id;
  std::optional<double> progress;
  std::optional<double> expected;
  Standing standing;
  std::vector<Status> key_results;
};

Counted counted(std::span<FactRow const> rows, Cycle const& cycle, base::Day today) {
  auto const& first = rows.front();
  Counted objective{first.objective_id, first.team_id, first.objective_progress, {}, {}, {}};
  std::vector<Part> parts;
  std::vector<Weighted> expected;
  bool const closed = first.state == State::closed;
  for (auto const& row : rows) {
    auto const measure = measure_of(row);
    auto const due = row.due_on.value_or(cycle.ends_on);
    auto const standing = okr::standing({measure, row.ambition, row.cadence, cycle.starts_on, due, row.current,
                                         confidence_of(row), news_day(row), closed},
                                        today);
    objective.key_results.push_back(standing.status);
    parts.push_back({standing.status, row.weight, standing.days_late});
    expected.push_back({expected_progress(measure, cycle.starts_on, due, today), row.weight});
  }
  objective.expected = objective_progress(expected);
  objective.standing = closed ? Standing{Status::done, 0, {}} : standing(parts);
  return objective;
}

std::vector<Counted> objectives_in(std::vector<FactRow> const& rows, Cycle const& cycle, base::Day today) {
  std::vector<Counted> all;
  for (std::size_t from = 0; from < rows.size();) {
    auto until = from;
    while (until < rows.size() && rows[until].objective_id == rows[from].objective_id) ++until;
    all.push_back(counted(std::span{rows}.subspan(from, until - from), cycle, today));
    from = until;
  }
  return all;
}

std::optional<double> mean(std::vector<Counted> const& all, std::optional<double> Counted::*what) {
  std::vector<Weighted> parts;
  for (auto const& one : all) {
    if (auto const value = one.*what) parts.push_back({*value, 1});
  }
  return objective_progress(parts);
}

void count_all(Dashboard& board, std::vector<Counted> const& all) {
  board.objectives = std::ssize(all);
  board.progress = mean(all, &Counted::progress);
  board.expected_progress = mean(all, &Counted::expected);
  for (auto const& one : all) {
    count(board.objective_statuses, one.standing.status);
    board.key_results += std::ssize(one.key_results);
    for (auto const status : one.key_results) count(board.key_result_statuses, status);
  }
}

Spread spread_of(std::vector<FactRow> const& rows) {
  std::vector<Attained> attained;
  for (auto const& row : rows) attained.push_back({row.grade, row.progress});
  return spread(attained);
}

std::vector<ConfidenceWeek> confidence_of(db::Tx& tx, store::Scope const& scope, Cycle const& cycle) {
  std::vector<ConfidenceWeek> weeks;
  for (auto const& [week, sum, check_ins, low] : store::confidence_by_week(tx, scope, cycle.starts_on)) {
    auto const average = static_cast<double>(sum) / static_cast<double>(check_ins);
    weeks.push_back({week + 1, cycle.starts_on + static_cast<int>(week) * 7, average, check_ins, low});
  }
  return weeks;
}

std::vector<DashboardTeam> teams_of(db::Tx& tx, std::vector<Counted> const& all, CycleId cycle) {
  std::map<std::int64_t, std::vector<Counted>> by_team;
  for (auto const& one : all) {
    if (one.team_id) by_team[one.team_id->value].push_back(one);
  }
  std::vector<DashboardTeam> teams;
  for (auto const& name : store::teams_with_okrs(tx, cycle)) {
    Dashboard part{};
    count_all(part, by_team[name.id.value]);
    teams.push_back({name, part.objectives, part.key_results, part.progress, part.key_result_statuses});
  }
  return teams;
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

Dashboard Dashboards::get(db::Tx& tx, policy::Viewer const& viewer, DashboardQuery const& query) const {
  if (query.team && query.person) throw base::invalid("person", "Ask for a team or for a person.");
  Dashboard board{};
  board.cycle = cycles_.chosen(tx, viewer, query.cycle);
  board.as_of = tx.now();
  if (query.team) board.team = there(store::team(tx, *query.team), "There is no such team.");
  if (query.person) {
    board.person = store::person(tx, *query.person);
    if (board.person->name.empty()) throw base::not_found("There is nobody here with this id.");
  }
  store::Scope const scope{board.cycle.id, query.team, query.person};
  auto const rows = store::facts(tx, scope);
  auto const all = objectives_in(rows, board.cycle, tx.today());
  count_all(board, all);
  board.spread = query.person ? Spread{std::vector<std::int64_t>(11), {}, false} : spread_of(rows);
  board.confidence = confidence_of(tx, scope, board.cycle);
  board.attention = attention(tx, all);
  if (query.team) board.load = store::load_of_team(tx, board.cycle.id, *query.team);
  if (!query.team && !query.person) {
    board.load_spread = load_spread(store::persons_by_load(tx, board.cycle.id));
    board.teams = teams_of(tx, all, board.cycle.id);
    board.teams_without_okrs = store::teams_without_okrs(tx, board.cycle.id);
  }
  return board;
}

}  // namespace waymark::okr
