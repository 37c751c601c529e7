#include "okr/overview/timeline.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/base/problem.hpp"
#include "okr/cycle/calendar.hpp"
#include "okr/cycle/cycle_store.hpp"

namespace waymark::okr {
namespace {

using Days = std::unordered_map<ObjectiveId, std::vector<base::Day>>;

Days due_days(db::Tx& tx, CycleId cycle) {
  Days days;
  for (auto const& row : store::due_days(tx, cycle)) days[row.objective_id].push_back(row.day);
  return days;
}

Days check_in_days(db::Tx& tx, CycleId cycle) {
  Days days;
  for (auto const& row : store::check_in_days(tx, cycle))
    days[row.objective_id].push_back(base::Day{static_cast<std::int32_t>(row.day)});
  return days;
}

// From its publication, or the start of the cycle, until it was closed, or the last of its key results is due.
TimelineBar bar_of(store::BarRow const& row, Days& due, Days& checked_in, store::CycleRow const& cycle) {
  TimelineBar bar{};
  bar.objective_id = row.objective_id;
  bar.due_on = std::move(due[row.objective_id]);
  bar.checked_in_on = std::move(checked_in[row.objective_id]);
  auto const began = row.published_at ? base::day_of(*row.published_at) : cycle.starts_on;
  auto const planned = bar.due_on.empty() ? cycle.ends_on : bar.due_on.back();
  bar.ends_on = row.closed_at ? base::day_of(*row.closed_at) : planned;
  bar.starts_on = std::min(std::max(began, cycle.starts_on), bar.ends_on);
  return bar;
}

}  // namespace

CycleTimeline timeline(db::Tx& tx, policy::Viewer const& viewer, CycleId id) {
  auto const cycle = store::cycle(tx, id);
  if (!cycle) throw base::not_found("There is no such cycle.");
  auto due = due_days(tx, id);
  auto checked_in = check_in_days(tx, id);
  auto const days = looks(cycle->kind, cycle->starts_on, cycle->midcycle_on, cycle->ends_on);
  CycleTimeline line{cycle->starts_on, cycle->ends_on, next_look(days, tx.today()), tx.today(), {}};
  for (auto const& row : store::bars(tx, viewer.person, id)) line.items.push_back(bar_of(row, due, checked_in, *cycle));
  return line;
}

}  // namespace waymark::okr
