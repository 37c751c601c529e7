#include "okr/rules/graph.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace waymark::okr {
namespace {

using Id = std::int64_t;

std::vector<Link> sorted(std::span<Link const> links) {
  std::vector<Link> copy(links.begin(), links.end());
  std::ranges::sort(copy);
  return copy;
}

std::vector<Link> reversed(std::span<Link const> links) {
  std::vector<Link> copy;
  copy.reserve(links.size());
  for (auto const& link : links) copy.push_back({link.to, link.from});
  std::ranges::sort(copy);
  return copy;
}

std::span<Link const> links_of(std::vector<Link> const& index, Id id) {
  return {std::ranges::lower_bound(index, id, {}, &Link::from), std::ranges::upper_bound(index, id, {}, &Link::from)};
}

// Visits depth-first what can be reached from `start` and is not yet in `seen`, and calls `leave` with each id after
// all that lies behind it. Without recursion: a chain can be as long as the list of links.
template <class Leave>
void walk(std::vector<Link> const& index, Id start, std::unordered_set<Id>& seen, Leave leave) {
  struct Step {
    Id id;
    std::span<Link const> rest;
  };
  if (!seen.insert(start).second) return;
  std::vector<Step> path{{start, links_of(index, start)}};
  while (!path.empty()) {
    auto& [id, rest] = path.back();
    if (rest.empty()) {
      leave(id);
      path.pop_back();
      continue;
    }
    Id const next = rest.front().to;
    rest = rest.subspan(1);
    if (seen.insert(next).second) path.push_back({next, links_of(index, next)});
  }
}

// Number of ids on the longest chain that starts here; a link back into the chain does not count.
int longest_chain(std::vector<Link> const& index, Id start) {
  std::unordered_map<Id, int> chain;
  std::unordered_set<Id> seen;
  walk(index, start, seen, [&](Id id) {
    int behind = 0;
    for (auto const& link : links_of(index, id)) {
      auto const known = chain.find(link.to);
      if (known != chain.end()) behind = std::max(behind, known->second);
    }
    chain[id] = behind + 1;
  });
  return chain[start];
}

}  // namespace

Graph::Graph(std::span<Link const> links) : up_(sorted(links)), down_(reversed(links)) {}

bool Graph::reaches(Id from, Id to) const {
  std::unordered_set<Id> seen;
  walk(up_, from, seen, [](Id) {});
  return seen.contains(to);
}

int Graph::level(Id id) const {
  return longest_chain(up_, id);
}

int Graph::levels_below(Id id) const {
  return longest_chain(down_, id);
}

int Graph::levels_through(Link link) const {
  return longest_chain(down_, link.from) + longest_chain(up_, link.to);
}

// Kosaraju: walked against the links in reverse order of leaving, each walk finds exactly those that reach each other.
std::vector<Id> Graph::in_loops() const {
  std::vector<Id> left;
  std::unordered_set<Id> seen;
  for (auto const& link : up_) walk(up_, link.from, seen, [&](Id id) { left.push_back(id); });

  std::vector<Id> looped;
  seen.clear();
  for (auto id = left.rbegin(); id != left.rend(); ++id) {
    std::vector<Id> together;
    walk(down_, *id, seen, [&](Id member) { together.push_back(member); });
    bool const waits_for_itself = std::ranges::binary_search(up_, Link{*id, *id});
    if (together.size() > 1 || waits_for_itself) std::ranges::copy(together, std::back_inserter(looped));
  }
  std::ranges::sort(looped);
  return looped;
}

bool would_loop(std::span<Link const> links, Id from, Id to) {
  return Graph(links).reaches(to, from);
}

std::vector<Id> orphans(std::span<Id const> ids, std::span<Link const> links) {
  std::unordered_set<Id> supporting;
  for (auto const& link : links) supporting.insert(link.from);
  std::vector<Id> alone;
  std::ranges::copy_if(ids, std::back_inserter(alone), [&](Id id) { return !supporting.contains(id); });
  return alone;
}

}  // namespace waymark::okr
