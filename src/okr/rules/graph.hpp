#pragma once

#include <cstdint>
#include <span>
#include <vector>

// The shape of links between objectives. A link to a key result is given as a link to its objective.
namespace waymark::okr {

// `from` supports `to`, or waits for it.
struct Link {
  std::int64_t from = 0;
  std::int64_t to = 0;

  auto operator<=>(Link const&) const = default;
};

// An index over links: made once in O(n log n), asked often. Levels terminate also where the links hold a loop.
class Graph {
 public:
  explicit Graph(std::span<Link const> links);

  // True when `to` can be reached from `from`, or is the same.
  bool reaches(std::int64_t from, std::int64_t to) const;

  // 1 for one that supports nothing, else one more than the deepest that it supports.
  int level(std::int64_t id) const;

  // Levels of the longest chain that leads up to it, itself included.
  int levels_below(std::int64_t id) const;

  // Levels of the longest chain that a new link would be part of.
  int levels_through(Link link) const;

  // All that reach themselves, sorted. Dependencies may form loops; people should see where.
  std::vector<std::int64_t> in_loops() const;

 private:
  std::vector<Link> up_;
  std::vector<Link> down_;
};

// True when the link would make something support itself, directly or through others.
bool would_loop(std::span<Link const> links, std::int64_t from, std::int64_t to);

// Those of `ids` that support nothing, in the order given.
std::vector<std::int64_t> orphans(std::span<std::int64_t const> ids, std::span<Link const> links);

}  // namespace waymark::okr
