#include "okr/key_result/cycle_days.hpp"

#include <fmt/format.h>

#include <ranges>

#include "core/base/problem.hpp"
#include "okr/key_result/milestones.hpp"
#include "okr/objective/changes.hpp"
#include "okr/objective/news.hpp"

namespace waymark::okr {
namespace {

using store::LateRow;

constexpr std::size_t most_named = 5;

std::string named(std::vector<LateRow> const& rows) {
  std::string names;
  for (auto const& row : rows | std::views::take(most_named))
    names += fmt::format("{}\"{}\" ({})", names.empty() ? "" : ", ", row.title, row.due_on.to_string());
  return rows.size() > most_named ? fmt::format("{} and {} more", names, rows.size() - most_named) : names;
}

void move(db::Tx& tx, ChangeKeeper const& keep, LateRow const& row, base::Day ends_on) {
  if (row.milestone_id) {
    keep.follows(row.key_result_id, "milestones", dated(row.title, row.due_on), dated(row.title, ends_on));
    return store::be_due_on(tx, *row.milestone_id, ends_on);
  }
  keep.follows(row.key_result_id, "due_on", row.due_on.to_string(), ends_on.to_string());
  store::be_due_with_cycle(tx, row.key_result_id);
}

}  // namespace

void bring_within(db::Tx& tx, events::Events const& events, policy::Viewer const& viewer, CycleId cycle,
                  base::Day ends_on, std::string const& reason) {
  auto const late = store::due_behind(tx, cycle, ends_on);
  if (late.empty()) return;
  if (reason.empty())
    throw base::invalid("reason", fmt::format("Due later than that: {}. Say in a few words why the cycle ends earlier; "
                                              "they are then due on its last day.",
                                              named(late)));
  for (auto const& row : late) {
    move(tx, {tx, viewer, row.objective_id, row.state, reason}, row, ends_on);
    if (row.state == State::published)
      announce(events, tx, happened.key_result_changed, row.key_result_id, row.objective_id,
               relation_to(tx, viewer, row.objective_id), viewer);
  }
}

}  // namespace waymark::okr
