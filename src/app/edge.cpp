#include "app/edge.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/http/packing.hpp"
#include "core/http/server.hpp"

namespace waymark::app {
namespace {

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

bool is_api(std::string_view path) {
  return path == "/api" || path.starts_with("/api/");
}

}  // namespace

Edge::Edge(Config const& config, Api api, std::function<http::Response()> health)
    : hosts_{"localhost", "127.0.0.1", "[::1]", config.address, "[" + config.address + "]"},
      api_(std::move(api)),
      health_(std::move(health)),
      web_(config.web) {
  for (auto const& name : config.hosts) hosts_.push_back(base::folded(name));
}

http::Response Edge::answer(http::Request const& request) const {
  if (!is_ours(request.header("host"))) {
    return http::refusal(421, "unknown_host", "This server does not answer to that name; start it with --host NAME.");
  }
  if (request.path == "/healthz")
    return (health_ ? health_() : http::text(200, "ok")).with("Cache-Control", "no-store");
  return is_api(request.path) ? http::packed(api_(request), request) : web_.answer(request);
}

bool Edge::waits_for_nothing(http::Request const& request) {
  return !is_api(request.path);
}

bool Edge::is_ours(std::string_view host) const {
  auto const known = [&](std::string_view name) {
    return std::find(hosts_.begin(), hosts_.end(), name) != hosts_.end();
  };
  auto const name = without_port(host);
  return known(name) || known(base::folded(name));
}

}  // namespace waymark::app
