#include <algorithm>
#include <array>
#include <cmath>

#include "app/demo/story.hpp"

namespace waymark::app::demo {
namespace {

using okr::Direction;
using okr::Kind;

bool is_count(KeyResultRow const& row) {
  auto const whole = [](double value) { return value == std::floor(value); };
  return row.kind == Kind::milestones || row.kind == Kind::yes_no ||
         (whole(row.from) && whole(row.to) && whole(row.latest) && row.unit != "%");
}

// What was measured when `share` of the way to the newest value lay behind: quick at first, with some ups and downs.
double value_at(KeyResultRow const& row, double share, int week) {
  if (share >= 1) return row.latest;
  if (row.kind == Kind::yes_no) return 0;
  auto const wiggle = (dice(row.title, week + 40) - 50) / 100.0 * 0.12;
  auto const way = std::clamp(std::pow(share, 0.85) + wiggle, 0.0, 1.0);
  auto const value = row.from + (row.latest - row.from) * way;
  if (is_count(row)) return std::round(value);
  auto const steps = std::abs(row.to - row.from) >= 2 ? 10.0 : 100.0;
  return std::round(value * steps) / steps;
}

int confidence_at(KeyResultRow const& row, double value, double share, int week) {
  auto const way = row.kind == Kind::milestones
                       ? value / static_cast<double>(std::max<std::size_t>(1, row.milestones.size()))
                   : row.direction ? 0.5 * share
                                   : (value - row.from) / (row.to - row.from);
  auto const pace = std::max(0.1, 0.5 * share);
  return std::clamp(static_cast<int>(std::lround(3.5 + 3.5 * way / pace + (dice(row.title, week + 80) % 3 - 1))), 1,
                    10);
}

constexpr std::array<std::string_view, 8> what_happened{
    "A steady week; the measure moved as we thought it would.",
    "Less than planned: two people were at the customer.",
    "The first change shows. We measure again before we believe it.",
    "Lost two days to a late delivery.",
    "Tried the second idea; it is better than the first.",
    "Talked to the people who do the work and dropped one step.",
    "Nothing new to show yet, the work is under way.",
    "A good week: what we prepared last month came together.",
};
constexpr std::array<std::string_view, 6> what_next{
    "Go on as planned.",        "Repeat the measurement with the second shift.", "Decide with the team on Thursday.",
    "Roll it out to the rest.", "Ask the neighbours how they did it.",           "Look at the outliers one by one.",
};

}  // namespace

policy::Viewer Story::as(std::string_view key) const {
  using policy::Role;
  policy::Viewer viewer{.person = person(key),
                        .roles = {Role::employee},
                        .scopes = {policy::Scope::read, policy::Scope::write, policy::Scope::administer}};
  if (key == "hugo") viewer.roles.add(Role::hr);
  if (key == "sam") viewer.roles.add(Role::administrator);
  if (key == "iris") viewer.roles.add(Role::executive);
  if (key == "olga") viewer.roles.add(Role::auditor);
  return viewer;
}

okr::NewKeyResult Story::wanted(KeyResultRow const& row) const {
  auto const before =
      std::find_if(amendments().begin(), amendments().end(), [&](auto const& a) { return a.key_result == row.title; });
  auto const target = before == amendments().end() ? row.to : before->before;
  okr::NewKeyResult wanted;
  wanted.title = std::string{row.title};
  wanted.kind = row.kind;
  wanted.direction = row.direction;
  wanted.unit = std::string{row.unit};
  wanted.counter = std::string{row.counter};
  wanted.owner_id = person(row.owner);
  if (!row.kpi.empty()) wanted.kpi_id = okr::KpiId{kpis_.at(std::string{row.kpi}).value};
  if (row.kind == Kind::milestones) {
    for (auto const& title : row.milestones)
      wanted.milestones.push_back({.title = std::string{title}, .weight = {}, .due_on = {}});
  } else if (row.kind != Kind::yes_no) {
    wanted.baseline = row.from;
    wanted.target = target;
    if (row.commit) wanted.commit = *row.commit;
    if (row.stretch) wanted.stretch = *row.stretch;
  }
  return wanted;
}

void Story::write(db::Tx& tx, Stretch const& stretch, ObjectiveRow const& row) {
  okr::NewObjective wanted_objective;
  wanted_objective.cycle_id = cycles_.at(stretch.name);
  if (row.team.empty()) {
    wanted_objective.person_id = person(row.person);
  } else {
    wanted_objective.team_id = teams_.at(std::string{row.team});
  }
  wanted_objective.accountable_id = person(row.person);
  wanted_objective.title = std::string{row.title};
  wanted_objective.why = std::string{row.why};
  wanted_objective.ambition = row.ambition;
  if (!row.parent.empty()) wanted_objective.parent_id = objectives_.at(std::string{row.parent});
  for (auto const& key_result : row.key_results) wanted_objective.key_results.push_back(wanted(key_result));
  wanted_objective.publish = true;
  auto const id = product_.okr.writing.create(tx, as(row.person), wanted_objective);
  objectives_[std::string{row.title}] = id;
  for (auto const& key_result : product_.okr.pages.get(tx, as(row.person), id).key_results) {
    key_results_[key_result.title] = key_result.id;
    team_of_[key_result.title] = row.team;
  }
}

void Story::check_in(db::Tx& tx, KeyResultRow const& row, int week, double share, bool newest) {
  auto const id = key_results_.at(std::string{row.title});
  auto const value = value_at(row, share, week);
  okr::NewCheckIn said;
  if (row.kind == Kind::milestones) {
    auto const milestones =
        product_.okr.pages.get(tx, as(row.owner), product_.okr.key_results.get(tx, as(row.owner), id).objective_id)
            .milestones;
    for (auto const& milestone : milestones) {
      if (milestone.key_result_id == id && said.reached.size() < static_cast<std::size_t>(value))
        said.reached.push_back(milestone.id);
    }
  } else if (row.kpi.empty()) {
    said.value = value;
  }
  said.confidence = confidence_at(row, value, share, week);
  said.what_happened = std::string{newest ? row.happened : what_happened[dice(row.title, week) % what_happened.size()]};
  said.what_next = std::string{newest ? row.next : what_next[dice(row.title, week + 1) % what_next.size()]};
  if (newest && !row.help.empty()) said.help_needed = std::string{row.help};
  auto const made = product_.okr.check_ins.create(tx, as(row.owner), id, said);
  if (!newest && dice(row.title, week + 20) < 60) acknowledge(tx, row, made.id);
}

// The lead of the team reads it; what the lead wrote is read by Iris.
void Story::acknowledge(db::Tx& tx, KeyResultRow const& row, okr::CheckInId id) {
  auto const team = std::find_if(teams().begin(), teams().end(),
                                 [&](auto const& t) { return t.name == team_of_.at(std::string{row.title}); });
  if (team == teams().end()) return;
  product_.okr.check_ins.acknowledge(tx, as(team->lead == row.owner ? "iris" : team->lead), id);
}

}  // namespace waymark::app::demo
