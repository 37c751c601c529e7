#pragma once

#include <functional>

#include "core/db/db.hpp"
#include "core/events/events.hpp"
#include "okr/cycle/calendar.hpp"

namespace waymark::okr {

// Brings what is due in a cycle within its new last day; asked of those who keep it. [OKR-104]
using BringWithin =
    std::function<void(db::Tx&, policy::Viewer const&, CycleId, base::Day ends_on, std::string const& reason)>;

// The cycles of the organisation. Everyone may read them; HR and the administrator run them.
class Cycles {
 public:
  Cycles(events::Events const& events, BringWithin bring_within)
      : events_(events), bring_within_(std::move(bring_within)) {}

  CycleList list(db::Tx& tx, policy::Viewer const& viewer) const;
  Cycle get(db::Tx& tx, policy::Viewer const& viewer, CycleId id) const;

  // The cycle that pages open with: the shortest running one that holds today, else the newest that is not closed, else
  // the newest. Throws not_found when there is none at all.
  Cycle current(db::Tx& tx, policy::Viewer const& viewer) const;
  Cycle chosen(db::Tx& tx, policy::Viewer const& viewer, std::optional<CycleId> id) const;

  // Throws invalid for days or a parent that do not fit, conflict for a name that is taken. [OKR-40]
  Cycle create(db::Tx& tx, policy::Viewer const& viewer, NewCycle const& wanted) const;

  // A phase moves one step at a time, forward or back; closing with published objectives that are open is a conflict
  // that says how many (drafts end with the cycle), and closing with missing retros one that names them unless the
  // change says so. [OKR-41] [OKR-89]
  Cycle change(db::Tx& tx, policy::Viewer const& viewer, CycleId id, std::int64_t seen,
               CycleChange const& change) const;

  CycleCalendar calendar(db::Tx& tx, policy::Viewer const& viewer, CycleId id) const;
  CycleSummary summary(db::Tx& tx, policy::Viewer const& viewer, CycleId id) const;

 private:
  events::Events const& events_;
  BringWithin bring_within_;
};

}  // namespace waymark::okr
