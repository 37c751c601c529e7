#include "okr/dashboard/dashboard_facts.hpp"

#include <algorithm>
#include <unordered_map>

#include "okr/rules/pace.hpp"

namespace waymark::okr {
namespace {

using store::FactRow;

std::optional<base::Day> news_day(FactRow const& row) {
  if (!row.last_news_at) return std::nullopt;
  return base::day_of(*row.last_news_at);
}

base::Day known_on(FactRow const& row) {
  return base::day_of(std::max(row.published_at, row.created_at));
}

// Nobody waited for news while it was closed.
base::Day awaited_on(FactRow const& row) {
  return std::max(known_on(row), base::day_of(row.reopened_at.value_or(0)));
}

std::optional<int> confidence_of(FactRow const& row) {
  if (!row.confidence) return std::nullopt;
  return static_cast<int>(*row.confidence);
}

Measure measure_of(FactRow const& row) {
  return {row.kind, row.direction, row.baseline, row.target, row.low, row.high, {}, {}, row.change_percent};
}

bool has_its_target(FactRow const& row) {
  return row.current && !is_limit(row.direction) && reaches_target(measure_of(row), *row.current);
}

Counted counted(std::span<FactRow const> rows, Cycle const& cycle, base::Day today) {
  auto const& first = rows.front();
  auto const progress = counts_as(first.objective_progress, first.objective_grade);
  Counted objective{first.objective_id, first.team_id, first.shown_in, progress, {}, {}, rows, {}};
  std::vector<Weighted> expected;
  bool const closed = first.state == State::closed;
  auto const end_of = [&](std::optional<double> grade) { return ended(grade, first.ambition, first.learned); };
  for (auto const& row : rows) {
    auto const measure = measure_of(row);
    auto const due = row.due_on.value_or(cycle.ends_on);
    auto const start = pace_start({cycle.starts_on, base::day_of(row.published_at), base::day_of(row.created_at),
                                   row.paced_from, row.baseline_on});
    auto const end = closed ? std::optional{end_of(row.grade)} : std::nullopt;
    objective.parts.push_back({standing({measure, row.ambition, row.cadence, start, due, awaited_on(row), row.current,
                                         confidence_of(row), news_day(row), end},
                                        today),
                               row.weight});
    if (row.progress) expected.push_back({expected_progress(measure, start, due, today), row.weight});
  }
  objective.expected = closed ? progress : objective_progress(expected);  // nothing more is to come of it
  objective.standing = closed ? Standing{end_of(first.objective_grade), 0, {}} : standing(objective.parts);
  return objective;
}

// Nothing has happened to it later than `then`.
void turn_back(FactRow& row, base::Millis then, store::NewsRow const* news) {
  if (row.closed_at && *row.closed_at > then) {
    row.state = State::published;
    row.closed_at.reset();
    row.grade.reset();
    row.objective_grade.reset();
  }
  if (row.reopened_at && *row.reopened_at > then) row.reopened_at.reset();
  if (!row.last_news_at || *row.last_news_at <= then) return;
  row.last_news_at = news ? std::optional{news->at} : std::nullopt;
  row.current = news ? news->value : std::nullopt;
  row.confidence = news ? news->confidence : std::nullopt;
  row.progress = row.current ? progress(measure_of(row), *row.current) : std::nullopt;
}

// The progress of the objectives as that of their key results says.
void add_up(std::span<FactRow> rows) {
  for (std::size_t from = 0; from < rows.size();) {
    std::vector<Weighted> parts;
    auto until = from;
    for (; until < rows.size() && rows[until].objective_id == rows[from].objective_id; ++until) {
      if (rows[until].progress) parts.push_back({*rows[until].progress, rows[until].weight});
    }
    for (auto const together = objective_progress(parts); from < until; ++from)
      rows[from].objective_progress = together;
  }
}

}  // namespace

std::vector<FactRow> there_now(std::vector<FactRow> rows) {
  std::erase_if(rows, [](FactRow const& row) { return row.gone_at.has_value(); });
  return rows;
}

std::vector<FactRow> as_of(base::Millis then, std::vector<FactRow> rows, std::vector<store::NewsRow> const& news) {
  std::erase_if(rows, [&](FactRow const& row) {
    return row.published_at > then || row.created_at > then || (row.gone_at && *row.gone_at <= then);
  });
  std::unordered_map<KeyResultId, store::NewsRow const*> newest;
  for (auto const& row : news) newest[row.id] = &row;
  for (auto& row : rows) {
    auto const found = newest.find(row.id);
    if (row.state == State::cancelled) row.state = State::published;
    row.gone_at.reset();
    turn_back(row, then, found == newest.end() ? nullptr : found->second);
  }
  add_up(rows);
  return rows;
}

std::vector<Counted> objectives_in(std::span<FactRow const> rows, Cycle const& cycle, base::Day today) {
  std::vector<Counted> all;
  for (std::size_t from = 0; from < rows.size();) {
    auto until = from;
    while (until < rows.size() && rows[until].objective_id == rows[from].objective_id) ++until;
    all.push_back(counted(rows.subspan(from, until - from), cycle, today));
    from = until;
  }
  return all;
}

NewsDays news_days(std::vector<store::NewsDay> const& news) {
  NewsDays days;
  for (auto const& [id, at] : news) days[id].push_back(base::day_of(at));
  return days;
}

std::optional<OnTime> on_time(std::span<FactRow const> rows, NewsDays const& news, Cycle const& cycle,
                              base::Day today) {
  static std::vector<base::Day> const none;
  std::vector<OnTime> all;
  for (auto const& row : rows) {
    if (row.fed) continue;
    auto const due = row.due_on.value_or(cycle.ends_on);
    auto until = row.closed_at ? std::min(today, base::day_of(*row.closed_at)) : today;
    if (has_its_target(row)) until = std::min(until, news_day(row).value_or(until));  // it needs no more news
    auto const awaited = awaited_since(cycle.starts_on, known_on(row), due);
    auto const days = news.find(row.id);
    all.push_back(on_time(row.cadence, awaited, due, until, days == news.end() ? none : days->second));
  }
  return on_time_together(all);
}

bool is_asked(CountedQuery const& asked, FactRow const& row, Part const& part) {
  auto const grade = grade_of({row.grade, row.progress});
  if (asked.status && part.standing.status != *asked.status) return false;
  if (asked.late && (part.standing.days_late > 0) != *asked.late) return false;
  if (asked.unmeasured && grade.has_value() == *asked.unmeasured) return false;
  if (asked.tenth && (!grade || bar_of(*grade) != static_cast<std::size_t>(asked.tenth->value))) return false;
  return !asked.success || (grade && is_success(*grade) == *asked.success);
}

}  // namespace waymark::okr
