#include "okr/cycle/cycles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/problem.hpp"
#include "core/json/write.hpp"
#include "okr/cycle/calendar.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/cycle/next_cycle.hpp"
#include "okr/rules/happened.hpp"

namespace waymark::okr {
namespace {

using store::CycleRow;

bool runs_cycles(policy::Viewer const& viewer) {
  return viewer.is(policy::Role::hr) || viewer.is(policy::Role::administrator);
}

bool runs(CycleRow const& cycle, base::Day today) {
  return cycle.phase != Phase::closed && cycle.starts_on <= today && today <= cycle.ends_on;
}

std::optional<CycleId> current_of(std::vector<CycleRow> const& cycles, base::Day today) {
  CycleRow const* best = nullptr;
  for (auto const& cycle : cycles) {
    if (runs(cycle, today) && (!best || cycle.ends_on - cycle.starts_on < best->ends_on - best->starts_on))
      best = &cycle;
  }
  if (best) return best->id;
  auto const open = std::find_if(cycles.begin(), cycles.end(), [](auto const& c) { return c.phase != Phase::closed; });
  if (open != cycles.end()) return open->id;
  return cycles.empty() ? std::nullopt : std::optional{cycles.front().id};
}

Cycle shown(CycleRow const& row, policy::Viewer const& viewer, base::Day today, bool current) {
  auto const days = row.ends_on - row.starts_on + 1;
  auto const passed = std::clamp(today - row.starts_on + 1, 0, days);
  auto const look = next_look(looks(row.kind, row.starts_on, row.midcycle_on, row.ends_on), today);
  Cycle cycle{row.id,    row.name,    row.kind,         row.parent_id,  row.starts_on, row.ends_on, look,
              row.phase, row.cadence, (passed + 6) / 7, (days + 6) / 7, current,       {},          row.version};
  if (runs_cycles(viewer)) cycle.may = {"edit"};
  return cycle;
}

CycleRow row_of(db::Tx& tx, CycleId id) {
  auto row = store::cycle(tx, id);
  if (!row) throw base::not_found("There is no such cycle.");
  return *row;
}

void check_days(CycleRow const& cycle) {
  if (cycle.ends_on <= cycle.starts_on) throw base::invalid("ends_on", "A cycle must end after it starts.");
  if (cycle.ends_on - cycle.starts_on > 3 * 366) throw base::invalid("ends_on", "A cycle is at most three years long.");
  if (cycle.midcycle_on < cycle.starts_on || cycle.ends_on < cycle.midcycle_on) {
    throw base::invalid("midcycle_on", "The mid-cycle review must lie within the cycle.");
  }
}

// A year is looked at each quarter: there is no one day to choose.
void check_look(CycleKind kind, std::optional<base::Day> chosen) {
  if (kind == CycleKind::annual && chosen)
    throw base::invalid("midcycle_on", "A year is looked at each quarter; these days follow from its start.");
}

void check_parent(db::Tx& tx, CycleRow const& cycle) {
  if (!cycle.parent_id) return;
  auto const parent = store::cycle(tx, *cycle.parent_id);
  if (!parent) throw base::invalid("parent_id", "There is no such cycle.");
  if (cycle.starts_on < parent->starts_on || parent->ends_on < cycle.ends_on) {
    throw base::invalid("parent_id", "A cycle must lie within its parent.");
  }
}

// What lies in a year stays in it.
void check_children(db::Tx& tx, CycleRow const& cycle) {
  for (auto const& child : store::cycles(tx)) {
    if (child.parent_id != cycle.id || child.ends_on <= cycle.ends_on) continue;
    throw base::invalid("ends_on", fmt::format("\"{}\" lies in this cycle and ends on {}: change that one first.",
                                               child.name, child.ends_on.to_string()));
  }
}

std::string names_of(std::vector<TeamName> const& teams) {
  std::string names;
  for (auto const& team : teams) names += (names.empty() ? "" : ", ") + team.name;
  return names;
}

void check_phase(db::Tx& tx, CycleRow const& row, Phase wanted, bool without_retros) {
  auto const step = static_cast<int>(wanted) - static_cast<int>(row.phase);
  if (step < -1 || step > 1) {
    throw base::conflict("phase_out_of_order",
                         "A cycle goes through planning, active, closing and closed one after the other.");
  }
  if (wanted != Phase::closed || row.phase == Phase::closed) return;
  if (auto const open = store::open_objectives(tx, row.id))
    throw base::conflict("objectives_open",
                         fmt::format("{} objectives of this cycle are still open. Close or cancel them first.", open));
  if (auto const missing = store::teams_without_retro(tx, row.id); !missing.empty() && !without_retros)
    throw base::conflict(
        "retros_missing",
        fmt::format("No retro yet: {}. Wait for it, or say that you close without it.", names_of(missing)));
}

// A retro looks back: before the last week of a cycle none is missing.
bool retros_are_due(Cycle const& cycle, base::Day today) {
  return cycle.phase == Phase::closing || cycle.phase == Phase::closed || today > cycle.ends_on - closing_days;
}

void tell_phase(events::Events const& events, db::Tx& tx, policy::Viewer const& viewer, CycleRow const& row) {
  if (row.phase == Phase::closing)
    events.announce(tx, happened.cycle_closing_begun, row.id, {.actor_id = viewer.person});
  if (row.phase == Phase::closed) events.announce(tx, happened.cycle_closed, row.id, {.actor_id = viewer.person});
}

std::vector<std::int64_t> histogram(std::vector<double> const& grades) {
  std::vector<std::int64_t> bars(11);
  for (double const grade : grades) ++bars[static_cast<std::size_t>(std::lround(std::clamp(grade, 0.0, 1.0) * 10))];
  return bars;
}

// Nothing while nobody has given a grade yet. [AIM-1]
std::vector<TeamGrades> team_grades_of(std::vector<store::TeamGradeRow> const& rows) {
  if (std::ranges::none_of(rows, [](auto const& row) { return row.grade.has_value(); })) return {};
  std::vector<TeamGrades> teams;
  std::vector<double> given;
  for (auto const& row : rows) {
    if (teams.empty() || teams.back().team.id != row.id) {
      teams.push_back({{row.id, row.name, row.kind}, {}});
      given.clear();
    }
    if (row.grade) given.push_back(*row.grade);
    teams.back().grades = given_grades(given, teams.back().grades.of + 1);
  }
  return teams;
}

}  // namespace

CycleList Cycles::list(db::Tx& tx, policy::Viewer const& viewer) const {
  auto const rows = store::cycles(tx);
  auto const current = current_of(rows, tx.today());
  CycleList all;
  for (auto const& row : rows) all.items.push_back(shown(row, viewer, tx.today(), row.id == current));
  if (runs_cycles(viewer)) all.next = next_quarter(rows, tx.today());
  return all;
}

Cycle Cycles::get(db::Tx& tx, policy::Viewer const& viewer, CycleId id) const {
  auto const row = row_of(tx, id);
  return shown(row, viewer, tx.today(), row.id == current_of(store::cycles(tx), tx.today()));
}

Cycle Cycles::current(db::Tx& tx, policy::Viewer const& viewer) const {
  auto const id = current_of(store::cycles(tx), tx.today());
  if (!id) throw base::not_found("There is no cycle yet. HR or the administrator can make the first one.");
  return shown(row_of(tx, *id), viewer, tx.today(), true);
}

Cycle Cycles::chosen(db::Tx& tx, policy::Viewer const& viewer, std::optional<CycleId> id) const {
  return id ? get(tx, viewer, *id) : current(tx, viewer);
}

Cycle Cycles::create(db::Tx& tx, policy::Viewer const& viewer, NewCycle const& wanted) const {
  check_look(wanted.kind, wanted.midcycle_on);
  auto const middle = wanted.starts_on + (wanted.ends_on - wanted.starts_on) / 2;
  CycleRow const row{tx.new_id<CycleId>(),
                     wanted.name,
                     wanted.kind,
                     wanted.parent_id,
                     wanted.starts_on,
                     wanted.ends_on,
                     wanted.midcycle_on.value_or(middle),
                     wanted.phase.value_or(Phase::planning),
                     wanted.cadence ? *wanted.cadence : usual_cadence(tx),
                     1};
  check_days(row);
  check_parent(tx, row);
  store::insert(tx, row);
  events_.announce(tx, happened.cycle_created, row.id, {.actor_id = viewer.person});
  return get(tx, viewer, row.id);
}

Cycle Cycles::change(db::Tx& tx, policy::Viewer const& viewer, CycleId id, std::int64_t seen,
                     CycleChange const& change) const {
  store::hold(tx, id);
  auto row = row_of(tx, id);
  if (row.version != seen) {
    auto problem = base::conflict("version_conflict", "This cycle was changed by somebody else meanwhile.");
    problem.current = json::text_of(get(tx, viewer, id));
    throw problem;
  }
  check_look(row.kind, change.midcycle_on);
  if (change.phase) check_phase(tx, row, *change.phase, change.without_retros.value_or(false));
  row.name = change.name.value_or(row.name);
  auto const ended_on = std::exchange(row.ends_on, change.ends_on.value_or(row.ends_on));
  row.midcycle_on = change.midcycle_on.value_or(std::min(row.midcycle_on, row.ends_on));
  row.cadence = change.cadence.value_or(row.cadence);
  auto const phase_before = std::exchange(row.phase, change.phase.value_or(row.phase));
  check_days(row);
  check_parent(tx, row);
  if (row.ends_on < ended_on) {
    check_children(tx, row);
    bring_within_(tx, viewer, id, row.ends_on, change.reason.value_or(""));
  }
  store::update(tx, row);
  events_.announce(tx, happened.cycle_changed, id, {.actor_id = viewer.person});
  if (row.phase != phase_before) tell_phase(events_, tx, viewer, row);
  return get(tx, viewer, id);
}

CycleCalendar Cycles::calendar(db::Tx& tx, policy::Viewer const& viewer, CycleId id) const {
  auto cycle = get(tx, viewer, id);
  auto const row = row_of(tx, id);
  auto entries = okr::calendar(row.kind, row.cadence, row.starts_on, row.midcycle_on, row.ends_on);
  return {std::move(cycle), tx.today(), std::move(entries)};
}

CycleSummary Cycles::summary(db::Tx& tx, policy::Viewer const& viewer, CycleId id) const {
  CycleSummary summary{};
  summary.cycle = get(tx, viewer, id);
  for (auto const& [state, count] : store::objectives_by_state(tx, viewer.person, id)) {
    summary.objectives += count;
    if (state == "draft") summary.drafts = count;
    if (state == "published") summary.open = count;
    if (state == "closed") summary.closed = count;
    if (state == "cancelled") summary.cancelled = count;
  }
  auto const grades = store::grades(tx, id);
  summary.grades = histogram(grades);
  summary.tally = tally(store::key_result_grades(tx, id));
  average_given(summary.tally, grades);
  summary.unmeasured = store::closed_unmeasured(tx, id);
  summary.team_grades = team_grades_of(store::team_grades(tx, id));
  summary.easy_signs = easy_signs_of_cycle(store::stretch_grades(tx, id));
  if (retros_are_due(summary.cycle, tx.today())) summary.retros_missing = store::teams_without_retro(tx, id);
  summary.teams_without_okrs = store::teams_without_okrs(tx, id);
  if (runs_cycles(viewer) && summary.cycle.phase == Phase::closing) {
    for (auto& row : store::still_open_in(tx, id))
      summary.still_open.push_back({row.id,
                                    std::move(row.title),
                                    std::move(row.owner),
                                    {row.accountable_id, std::move(row.accountable)},
                                    row.has_left});
  }
  return summary;
}

}  // namespace waymark::okr
