#pragma once

#include <vector>

#include "core/events/events.hpp"

// The outbox as the event stream reads it.
namespace waymark::events {

// At most `most` events with an id above `after`, oldest first.
std::vector<Event> events_after(db::Tx& tx, EventId after, std::int64_t most);

// Events made at this moment or later, oldest first.
std::vector<Event> events_since(db::Tx& tx, base::Millis at);

bool is_kept(db::Tx& tx, EventId id);  // false for what was forgotten: then something may have been missed

// The id of the newest event, or 0.
EventId newest_event(db::Tx& tx);

}  // namespace waymark::events
