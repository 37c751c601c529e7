#pragma once

#include "core/db/db.hpp"
#include "okr/alignment/alignment_shapes.hpp"
#include "okr/rules/graph.hpp"

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

// 1 for what supports nothing of its own cycle, else one more than what it supports first.
std::int64_t level_in_cycle(db::Tx& tx, ObjectiveId id);

}  // namespace waymark::okr::store
