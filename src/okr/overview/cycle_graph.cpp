#include "okr/overview/cycle_graph.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/base/problem.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/objective/authorship.hpp"
#include "okr/objective/writers.hpp"
#include "okr/overview/graph_store.hpp"
#include "okr/rules/graph.hpp"
#include "okr/rules/pace.hpp"

namespace waymark::okr {
namespace {

using States = std::unordered_map<ObjectiveId, State>;
using Parts = std::unordered_map<ObjectiveId, std::vector<store::PartRow>>;

KeyResultFacts facts_of(store::PartRow const& part, store::NodeRow const& node) {
  KeyResultFacts facts{};
  facts.measure = {part.kind, part.direction,     part.baseline, part.target, part.low, part.high, {},
                   {},        part.change_percent};
  facts.ambition = node.ambition;
  facts.cadence = node.cadence;
  facts.start = pace_start({node.starts_on, base::day_of(node.published_at.value_or(node.starts_on.start_ms())),
                            base::day_of(part.created_at), part.paced_from, part.baseline_on});
  facts.due = part.due_on.value_or(node.ends_on);
  facts.known = base::day_of(std::max({part.created_at, node.published_at.value_or(0), node.reopened_at.value_or(0)}));
  facts.current = part.current;
  if (part.confidence) facts.confidence = static_cast<int>(*part.confidence);
  if (part.last_news_at) facts.last_news = base::day_of(*part.last_news_at);
  return facts;
}

// Only links with both ends on the graph: a draft may be hidden, and the other end may lie in another cycle.
std::vector<GraphEdge> edges_of(std::vector<store::EdgeRow> const& rows, States const& shown) {
  std::vector<GraphEdge> edges;
  edges.reserve(rows.size());
  for (auto const& row : rows) {
    if (shown.contains(row.from) && shown.contains(row.to))
      edges.push_back({row.from, row.to, row.key_result_id, row.primary});
  }
  return edges;
}

std::vector<Link> primary_links(std::vector<store::EdgeRow> const& rows) {
  std::vector<Link> links;
  for (auto const& row : rows) {
    if (row.primary) links.push_back({row.from.value, row.to.value});
  }
  return links;
}

// Parts grouped by objective, as they come out of the query.
Parts grouped(std::vector<store::PartRow>&& parts) {
  Parts groups;
  for (auto& part : parts) groups[part.objective_id].push_back(std::move(part));
  return groups;
}

// How the parts stand together; a draft and what was cancelled are not judged, what is closed stands as it ended.
void judge(GraphNode& node, store::NodeRow const& row, std::vector<store::PartRow> const& parts, base::Day today) {
  std::vector<Part> judged;
  std::vector<Weighted> expected;
  for (auto const& part : parts) {
    auto const facts = facts_of(part, row);
    judged.push_back({standing(facts, today), part.weight});
    if (facts.current && progress(facts.measure, *facts.current))
      expected.push_back({expected_progress(facts.measure, facts.start, facts.due, today), part.weight});
  }
  if (is_open(row.state)) node.expected_progress = objective_progress(expected);
  if (row.state == State::cancelled) node.status = Status::cancelled;
  if (row.state == State::closed) node.status = ended(row.grade, row.ambition, row.learned);
  if (row.state == State::draft)
    node.reasons = standing_of_draft(row.starts_on, base::day_of(row.created_at), today).reasons;
  if (row.state != State::published) return;
  auto together = standing(judged);
  node.status = together.status;
  node.days_late = together.days_late;
  node.reasons = std::move(together.reasons);
}

bool is_from_below(store::NodeRow const& row, Leads const& leads) {
  return okr::is_from_below({row.level, row.team_id, row.person_id, row.author, row.imported, row.author_is_member},
                            leads);
}

GraphNode node_of(store::NodeRow const& row, std::vector<store::PartRow> const& parts, base::Day today) {
  GraphNode node{};
  node.id = row.id;
  node.title = row.title;
  node.level = row.level;
  node.team_id = row.team_id;
  node.person_id = row.person_id;
  node.shown_in = row.shown_in;
  node.accountable = {row.accountable_id, row.accountable_name};
  node.accountable_left = row.accountable_left;
  node.state = row.state;
  node.progress = row.progress;
  node.grade = row.grade;
  node.status = Status::no_news;
  for (auto const& part : parts) node.key_results.push_back({part.title, part.restated});
  node.version = row.version;
  judge(node, row, parts, today);
  return node;
}

// A chain is counted inside the cycle: what a quarter has in the annual plan is no level of it.
void add_chains(CycleGraph& graph, std::vector<store::EdgeRow> const& supports, States const& shown) {
  auto links = primary_links(supports);
  std::unordered_map<std::int64_t, std::int64_t> parents;
  for (auto const& link : links) parents[link.from] = link.to;
  std::erase_if(links, [&](Link const& link) {
    return !shown.contains(ObjectiveId{link.from}) || !shown.contains(ObjectiveId{link.to});
  });
  Graph const chains{links};
  for (auto& node : graph.nodes) {
    auto const parent = parents.find(node.id.value);
    if (parent != parents.end()) node.parent_id = ObjectiveId{parent->second};
    node.depth = chains.level(node.id.value);
    if (node.depth > graph.levels_most) graph.too_deep.push_back(node.id);
  }
}

// A draft fills no gap, as nobody else can see it. [OKR-23]
void add_gaps(CycleGraph& graph, std::vector<store::EdgeRow> const& supports, States const& shown) {
  std::unordered_set<ObjectiveId> supporting;
  std::unordered_set<ObjectiveId> supported;
  for (auto const& edge : supports) {
    auto const child = shown.find(edge.from);
    if (child == shown.end() || !is_settled(child->second)) continue;
    supporting.insert(edge.from);
    supported.insert(edge.to);
  }
  for (auto const& node : graph.nodes) {
    if (!is_settled(node.state)) continue;
    if (node.level == ObjectiveLevel::company) {
      if (!supported.contains(node.id)) graph.unsupported.push_back(node.id);
    } else if (!supporting.contains(node.id)) {
      graph.orphans.push_back(node.id);
    }
  }
}

struct OfTeam {
  std::vector<std::optional<double>> own;
  std::vector<std::optional<double>> of_people;
  int published = 0;
  int drafts = 0;
};

std::map<TeamId, OfTeam> by_team(std::vector<GraphNode> const& nodes) {
  std::map<TeamId, OfTeam> teams;
  for (auto const& node : nodes) {
    if (!node.shown_in) continue;
    auto& team = teams[*node.shown_in];
    if (is_settled(node.state))
      (node.team_id ? team.own : team.of_people).push_back(counts_as(node.progress, node.grade));
    if (node.team_id && node.state == State::published) ++team.published;
    if (node.team_id && node.state == State::draft) ++team.drafts;
  }
  return teams;
}

using LimitsOf = std::function<Limits(TeamId)>;

void add_teams(CycleGraph& graph, LimitsOf const& limits) {
  for (auto const& [id, team] : by_team(graph.nodes)) {
    TeamProgress line{id,
                      std::ssize(team.own),
                      progress_together(team.own),
                      std::ssize(team.of_people),
                      progress_together(team.of_people),
                      {}};
    if (limits && team.published + team.drafts > 0)
      line.advice = about_objective_count(team.published, team.drafts, limits(id));
    graph.team_figures.push_back(std::move(line));
  }
}

}  // namespace

CycleGraph cycle_graph(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle) {
  auto const at = store::cycle(tx, cycle);
  if (!at) throw base::not_found("There is no such cycle.");
  auto const rows = store::nodes(tx, viewer.person, cycle);
  auto const parts = grouped(store::parts(tx, cycle));
  static std::vector<store::PartRow> const none;
  CycleGraph graph{};
  graph.levels_most = depth(tx).most;
  States shown;
  auto const leads = leads_of(tx);
  auto const concerning = store::concerning(tx, viewer, cycle);
  for (auto const& row : rows) {
    auto const own = parts.find(row.id);
    graph.nodes.push_back(node_of(row, own == parts.end() ? none : own->second, tx.today()));
    graph.nodes.back().from_below = is_from_below(row, leads);
    if (is_open(row.state) && concerning.contains(row.id)) graph.nodes.back().may.push_back("edit");
    shown[row.id] = row.state;
  }
  auto const supports = store::support_edges(tx, cycle);
  graph.supports = edges_of(supports, shown);
  graph.dependencies = edges_of(store::dependency_edges(tx, cycle), shown);
  add_chains(graph, supports, shown);
  add_gaps(graph, supports, shown);
  auto const limits_of = [&](TeamId team) { return objective_limits(tx, level_of(tx, {team, {}})); };
  add_teams(graph, at->phase == Phase::closed ? LimitsOf{} : limits_of);
  return graph;
}

}  // namespace waymark::okr
