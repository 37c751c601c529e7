#pragma once

#include <unordered_set>

#include "core/db/db.hpp"
#include "okr/alignment_shapes.hpp"
#include "okr/graph.hpp"
#include "okr/key_result_store.hpp"

// The rows of links and dependencies.
namespace waymark::okr::store {

struct LinkRow {
  LinkId id;
  ObjectiveId child_id;
  ObjectiveId parent_id;
  std::optional<KeyResultId> parent_key_result_id;
  bool primary;
  LinkState state;
  PersonId proposed_by;

  bool is_proposal_of(PersonId person) const { return state == LinkState::proposed && proposed_by == person; }
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (id, child_id, parent_id, parent_key_result_id, primary, state, proposed_by))

struct LinkLine {
  LinkId id;
  ObjectiveId other_id;
  std::string other_title;
  State other_state;
  std::optional<std::string> owner;
  std::optional<KeyResultId> key_result_id;
  std::optional<std::string> key_result_title;
  bool primary;
  LinkState state;
  PersonId proposed_by;

  bool is_proposal_of(PersonId person) const { return state == LinkState::proposed && proposed_by == person; }
};
BOOST_DESCRIBE_STRUCT(LinkLine, (),
                      (id, other_id, other_title, other_state, owner, key_result_id, key_result_title, primary, state,
                       proposed_by))

struct DependencyRow {
  DependencyId id;
  ObjectiveId objective_id;
  std::string objective_title;
  ObjectiveId provider_id;
  std::string provider_title;
  std::string need;
  std::optional<base::Day> due_on;
  DependencyState state;
  std::string answer;
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(DependencyRow, (),
                      (id, objective_id, objective_title, provider_id, provider_title, need, due_on, state, answer,
                       created_at))

// Accepted or proposed, of open and closed objectives: all of them, for imports that check many at once, or only what
// a link from `child` to `parent` could close a loop with or make longer: all above the parent, all below the child.
std::vector<Link> all_links(db::Tx& tx);
struct LinksAround {
  std::vector<Link> all;
  std::vector<Link> in_one_cycle;  // both ends
};
LinksAround links_around(db::Tx& tx, ObjectiveId child, ObjectiveId parent);
std::optional<LinkRow> link(db::Tx& tx, LinkId id);
std::vector<LinkRow> links_from(db::Tx& tx, ObjectiveId child);
void insert(db::Tx& tx, LinkRow const& row);
void accept_link(db::Tx& tx, LinkId id);
void make_primary(db::Tx& tx, ObjectiveId child, LinkId id);
void remove_link(db::Tx& tx, LinkId id);
std::vector<LinkLine> supports(db::Tx& tx, ObjectiveId child);
std::vector<LinkLine> supporters(db::Tx& tx, ObjectiveId parent);

void insert_dependency(db::Tx& tx, DependencyId id, ObjectiveId objective, NewDependency const& wanted, PersonId by);
std::optional<DependencyRow> dependency(db::Tx& tx, DependencyId id);
std::vector<DependencyRow> dependencies(db::Tx& tx, ObjectiveId objective);
std::vector<DependencyRow> questions(db::Tx& tx, PersonId person);

// False when the state is not `before` any more.
bool answer_dependency(db::Tx& tx, DependencyId id, DependencyState before, DependencyState state,
                       std::string const& answer, PersonId by);
void remove_dependency(db::Tx& tx, DependencyId id);

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
// 1 for what supports nothing of its own cycle, else one more than what it supports first.
std::int64_t level_in_cycle(db::Tx& tx, ObjectiveId id);

std::vector<EdgeRow> support_edges(db::Tx& tx, CycleId cycle);
std::vector<EdgeRow> dependency_edges(db::Tx& tx, CycleId cycle);

}  // namespace waymark::okr::store
