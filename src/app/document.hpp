#pragma once

#include <string>

namespace waymark::app {

// The OpenAPI document of this program, as JSON.
std::string api_document();

// Every route with what it asks of its caller, as JSON: what the authorization matrix is held against.
std::string route_list();

}  // namespace waymark::app
