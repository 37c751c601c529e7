#pragma once

#include "core/events/events.hpp"
#include "okr/alignment/alignment_shapes.hpp"

namespace waymark::okr {

// Links from objectives to what they support. Anyone may propose one; it counts when somebody whom the child concerns
// has accepted it, at once where they made it themselves. Throws conflict for a link that would make a loop. [OKR-21]
// [OKR-22] [OKR-48]
LinkMade link(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId child, NewLink const& wanted);

std::vector<SupportLink> supports_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId child, bool concerned);
std::vector<SupportLink> supporters_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId parent, bool concerned);
std::vector<Dependency> dependencies_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective);
std::vector<Dependency> questions_for(db::Tx& tx, policy::Viewer const& viewer);

class Alignment {
 public:
  explicit Alignment(events::Events const& events) : events_(events) {}

  LinkMade create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId child, NewLink const& wanted) const;
  void accept(db::Tx& tx, policy::Viewer const& viewer, LinkId id) const;
  // Makes an accepted link the first one, which trees and branches follow. [OKR-48]
  void make_primary(db::Tx& tx, policy::Viewer const& viewer, LinkId id) const;
  void remove(db::Tx& tx, policy::Viewer const& viewer, LinkId id) const;

  // Asks another objective's people for something; it counts when they have confirmed it. [OKR-49]
  Dependency ask(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, NewDependency const& wanted) const;
  Dependency answer(db::Tx& tx, policy::Viewer const& viewer, DependencyId id, DependencyAnswer const& answer) const;
  void withdraw(db::Tx& tx, policy::Viewer const& viewer, DependencyId id) const;

 private:
  events::Events const& events_;
};

}  // namespace waymark::okr
