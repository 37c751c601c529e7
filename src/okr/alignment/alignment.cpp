#include "okr/alignment/alignment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/base/problem.hpp"
#include "okr/alignment/alignment_store.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/objective/named.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/objective/relations.hpp"

namespace waymark::okr {
namespace {

SupportLink shown(store::LinkLine const& line, bool may_decide, bool may_remove) {
  std::vector<std::string> may;
  if (may_decide && line.state == LinkState::proposed) may.push_back("accept");
  if (may_decide && line.state == LinkState::accepted && !line.primary) may.push_back("make_primary");
  if (may_remove) may.push_back("remove");
  return {line.id,
          {line.other_id, line.other_title},
          line.other_state,
          line.owner,
          line.key_result_id,
          line.key_result_title,
          line.primary,
          line.state,
          std::move(may)};
}

void check_key_result(db::Tx& tx, NewLink const& wanted) {
  if (wanted.parent_key_result_id)
    check_belongs(tx, *wanted.parent_key_result_id, wanted.parent_id, "parent_key_result_id");
}

Dependency shown(policy::Viewer const& viewer, Relations const& relations, store::DependencyRow const& row) {
  std::vector<std::string> may;
  auto const asks = relation_in(relations, row.objective_id).concerned(viewer);
  auto const gives = relation_in(relations, row.provider_id).concerned(viewer);
  if (gives && row.state == DependencyState::asked) may.push_back("answer");
  if (gives && row.state == DependencyState::confirmed) may.push_back("deliver");
  if (asks && row.state != DependencyState::delivered) may.push_back("withdraw");
  return {row.id,
          {row.objective_id, row.objective_title},
          {row.provider_id, row.provider_title},
          row.need,
          row.due_on,
          row.state,
          row.answer,
          row.created_at,
          std::move(may)};
}

std::vector<Dependency> all_shown(db::Tx& tx, policy::Viewer const& viewer,
                                  std::vector<store::DependencyRow> const& rows) {
  std::set<ObjectiveId> ends;
  for (auto const& row : rows) ends.insert({row.objective_id, row.provider_id});
  auto const relations = relations_to(tx, viewer, std::vector(ends.begin(), ends.end()));
  std::vector<Dependency> all;
  for (auto const& row : rows) all.push_back(shown(viewer, relations, row));
  return all;
}

// News of a link or a dependency stays among those who see the end that is a draft; of two drafts, the lower one.
template <class Id>
void tell(events::Events const& events, db::Tx& tx, policy::Viewer const& viewer, events::Kind<Id> const& kind, Id id,
          ObjectiveId child, ObjectiveId parent) {
  auto const below = relation_to(tx, viewer, child);
  auto const above = relation_to(tx, viewer, parent);
  bool const leads_to_draft = below.state != State::draft && above.state == State::draft;
  announce(events, tx, kind, id, leads_to_draft ? parent : child, leads_to_draft ? above : below, viewer);
}

// Both ends of these have to be seen.
store::LinkRow link_seen_by(db::Tx& tx, policy::Viewer const& viewer, LinkId id) {
  auto const row = store::link(tx, id);
  relation_through(tx, viewer, row ? std::optional{row->child_id} : std::nullopt,
                   base::not_found("There is no such link."));
  relation_through(tx, viewer, row->parent_id, base::not_found("There is no such link."));
  return *row;
}

store::DependencyRow dependency_seen_by(db::Tx& tx, policy::Viewer const& viewer, DependencyId id) {
  auto const row = store::dependency(tx, id);
  relation_through(tx, viewer, row ? std::optional{row->objective_id} : std::nullopt,
                   base::not_found("There is no such dependency."));
  relation_through(tx, viewer, row->provider_id, base::not_found("There is no such dependency."));
  return *row;
}

}  // namespace

// What leads to a draft of others is none for whoever does not find it.
static bool has_primary_that_is_seen(db::Tx& tx, policy::Viewer const& viewer,
                                     std::vector<store::LinkRow> const& links) {
  return std::ranges::any_of(
      links, [&](auto const& link) { return link.primary && may_see(tx, viewer.person, link.parent_id); });
}

// A chain is counted inside a cycle: one that leads into the annual plan begins anew there.
std::int64_t levels_of(db::Tx& tx, std::vector<Link> const& in_one_cycle, ObjectiveId child, ObjectiveId parent) {
  Graph const chains{in_one_cycle};
  auto const together = store::objective(tx, child)->cycle_id == store::objective(tx, parent)->cycle_id;
  return together ? chains.levels_through({child.value, parent.value}) : chains.levels_below(child.value);
}

[[noreturn]] static void refuse_depth(std::int64_t levels, std::int64_t most) {
  throw base::conflict("too_deep",
                       fmt::format("This chain of support would have {} levels. Here it has {} at most: link "
                                   "it to something nearer to the top.",
                                   levels, most));
}

LinkMade link(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId child, NewLink const& wanted) {
  store::hold(tx, child);
  auto const relation = relation_to(tx, viewer, child);
  if (!relation.open())
    throw base::conflict("objective_is_over", "This objective is closed or cancelled; it stays as it is.");
  relation_to(tx, viewer, wanted.parent_id);
  check_key_result(tx, wanted);
  store::lock_links(tx);
  auto const links = store::links_around(tx, child, wanted.parent_id);
  if (would_loop(links.all, child.value, wanted.parent_id.value)) {
    throw base::conflict(
        "support_loop",
        "That would make a loop: the other objective supports this one already, directly or through others.");
  }
  auto const existing = store::links_from(tx, child);
  for (auto const& other : existing) {
    if (other.parent_id == wanted.parent_id && other.parent_key_result_id == wanted.parent_key_result_id) {
      throw base::conflict("link_exists", "This link is there already.");
    }
  }
  auto const levels = levels_of(tx, links.in_one_cycle, child, wanted.parent_id);
  auto const allowed = depth(tx);
  if (allowed.refused && levels > allowed.most) refuse_depth(levels, allowed.most);
  auto const accepted = relation.concerned(viewer);
  auto const has_primary = has_primary_that_is_seen(tx, viewer, existing);
  auto const id = tx.new_id<LinkId>();
  auto const primary = accepted && (wanted.primary.value_or(false) || !has_primary);
  store::insert(tx, {id, child, wanted.parent_id, wanted.parent_key_result_id, primary,
                     accepted ? LinkState::accepted : LinkState::proposed, viewer.person});
  if (primary) store::make_primary(tx, child, id);
  return {id, accepted ? LinkState::accepted : LinkState::proposed, levels, levels > allowed.most, allowed.most};
}

std::vector<SupportLink> supports_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId child, bool concerned) {
  std::vector<SupportLink> all;
  for (auto const& line : store::supports(tx, child))
    all.push_back(shown(line, concerned, concerned || line.is_proposal_of(viewer.person)));
  return all;
}

