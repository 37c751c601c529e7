#pragma once

#include "core/rest/route.hpp"
#include "okr/draft/drafts.hpp"

namespace waymark::okr {

// Votes for a draft, and whom it is shared with.
std::vector<rest::Route> draft_routes(Drafts const& drafts);

}  // namespace waymark::okr
