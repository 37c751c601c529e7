#pragma once

#include "core/events/events.hpp"
#include "okr/draft/draft_shapes.hpp"
#include "okr/objective/relation.hpp"

namespace waymark::okr {

// What happens to a draft before it is published: it is shared, and voted for.
class Drafts {
 public:
  explicit Drafts(events::Events const& events) : events_(events) {}

  // Whoever sees a draft may vote for it. Twice is one vote; throws conflict for what is no draft. [OKR-72]
  Votes vote(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;
  void take_vote_back(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;

  // Those whom a draft concerns share it with people and teams, who then see it, comment and vote. [OKR-73]
  void share_with(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const;
  void share_with(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, TeamId team) const;
  void hide_from(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const;
  void hide_from(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, TeamId team) const;

 private:
  void tell(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, Relation const& relation) const;

  events::Events const& events_;
};

// Objectives of the company and of the team above that a draft with these words could support, most alike first.
std::vector<ParentSuggestion> parents_for(db::Tx& tx, CycleId cycle, std::optional<TeamId> team,
                                          std::optional<PersonId> person, std::string const& words);

}  // namespace waymark::okr
