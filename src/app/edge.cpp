#include "app/edge.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/http/packing.hpp"

namespace waymark::app {
namespace {

// Empty where what stands behind the name is no port: it is no name of ours then.
std::string_view without_port(std::string_view host) {
  auto const name = host.substr(0, host.starts_with('[') ? host.find(']') + 1 : host.find(':'));
  auto const port = host.substr(name.size());
  auto const digits = port.empty() ? port : port.substr(1);
  bool const is_port = port.empty() || (port.front() == ':' && digits.size() <= 5 &&
                                        digits.find_first_not_of("0123456789") == std::string_view::npos);
  return is_port ? name : std::string_view{};
}

http::Response unknown_host() {
  return http::refusal(421, "unknown_host", "This server does not answer to that name; start it with --host NAME.");
}

bool is_api(std::string_view path) {
  return path == "/api" || path.starts_with("/api/");
}

}  // namespace

Edge::Edge(Config const& config, Api api, std::function<http::Response()> health)
    : hosts_{"localhost", "127.0.0.1", "[::1]", config.address, "[" + config.address + "]"},
      behind_proxy_(config.behind_proxy),
      api_(std::move(api)),
      health_(std::move(health)),
      web_(config.web) {
  for (auto const& name : config.hosts) hosts_.push_back(base::folded(name));
}

// Who came by https once comes by https from then on; and what says nothing else is kept by nobody.
http::Response Edge::answer(http::Request const& request) const {
  auto response = answer_here(request);
  if (std::ranges::none_of(response.headers, [](auto const& one) { return one.first == "Cache-Control"; }))
    response.with("Cache-Control", "no-store");
  if (behind_proxy_ && base::trimmed(request.header("x-forwarded-proto")) == "https")
    response.with("Strict-Transport-Security", "max-age=31536000");
  return response;
}

http::Admission Edge::admit(http::Request const& head, Admit const& api) const {
  if (!is_ours(head.header("host"))) return {.refusal = unknown_host()};
  if (!is_api(head.path)) return {.known = false, .body_bytes = http::small_body};
  return api(head);
}

http::Response Edge::answer_here(http::Request const& request) const {
  if (!is_ours(request.header("host"))) return unknown_host();
  if (request.path == "/healthz")
    return (health_ ? health_() : http::text(200, "ok")).with("Cache-Control", "no-store");
  return is_api(request.path) ? http::packed(api_(request), request) : web_.answer(request);
}

bool Edge::waits_for_nothing(http::Request const& request) {
  return !is_api(request.path);
}

http::Hooks hooks_of(Edge const& edge, Product& product) {
  return {.waits_for_nothing = &Edge::waits_for_nothing,
          .admit =
              [&](http::Request const& head) {
                return edge.admit(head, [&](http::Request const& api) { return product.router.admit(api); });
              },
          .origin_of = [&](http::Request const& request) { return product.identity.origin_of(request); },
          .seems_known = [&](http::Request const& request) { return product.identity.seems_known(request); }};
}

bool Edge::is_ours(std::string_view host) const {
  auto const known = [&](std::string_view name) {
    return std::find(hosts_.begin(), hosts_.end(), name) != hosts_.end();
  };
  auto const name = without_port(host);
  return known(name) || known(base::folded(name));
}

}  // namespace waymark::app
