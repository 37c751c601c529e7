#pragma once

#include "core/events/events.hpp"
#include "okr/talk/talk_shapes.hpp"

namespace waymark::okr {

// Comments on an objective or one of its check-ins, by anyone who sees it. [OKR-55]
class Comments {
 public:
  explicit Comments(events::Events const& events) : events_(events) {}

  Comment create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, NewComment const& wanted) const;
  void remove(db::Tx& tx, policy::Viewer const& viewer, CommentId id) const;  // by its author

 private:
  events::Events const& events_;
};

// Work that should move a key result; never counts as progress. [OKR-56]
class Initiatives {
 public:
  explicit Initiatives(events::Events const& events) : events_(events) {}

  Initiative create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, NewInitiative const& wanted) const;
  Initiative change(db::Tx& tx, policy::Viewer const& viewer, InitiativeId id, std::int64_t seen,
                    InitiativeChange const& change) const;
  void remove(db::Tx& tx, policy::Viewer const& viewer, InitiativeId id) const;

 private:
  events::Events const& events_;
};

}  // namespace waymark::okr
