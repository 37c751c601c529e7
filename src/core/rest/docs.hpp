#pragma once

#include <boost/json/object.hpp>

#include "core/rest/router.hpp"

namespace waymark::rest {

// The API described by itself: /api/openapi.json for programs, /api/docs for people, open to anyone. Written at the
// first request, from all routes that `router` has then.
std::vector<Route> docs_routes(Router const& router, std::string version);

// A page about the routes, made of an OpenAPI document; without any script.
std::string docs_page(boost::json::object const& openapi);

}  // namespace waymark::rest
