#pragma once

#include "core/events/events.hpp"
#include "core/rest/route.hpp"
#include "search/search_shapes.hpp"

namespace waymark::search {

// The best of what this viewer may see.
SearchAnswer find(db::Tx& tx, policy::Viewer const& viewer, SearchQuery const& query);

// Keeps the words true: for the transaction that makes the news. [SEA-5]
void follow(db::Tx& tx, events::Event const& event);

// Writes the words of some of the check-ins that were made since it was last called. [SEA-9]
void follow_notes(db::Db& db);

// Writes the words of all that was there before there was a search; does nothing the next time.
void fill(db::Db& db);

std::vector<rest::Route> routes();

}  // namespace waymark::search
