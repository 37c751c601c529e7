#include "okr/key_result/milestones.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/key_result/new_measure.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr {
namespace {

using Lines = std::vector<MilestoneLine>;

bool is_one_of(Lines const& lines, MilestoneId id) {
  return std::ranges::find(lines, id, &MilestoneLine::id) != lines.end();
}

void check(store::KeyResultRow const& key_result, Lines const& before, std::vector<MilestoneChange> const& wanted) {
  if (key_result.kind != Kind::milestones)
    throw base::invalid("milestones", "Only a key result of kind milestones has them.");
  if (wanted.empty()) throw base::invalid("milestones", "Name the milestones that count.");
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    check_milestone_weight(wanted[i].weight, fmt::format("milestones[{}]", i));
    if (wanted[i].id && !is_one_of(before, *wanted[i].id))
      throw base::invalid(fmt::format("milestones[{}].id", i), "This is no milestone of this key result.");
  }
}

void write(db::Tx& tx, KeyResultId key_result, Lines const& before, std::vector<MilestoneChange> const& wanted) {
  for (auto const& line : before) {
    auto const stays = std::ranges::any_of(wanted, [&](auto const& one) { return one.id == line.id; });
    if (!stays) store::remove_milestone(tx, line.id);
  }
  std::int64_t position = 0;
  for (auto const& one : wanted) {
    if (one.id) {
      store::update_milestone(tx, *one.id, one, position++);
    } else {
      store::insert_milestone(tx, key_result, {one.title, one.weight, one.due_on}, position++);
    }
  }
}

// "Rooms, Boxes × 2": what counts, and how much where it is not as much as the others.
std::string weighted(Lines const& lines) {
  std::string text;
  for (auto const& line : lines) {
    text += (text.empty() ? "" : ", ") + line.title;
    if (line.weight != 1) text += fmt::format(" × {}", line.weight);
  }
  return text;
}

// A moved day is asked what a moved day of the key result is asked.
void keep_days(ChangeKeeper const& keep, KeyResultId key_result, Lines const& before, Lines const& after) {
  for (auto const& line : after) {
    auto const was = std::ranges::find(before, line.id, &MilestoneLine::id);
    if (was == before.end() || was->due_on == line.due_on) continue;
    keep.allow("due_on");
    keep.follows(key_result, "milestones", dated(was->title, was->due_on), dated(line.title, line.due_on));
  }
}

}  // namespace

std::string dated(std::string const& title, std::optional<base::Day> due_on) {
  return due_on ? fmt::format("{}, {}", title, due_on->to_string()) : title;
}

std::optional<double> renew_milestones(db::Tx& tx, ChangeKeeper const& keep, store::KeyResultRow const& key_result,
                                       std::vector<MilestoneChange> const& wanted) {
  auto const before = store::milestones_of(tx, key_result.id);
  check(key_result, before, wanted);
  write(tx, key_result.id, before, wanted);
  auto const after = store::milestones_of(tx, key_result.id);
  keep.of(key_result.id, "milestones", weighted(before), weighted(after));
  keep_days(keep, key_result.id, before, after);
  if (!key_result.current) return std::nullopt;
  std::vector<Milestone> steps;
  for (auto const& line : after) steps.push_back({line.weight, line.reached_at.has_value()});
  return milestone_share(steps);
}

}  // namespace waymark::okr
