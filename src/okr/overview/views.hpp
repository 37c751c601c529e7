#pragma once

#include "core/db/db.hpp"
#include "core/rest/call.hpp"
#include "okr/overview/view_shapes.hpp"

namespace waymark::okr {

// Who somebody is to a view: what decides whether they share and change it.
struct Sharer {
  bool owns = false;
  bool leads_the_team = false;
  bool speaks_for_all = false;  // HR, administrator or executive
};
bool may_share(Sharing sharing, Sharer const& who);   // [OKR-63]
bool may_change(Sharing sharing, Sharer const& who);  // [OKR-65]
bool speaks_for_all(policy::Viewer const& viewer);

// Saved views. What is not shared with the viewer is not found.
class Views {
 public:
  rest::Page<View> list(db::Tx& tx, policy::Viewer const& viewer, ViewQuery const& query) const;
  View get(db::Tx& tx, policy::Viewer const& viewer, ViewId id) const;
  View create(db::Tx& tx, policy::Viewer const& viewer, NewView const& wanted) const;

  // Throws conflict (with the current state) for a lost race.
  View change(db::Tx& tx, policy::Viewer const& viewer, ViewId id, std::int64_t seen, ViewChange const& change) const;
  void remove(db::Tx& tx, policy::Viewer const& viewer, ViewId id) const;

  // Everybody pins for themselves. Twice is not an error. [OKR-66]
  void pin(db::Tx& tx, policy::Viewer const& viewer, ViewId id) const;
  void unpin(db::Tx& tx, policy::Viewer const& viewer, ViewId id) const;
};

}  // namespace waymark::okr
