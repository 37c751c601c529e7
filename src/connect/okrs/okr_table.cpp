#include "connect/okrs/okr_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>

#include "connect/csv/cells.hpp"

namespace waymark::connect {
namespace {

constexpr std::array<std::string_view, 41> header = {"cycle",
                                                     "cycle_start",
                                                     "cycle_end",
                                                     "level",
                                                     "team",
                                                     "owner",
                                                     "accountable",
                                                     "key",
                                                     "parent_key",
                                                     "parent_objective",
                                                     "objective",
                                                     "why",
                                                     "ambition",
                                                     "state",
                                                     "score",
                                                     "parent_key_result_key",
                                                     "parent_key_result",
                                                     "key_result_key",
                                                     "key_result",
                                                     "key_result_owner",
                                                     "key_result_score",
                                                     "kind",
                                                     "measured",
                                                     "direction",
                                                     "baseline",
                                                     "baseline_on",
                                                     "target",
                                                     "change_percent",
                                                     "low",
                                                     "high",
                                                     "commit",
                                                     "stretch",
                                                     "unit",
                                                     "current",
                                                     "weight",
                                                     "confidence",
                                                     "since",
                                                     "due",
                                                     "indicator",
                                                     "counter",
                                                     "milestones"};

/// One row, filled by names of columns.
class Line {
 public:
  void set(std::string_view column, std::string text) {
    auto const place = std::find(header.begin(), header.end(), column);
    cells_[static_cast<std::size_t>(place - header.begin())] = std::move(text);
  }
  void set(std::string_view column, std::optional<double> value) {
    if (value) set(column, number_text(*value));
  }

  std::vector<std::string> cells() && { return std::move(cells_); }

 private:
  std::vector<std::string> cells_{header.size()};
};

std::string_view level_text(okr::PlannedObjective const& objective) {
  if (objective.level == okr::ObjectiveLevel::company) return "company";
  if (objective.level == okr::ObjectiveLevel::person) return "individual";
  return objective.of_department ? "department" : "team";
}

template <class E>
std::string described(std::optional<E> value) {
  return value ? boost::describe::enum_to_string(*value, "") : "";
}

void set_objective(Line& line, okr::Plan const& plan, okr::PlannedObjective const& objective) {
  auto const& cycle = plan.cycles[objective.cycle];
  line.set("cycle", cycle.name);
  line.set("cycle_start", cycle.first.to_string());
  line.set("cycle_end", cycle.last.to_string());
  line.set("level", std::string(level_text(objective)));
  line.set("team", objective.team);
  line.set("owner", objective.owner);
  line.set("accountable", objective.accountable);
  line.set("key", objective.key);
  line.set("objective", objective.title);
  line.set("why", objective.why);
  line.set("ambition", described(objective.ambition));
  line.set("state", described(objective.state));
  line.set("score", objective.score);
}

void set_parent(Line& line, okr::Plan const& plan, okr::PlannedLink const& link) {
  auto const& parent = plan.objectives[link.parent];
  line.set("parent_key", parent.key);
  line.set("parent_objective", parent.title);
  if (!link.parent_key_result) return;
  line.set("parent_key_result_key", parent.key_results[*link.parent_key_result].key);
  line.set("parent_key_result", parent.key_results[*link.parent_key_result].title);
}

void set_measure(Line& line, okr::PlannedKeyResult const& result) {
  auto const& measure = result.measure;
  line.set("kind", described(std::optional{measure.kind}));
  line.set("measured", std::string(result.measured ? "yes" : "no"));
  line.set("direction", described(std::optional{measure.direction}));
  line.set("baseline", measure.baseline);
  if (result.baseline_on) line.set("baseline_on", result.baseline_on->to_string());
  if (!measure.change_percent || measure.baseline) line.set("target", measure.target);
  line.set("change_percent", measure.change_percent);
  line.set("low", measure.low);
  line.set("high", measure.high);
  line.set("unit", result.unit);
}

std::string milestones_text(std::vector<okr::PlannedMilestone> const& milestones) {
  std::string text;
  for (auto const& [title, weight, reached] : milestones) {
    text += fmt::format("{}{} {} {}", text.empty() ? "" : "\n", reached ? "reached" : "open", weight, title);
  }
  return text;
}

void set_key_result(Line& line, okr::PlannedKeyResult const& result) {
  line.set("key_result_key", result.key);
  line.set("key_result", result.title);
  line.set("key_result_owner", result.owner);
  line.set("key_result_score", result.score);
  set_measure(line, result);
  line.set("commit", result.measure.commit);
  line.set("stretch", result.measure.stretch);
  line.set("current", result.current);
  line.set("weight", result.weight);
  if (result.confidence) line.set("confidence", std::to_string(*result.confidence));
  if (result.since) line.set("since", result.since->to_string());
  if (result.due) line.set("due", result.due->to_string());
  line.set("indicator", described(result.indicator));
  line.set("counter", result.counter);
  line.set("milestones", milestones_text(result.milestones));
}

}  // namespace

Table okr_table(okr::Plan const& plan) {
  Table table{{header.begin(), header.end()}, {}};
  std::vector<std::vector<okr::PlannedLink const*>> links(plan.objectives.size());
  for (auto const& link : plan.links) links[link.child].push_back(&link);
  for (std::size_t i = 0; i < plan.objectives.size(); ++i) {
    auto const& objective = plan.objectives[i];
    auto const rows = std::max({std::size_t{1}, objective.key_results.size(), links[i].size()});
    for (std::size_t row = 0; row < rows; ++row) {
      Line line;
      set_objective(line, plan, objective);
      if (!links[i].empty()) set_parent(line, plan, *links[i][row < links[i].size() ? row : 0]);
      if (row < objective.key_results.size()) set_key_result(line, objective.key_results[row]);
      table.rows.push_back({0, std::move(line).cells()});
    }
  }
  return table;
}

}  // namespace waymark::connect
