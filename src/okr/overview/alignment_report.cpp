#include "okr/overview/alignment_report.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "okr/cycle/cycle_store.hpp"
#include "okr/overview/cycle_graph.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

using Nodes = std::unordered_map<ObjectiveId, GraphNode const*>;
using Kinds = std::unordered_map<TeamId, people::TeamKind>;

void count(AlignmentFigures& figures, GraphNode const& node) {
  ++figures.objectives;
  figures.from_below += node.from_below;
  if (node.parent_id) {
    ++figures.supporting;
  } else if (node.level != ObjectiveLevel::company) {
    ++figures.alone;
  }
}

ReportLevel level_of(GraphNode const& node, Kinds const& kinds) {
  if (node.level == ObjectiveLevel::company) return ReportLevel::company;
  if (node.level == ObjectiveLevel::person) return ReportLevel::person;
  auto const kind = kinds.find(*node.team_id);
  return kind != kinds.end() && kind->second == people::TeamKind::department ? ReportLevel::department
                                                                             : ReportLevel::team;
}

bool have_one_owner(GraphNode const& a, GraphNode const& b) {
  return a.team_id == b.team_id && a.person_id == b.person_id;
}

// The teams that have a link with somebody else.
std::unordered_set<TeamId> linked_teams(CycleGraph const& graph, Nodes const& settled) {
  std::unordered_set<TeamId> linked;
  auto const keep = [&](GraphNode const& node) {
    if (node.team_id) linked.insert(*node.team_id);
  };
  for (auto const* edges : {&graph.supports, &graph.dependencies}) {
    for (auto const& edge : *edges) {
      auto const from = settled.find(edge.from);
      auto const to = settled.find(edge.to);
      if (from == settled.end() || to == settled.end() || have_one_owner(*from->second, *to->second)) continue;
      keep(*from->second);
      keep(*to->second);
    }
  }
  // What lies in the cycle above is on no edge of the graph.
  std::unordered_set<ObjectiveId> here;
  for (auto const& node : graph.nodes) here.insert(node.id);
  for (auto const& [id, node] : settled) {
    if (node->parent_id && !here.contains(*node->parent_id)) keep(*node);
  }
  return linked;
}

}  // namespace

AlignmentReport report_of(CycleGraph const& graph, CycleName cycle, std::span<TeamName const> teams) {
  Nodes settled;
  Kinds kinds;
  std::unordered_map<TeamId, AlignmentFigures> by_team;
  for (auto const& team : teams) kinds[team.id] = team.kind;
  AlignmentReport report{std::move(cycle), {}, {}, {}};
  for (auto const level : {ReportLevel::company, ReportLevel::department, ReportLevel::team, ReportLevel::person})
    report.levels.push_back({{}, level});
  for (auto const& node : graph.nodes) {
    if (!is_settled(node.state)) continue;
    settled[node.id] = &node;
    count(report.levels[static_cast<std::size_t>(level_of(node, kinds))], node);
    if (node.team_id && node.level != ObjectiveLevel::company) count(by_team[*node.team_id], node);
  }
  auto const linked = linked_teams(graph, settled);
  for (auto const& team : teams) {
    if (auto const own = by_team.find(team.id); own != by_team.end())
      report.teams.push_back({own->second, team, !linked.contains(team.id)});
  }
  for (auto const id : graph.unsupported) report.unsupported.push_back({id, settled.at(id)->title});
  return report;
}

std::vector<rest::Route> alignment_report_routes() {
  return {rest::get("/api/v1/cycles/{cycle}/alignment", policy::signed_in,
                    "Counts by level and by team how many objectives of a cycle support one above, and which teams "
                    "stand for themselves.",
                    [](rest::Call<> const& c) {
                      auto const id = c.id<CycleId>("cycle");
                      auto const graph = cycle_graph(c.tx, c.viewer, id);
                      return report_of(graph, {id, store::cycle(c.tx, id)->name}, people::all_teams(c.tx));
                    })};
}

}  // namespace waymark::okr
