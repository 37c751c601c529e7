#include "okr/draft/drafts.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/draft/draft_store.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/rules/likeness.hpp"

namespace waymark::okr {
namespace {

constexpr std::size_t parents_shown = 8;

Relation draft_seen_by(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) {
  auto const relation = relation_to(tx, viewer, id);
  if (relation.state == State::draft) return relation;
  throw base::conflict("not_a_draft", "This is published: everybody sees it, and nobody votes any more.");
}

Relation draft_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) {
  concerned_with(tx, viewer, id);
  return draft_seen_by(tx, viewer, id);
}

}  // namespace

Votes Drafts::vote(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const {
  auto const relation = draft_seen_by(tx, viewer, id);
  store::insert_vote(tx, id, viewer.person);
  tell(tx, viewer, id, relation);
  return store::votes(tx, id, viewer.person);
}

void Drafts::take_vote_back(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const {
  auto const relation = draft_seen_by(tx, viewer, id);
  store::remove_vote(tx, id, viewer.person);
  tell(tx, viewer, id, relation);
}

void Drafts::share_with(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const {
  auto const relation = draft_of(tx, viewer, id);
  if (!store::is_active(tx, person)) throw base::invalid("person", "There is no such person.");
  store::insert_reader(tx, id, person, viewer.person);
  announce(events_, tx, happened.draft_shown_to_person, person, id, relation, viewer);
}

void Drafts::share_with(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, TeamId team) const {
  auto const relation = draft_of(tx, viewer, id);
  if (!store::kind_of(tx, team)) throw base::invalid("team", "There is no such team.");
  store::insert_reader(tx, id, team, viewer.person);
  announce(events_, tx, happened.draft_shown_to_team, team, id, relation, viewer);
}

void Drafts::hide_from(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const {
  auto const relation = draft_of(tx, viewer, id);
  store::remove_reader(tx, id, person);
  tell(tx, viewer, id, relation);
}

void Drafts::hide_from(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, TeamId team) const {
  auto const relation = draft_of(tx, viewer, id);
  store::remove_reader(tx, id, team);
  tell(tx, viewer, id, relation);
}

void Drafts::tell(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, Relation const& relation) const {
  announce(events_, tx, happened.objective_changed, id, id, relation, viewer);
}

std::vector<ParentSuggestion> parents_for(db::Tx& tx, CycleId cycle, std::optional<TeamId> team,
                                          std::optional<PersonId> person, std::string const& words) {
  auto const is_company = team && store::kind_of(tx, *team) == people::TeamKind::company;
  auto const in_cycle = store::cycle(tx, cycle);
  std::vector<store::Candidate> candidates;
  if (in_cycle && !is_company) candidates = store::candidates(tx, cycle, team, person);
  if (in_cycle && in_cycle->parent_id) {
    for (auto& above : store::candidates(tx, *in_cycle->parent_id, team, person))
      candidates.push_back(std::move(above));
  }
  std::vector<ParentSuggestion> all;
  for (auto& one : candidates) {
    auto const alike = likeness(words, one.title + ' ' + one.why);
    all.push_back({{one.id, std::move(one.title)}, one.level, std::move(one.owner), alike});
  }
  std::ranges::stable_sort(all, std::greater{}, &ParentSuggestion::likeness);
  if (all.size() > parents_shown) all.resize(parents_shown);
  return all;
}

}  // namespace waymark::okr