std::vector<SupportLink> supporters_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId parent, bool concerned) {
  std::vector<SupportLink> all;
  for (auto const& line : store::supporters(tx, parent))
    all.push_back(shown(line, false, concerned || line.is_proposal_of(viewer.person)));
  return all;
}

std::vector<Dependency> dependencies_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  return all_shown(tx, viewer, store::dependencies(tx, objective));
}

std::vector<Dependency> questions_for(db::Tx& tx, policy::Viewer const& viewer) {
  return all_shown(tx, viewer, store::questions(tx, viewer.person));
}

LinkMade Alignment::create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId child, NewLink const& wanted) const {
  auto const made = link(tx, viewer, child, wanted);
  auto const& kind = made.state == LinkState::proposed ? happened.link_proposed : happened.link_made;
  tell(events_, tx, viewer, kind, made.id, child, wanted.parent_id);
  return made;
}

void Alignment::accept(db::Tx& tx, policy::Viewer const& viewer, LinkId id) const {
  auto const row = link_seen_by(tx, viewer, id);
  open_to(tx, viewer, row.child_id);
  store::accept_link(tx, id);
  if (!has_primary_that_is_seen(tx, viewer, store::links_from(tx, row.child_id)))
    store::make_primary(tx, row.child_id, id);
  tell(events_, tx, viewer, happened.link_accepted, id, row.child_id, row.parent_id);
}

