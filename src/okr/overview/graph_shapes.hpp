#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

// What an objective of a list is measured by.
struct NodeKeyResult {
  std::string title;
  std::optional<std::string> restated;
};
BOOST_DESCRIBE_STRUCT(NodeKeyResult, (), (title, restated))

// What lists, trees and maps of many objectives show of each.
struct GraphNode {
  ObjectiveId id;
  std::string title;
  ObjectiveLevel level;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
  std::optional<TeamId> shown_in;  // the team it is shown under: its own, or the first of its person
  PersonName accountable;
  bool accountable_left;
  State state;
  std::optional<ObjectiveId> parent_id;  // the primary one of those it supports
  std::optional<double> progress;
  std::optional<double> expected_progress;  // none once it is over
  std::optional<double> grade;              // once it is closed
  Status status;
  std::int64_t days_late;
  std::vector<Reason> reasons;  // of the status
  bool from_below;              // drafted by those who work on it
  std::vector<NodeKeyResult> key_results;
  std::int64_t depth;  // 1 at the top of its chain, by primary links
  std::int64_t version;
  std::vector<std::string> may;  // "edit"
};
BOOST_DESCRIBE_STRUCT(GraphNode, (),
                      (id, title, level, team_id, person_id, shown_in, accountable, accountable_left, state, parent_id,
                       progress, expected_progress, grade, status, days_late, reasons, from_below, key_results, depth,
                       version, may))

struct GraphEdge {
  ObjectiveId from;  // supports, or needs
  ObjectiveId to;
  std::optional<KeyResultId> key_result_id;
  bool primary;
};
BOOST_DESCRIBE_STRUCT(GraphEdge, (), (from, to, key_result_id, primary))

// What a team owns, and what its people have of their own, each with one progress. [OKR-91]
struct TeamProgress {
  TeamId team_id;
  std::int64_t objectives;
  std::optional<double> progress;
  std::int64_t of_people;
  std::optional<double> progress_of_people;
  std::optional<Advice> advice;  // on how many it owns, while the cycle is open
};
BOOST_DESCRIBE_STRUCT(TeamProgress, (), (team_id, objectives, progress, of_people, progress_of_people, advice))

// The alignment of a cycle in one answer: all its objectives that the viewer may see. Gaps are told of those that are
// published or closed.
struct CycleGraph {
  std::vector<GraphNode> nodes;
  std::vector<TeamProgress> team_figures;
  std::vector<GraphEdge> supports;
  std::vector<GraphEdge> dependencies;
  std::vector<ObjectiveId> orphans;      // support nothing though they are not the company's
  std::vector<ObjectiveId> unsupported;  // company objectives that nothing supports
  std::vector<ObjectiveId> too_deep;     // below the levels that the settings allow
  std::int64_t levels_most;              // as the settings say
};
BOOST_DESCRIBE_STRUCT(CycleGraph, (),
                      (nodes, team_figures, supports, dependencies, orphans, unsupported, too_deep, levels_most))

}  // namespace waymark::okr
