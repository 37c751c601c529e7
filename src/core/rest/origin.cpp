#include "core/rest/origin.hpp"

#include "core/base/problem.hpp"

namespace waymark::rest {

void require_same_origin(http::Request const& request) {
  auto const refuse = [] {
    throw base::Problem{base::Code::forbidden, "cross_site", "This request came from another site."};
  };
  auto const site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") refuse();
  auto origin = request.header("origin");
  if (origin.empty()) return;
  auto const scheme = origin.find("://");
  if (scheme == std::string_view::npos || origin.substr(scheme + 3) != request.header("host")) refuse();
}

}  // namespace waymark::rest
