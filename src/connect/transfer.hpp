#pragma once

#include "core/events/events.hpp"
#include "core/rest/route.hpp"
#include "people/people.hpp"

namespace waymark::connect {

// Files that come in and go out through the browser.
std::vector<rest::Route> transfer_routes(people::People const& people, events::Events const& events);

}  // namespace waymark::connect
