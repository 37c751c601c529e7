#pragma once

#include "core/http/message.hpp"

namespace waymark::rest {

// Refuses (Problem, forbidden) a writing request that a browser sent on behalf of another site: Fetch-Metadata where
// the browser says it, otherwise the Origin against the Host. A request with neither comes from no browser.
void require_same_origin(http::Request const& request);

}  // namespace waymark::rest
