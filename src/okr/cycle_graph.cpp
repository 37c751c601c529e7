#include <unordered_map>
#include <unordered_set>

#include "core/base/problem.hpp"
#include "okr/alignment.hpp"
#include "okr/alignment_store.hpp"
#include "okr/cycle_store.hpp"

namespace waymark::okr {
namespace {

KeyResultFacts facts_of(store::PartRow const& part, store::NodeRow const& node) {
  KeyResultFacts facts{};
  facts.measure = {part.kind, part.direction, part.baseline, part.target, part.low, part.high, {}, {}};
  facts.ambition = node.ambition;
  facts.cadence = node.cadence;
  facts.start = node.starts_on;
  facts.due = part.due_on.value_or(node.ends_on);
  facts.current = part.current;
  if (part.confidence) facts.confidence = static_cast<int>(*part.confidence);
  if (part.last_news_at) facts.last_news = base::day_of(*part.last_news_at);
  facts.closed = node.state == State::closed;
  return facts;
}

std::vector<GraphEdge> edges_of(std::vector<store::EdgeRow> const& rows) {
  std::vector<GraphEdge> edges;
  edges.reserve(rows.size());
  for (auto const& row : rows) edges.push_back({row.from, row.to, row.key_result_id, row.primary});
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
std::unordered_map<ObjectiveId, std::vector<store::PartRow>> grouped(std::vector<store::PartRow>&& parts) {
  std::unordered_map<ObjectiveId, std::vector<store::PartRow>> groups;
  for (auto& part : parts) groups[part.objective_id].push_back(std::move(part));
  return groups;
}

GraphNode node_of(store::NodeRow const& row, std::vector<store::PartRow> const& parts, Graph const& chains,
                  base::Day today) {
  std::vector<Part> judged;
  for (auto const& part : parts) {
    auto const one = standing(facts_of(part, row), today);
    judged.push_back({one.status, part.weight, one.days_late});
  }
  auto const status = row.state == State::closed ? Status::done : standing(judged).status;
  return {row.id,
          row.title,
          row.level,
          row.team_id,
          row.person_id,
          row.state,
          row.progress,
          status,
          static_cast<std::int64_t>(parts.size()),
          chains.level(row.id.value)};
}

}  // namespace

CycleGraph Alignment::graph(db::Tx& tx, policy::Viewer const&, CycleId cycle) const {
  if (!store::cycle(tx, cycle)) throw base::not_found("There is no such cycle.");
  auto const rows = store::nodes(tx, cycle);
  auto const parts = grouped(store::parts(tx, cycle));
  auto const supports = store::support_edges(tx, cycle);
  auto const links = primary_links(supports);
  Graph const chains{links};
  std::unordered_set<ObjectiveId> supporting;
  std::unordered_set<ObjectiveId> supported;
  for (auto const& edge : supports) {
    supporting.insert(edge.from);
    supported.insert(edge.to);
  }
  CycleGraph graph;
  static std::vector<store::PartRow> const none;
  for (auto const& row : rows) {
    auto const own = parts.find(row.id);
    auto& node = graph.nodes.emplace_back(node_of(row, own == parts.end() ? none : own->second, chains, tx.today()));
    if (row.level == ObjectiveLevel::company) {
      if (!supported.contains(row.id)) graph.unsupported.push_back(row.id);
    } else if (!supporting.contains(row.id)) {
      graph.orphans.push_back(row.id);
    }
    if (node.depth >= deep_level) graph.too_deep.push_back(row.id);
  }
  graph.supports = edges_of(supports);
  graph.dependencies = edges_of(store::dependency_edges(tx, cycle));
  return graph;
}

}  // namespace waymark::okr
