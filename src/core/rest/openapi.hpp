#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/rest/route.hpp"

namespace waymark::rest {

// The routes as an OpenAPI 3.1 document. Throws std::logic_error when two shapes that differ have one name, or two
// routes one id.
boost::json::object openapi_document(std::vector<Route> const& routes, std::string_view version);

// The same as text, indented so that a change of it can be read.
std::string openapi(std::vector<Route> const& routes, std::string_view version);

// What programs call a route: "getKpi" for GET /api/v1/kpis/{kpi}, "addKpiEntries" for POST /api/v1/kpis/{kpi}/entries.
std::string operation_id(Route const& route);

// The chapter of a route: the first word of its path behind /api/v1.
std::string tag_of(Route const& route);

}  // namespace waymark::rest
