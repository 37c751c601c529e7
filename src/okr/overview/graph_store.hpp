#pragma once

#include <unordered_set>

#include "core/db/db.hpp"
#include "okr/overview/graph_shapes.hpp"

// What the graph of a cycle is made of: many rows with little in each.
namespace waymark::okr::store {

struct NodeRow {
  ObjectiveId id;
  std::string title;
  ObjectiveLevel level;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
  std::optional<TeamId> shown_in;
  PersonId accountable_id;
  std::string accountable_name;
  bool accountable_left;
  Ambition ambition;
  State state;
  std::optional<double> progress;
  std::optional<double> grade;
  bool learned;  // closed with a learning
  std::int64_t created_at;
  std::optional<std::int64_t> published_at;
  std::optional<std::int64_t> reopened_at;
  base::Day starts_on;
  base::Day ends_on;
  Cadence cadence;
  std::int64_t version;
  PersonId author;
  bool imported;
  bool author_is_member;
};
BOOST_DESCRIBE_STRUCT(NodeRow, (),
                      (id, title, level, team_id, person_id, shown_in, accountable_id, accountable_name,
                       accountable_left, ambition, state, progress, grade, learned, created_at, published_at,
                       reopened_at, starts_on, ends_on, cadence, version, author, imported, author_is_member))

// All objectives of the cycle; drafts only where they concern the viewer.
std::vector<NodeRow> nodes(db::Tx& tx, PersonId viewer, CycleId cycle);

// The objectives of the cycle that concern the viewer: see Relation::concerned.
std::unordered_set<ObjectiveId> concerning(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle);

// Just enough of a key result to judge it.
struct PartRow {
  ObjectiveId objective_id;
  std::string title;
  std::optional<std::string> restated;
  Kind kind;
  Direction direction;
  std::optional<double> baseline;
  std::optional<base::Day> baseline_on;
  double target;
  std::optional<double> change_percent, low, high;
  double weight;
  std::optional<base::Day> due_on;
  std::optional<base::Day> paced_from;
  std::optional<double> current;
  std::optional<std::int64_t> confidence;
  std::optional<std::int64_t> last_news_at;
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(PartRow, (),
                      (objective_id, title, restated, kind, direction, baseline, baseline_on, target, change_percent,
                       low, high, weight, due_on, paced_from, current, confidence, last_news_at, created_at))
std::vector<PartRow> parts(db::Tx& tx, CycleId cycle);

struct EdgeRow {
  ObjectiveId from;
  ObjectiveId to;
  std::optional<KeyResultId> key_result_id;
  bool primary;
};
BOOST_DESCRIBE_STRUCT(EdgeRow, (), (from, to, key_result_id, primary))

std::vector<EdgeRow> support_edges(db::Tx& tx, CycleId cycle);
std::vector<EdgeRow> dependency_edges(db::Tx& tx, CycleId cycle);

}  // namespace waymark::okr::store
