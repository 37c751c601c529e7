#pragma once

#include "core/events/events.hpp"
#include "core/rest/route.hpp"
#include "okr/holding/holding_shapes.hpp"

namespace waymark::okr {

// What waits for a person who leaves, or who is away for long.
Holdings holdings_of(db::Tx& tx, PersonId person);

// For those who may hand it over: whom they report to or who stands in for them, HR and administrators. [OKR-103]
Holdings holdings_seen_by(db::Tx& tx, policy::Viewer const& viewer, PersonId person);

// Gives what is named, or all of it, to somebody who is here; each keeps its history. Throws invalid, with the path,
// for what does not wait for this person. Answers what is left.
Holdings hand_over(db::Tx& tx, events::Events const& events, policy::Viewer const& viewer, PersonId from,
                   NewHandover const& wanted);

std::vector<rest::Route> holding_routes(events::Events const& events);

}  // namespace waymark::okr