void Alignment::make_primary(db::Tx& tx, policy::Viewer const& viewer, LinkId id) const {
  auto const child = link_seen_by(tx, viewer, id).child_id;
  open_to(tx, viewer, child);
  auto const row = link_seen_by(tx, viewer, id);
  if (row.state != LinkState::accepted)
    throw base::conflict("link_proposed", "This link is only proposed: accept it first.");
  store::make_primary(tx, child, id);
  tell(events_, tx, viewer, happened.link_made, id, child, row.parent_id);
}

void Alignment::remove(db::Tx& tx, policy::Viewer const& viewer, LinkId id) const {
  store::hold(tx, link_seen_by(tx, viewer, id).child_id);
  auto const row = link_seen_by(tx, viewer, id);
  auto const child = relation_to(tx, viewer, row.child_id);
  if (!row.is_proposal_of(viewer.person) && !child.concerned(viewer) &&
      !relation_to(tx, viewer, row.parent_id).concerned(viewer)) {
    throw base::forbidden("The people of either objective may take a link away, and whoever proposed it.");
  }
  tell(events_, tx, viewer, happened.link_removed, id, row.child_id,
       row.parent_id);  // those who hear it may look at it
  store::remove_link(tx, id);
  auto const rest = store::links_from(tx, row.child_id);
  auto const next =
      std::find_if(rest.begin(), rest.end(), [](auto const& other) { return other.state == LinkState::accepted; });
  if (row.primary && next != rest.end()) store::make_primary(tx, row.child_id, next->id);
}

Dependency Alignment::ask(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective,
                          NewDependency const& wanted) const {
  auto const relation = open_to(tx, viewer, objective);
  if (objective == wanted.provider_id) throw base::invalid("provider_id", "An objective cannot wait for itself.");
  auto const provider = relation_to(tx, viewer, wanted.provider_id);
  if (provider.state != State::published) {
    throw base::invalid("provider_id", "Only a published objective can be asked for something.");
  }
  auto const id = tx.new_id<DependencyId>();
  store::insert_dependency(tx, id, objective, wanted, viewer.person);
  announce(events_, tx, happened.dependency_asked, id, objective, relation, viewer);
  // So that the open pages of the other side show it at once.
  if (relation.state == State::published)
    announce(events_, tx, happened.dependency_wanted, id, wanted.provider_id, provider, viewer);
  return all_shown(tx, viewer, {dependency_seen_by(tx, viewer, id)}).front();
}

Dependency Alignment::answer(db::Tx& tx, policy::Viewer const& viewer, DependencyId id,
                             DependencyAnswer const& answer) const {
  auto const row = dependency_seen_by(tx, viewer, id);
  open_to(tx, viewer, row.provider_id);
  auto const fits = (row.state == DependencyState::asked &&
                     (answer.state == DependencyState::confirmed || answer.state == DependencyState::declined)) ||
                    (row.state == DependencyState::confirmed && answer.state == DependencyState::delivered);
  if (!fits)
    throw base::conflict("dependency_state", "A dependency is asked, then confirmed or declined, then delivered.");
  if (answer.state == DependencyState::declined && answer.answer.value_or("").empty()) {
    throw base::invalid("answer", "Say in a few words why not.");
  }
  if (!store::answer_dependency(tx, id, row.state, answer.state, answer.answer.value_or(""), viewer.person))
    throw base::conflict("dependency_state", "Somebody else has answered meanwhile.");
  tell(events_, tx, viewer, happened.dependency_answered, id, row.objective_id, row.provider_id);
  return all_shown(tx, viewer, {dependency_seen_by(tx, viewer, id)}).front();
}

void Alignment::withdraw(db::Tx& tx, policy::Viewer const& viewer, DependencyId id) const {
  auto const row = dependency_seen_by(tx, viewer, id);
  open_to(tx, viewer, row.objective_id);
  store::remove_dependency(tx, id);
  tell(events_, tx, viewer, happened.dependency_withdrawn, id, row.objective_id, row.provider_id);
}

}  // namespace waymark::okr
