#include "core/rest/router.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <new>

#include "core/base/reference.hpp"
#include "core/base/text.hpp"
#include "core/db/fault.hpp"
#include "core/http/server.hpp"
#include "core/http/url.hpp"
#include "core/rest/idempotency.hpp"
#include "core/rest/origin.hpp"

namespace waymark::rest {
namespace {

using base::Code;
using base::Problem;

int status_of(Code code) {
  switch (code) {
    case Code::malformed: return 400;
    case Code::signed_out: return 401;
    case Code::forbidden: return 403;
    case Code::not_found: return 404;
    case Code::conflict: return 409;
    case Code::too_large: return 413;
    case Code::unsupported: return 415;
    case Code::invalid: return 422;
    case Code::not_versioned: return 428;
    case Code::too_many: return 429;
    case Code::internal: return 500;
    case Code::too_busy: return 503;
    case Code::no_space: return 507;
  }
  return 500;
}

std::optional<std::int64_t> version_in(std::string_view if_match) {
  if (if_match.starts_with("W/")) if_match.remove_prefix(2);
  if (if_match.starts_with('"')) if_match.remove_prefix(1);
  std::int64_t version = 0;
  auto const [end, error] = std::from_chars(if_match.data(), if_match.data() + if_match.size(), version);
  if (error != std::errc{}) return std::nullopt;
  return version;
}

policy::Scope scope_for(Route const& route) {
  if (route.demand.any_role.has(policy::Role::administrator)) return policy::Scope::administer;
  return route.method == http::Method::get ? policy::Scope::read : policy::Scope::write;
}

void require(Route const& route, std::optional<Authenticator::Caller> const& caller) {
  if (!route.demand.signed_in) return;
  if (!caller) throw Problem{Code::signed_out, "signed_out", "Please sign in."};
  if (!caller->viewer.scopes.has(scope_for(route)))
    throw base::forbidden("This token may not do that: its scope does not cover it.");
  auto const any = route.demand.any_role;
  if (any != policy::Set<policy::Role>{} && !caller->viewer.roles.meets(any)) {
    throw base::forbidden(fmt::format("This is for {} only.", route.demand.name));
  }
}

// As far as the head of a request tells.
void require_by_head(Route const& route, std::optional<Authenticator::Caller> const& caller,
                     http::Request const& head) {
  require(route, caller);
  if (!head.reads() && (!caller || caller->by_cookie)) require_same_origin(head);
}

void require_json(Route const& route, http::Request const& request) {
  if (!route.body_schema) {
    if (!request.body.empty() && request.body != "{}") throw base::invalid("", "This request takes no body.");
    return;
  }
  auto const type = request.header("content-type");
  if (base::trimmed(type.substr(0, type.find(';'))) != "application/json") {
    throw Problem{Code::unsupported, "unsupported_media_type", "The body must be sent as application/json."};
  }
}

// A GET whose answer the caller already has.
http::Response unless_seen(http::Response response, http::Request const& request) {
  auto const tag =
      std::find_if(response.headers.begin(), response.headers.end(), [](auto const& h) { return h.first == "ETag"; });
  if (tag == response.headers.end()) return response;
  bool const seen = request.header("if-none-match") == tag->second;
  if (!seen) return response;
  response.status = 304;
  response.body.clear();
  return response;
}

// What the API says is for who asked, and for this moment: no browser and no proxy keeps it, unless a route says more.
http::Response kept_by_nobody(http::Response response) {
  auto const said = std::any_of(response.headers.begin(), response.headers.end(),
                                [](auto const& h) { return h.first == "Cache-Control"; });
  return said ? std::move(response) : std::move(response.with("Cache-Control", "no-store"));
}

// `where` is the pattern of the route: an address itself may hold a secret.
http::Response unexpected(std::exception const& error, http::Method method, std::string_view where) {
  auto const reference = base::new_reference();
  spdlog::error("{} {} failed (ref {}): {}", name_of(method), where, reference, error.what());
  return problem_response({Code::internal, "internal", fmt::format("Something went wrong (ref {}).", reference)});
}

}  // namespace

// One step of a path: fixed words first, then the named field.
struct Router::Node {
  std::map<std::string, std::shared_ptr<Node>, std::less<>> words;
  std::shared_ptr<Node> field;
  std::string field_name;
  std::map<http::Method, std::size_t> routes;
};

http::Response problem_response(Problem const& problem) {
  auto const status = status_of(problem.code);
  std::string fields;
  for (auto const& [path, detail] : problem.fields) {
    fields += fmt::format(R"({}{{"path":{},"detail":{}}})", fields.empty() ? "" : ",", json::text_of(path),
                          json::text_of(detail));
  }
  auto body = fmt::format(
      R"({{"type":"/api/docs#problem-{0}","title":{2},"status":{1},"code":"{0}","detail":{2},"fields":[{3}])",
      problem.slug, status, json::text_of(problem.detail), fields);
  if (!problem.current.empty()) body += fmt::format(R"(,"current":{})", problem.current);
  auto response = http::json(status, body + "}");
  auto const wait = status == 503 ? std::max(1, problem.retry_after_seconds) : problem.retry_after_seconds;
  if (wait > 0) response.with("Retry-After", std::to_string(wait));
  return response.with("Cache-Control", "no-store");
}

void Router::add(std::vector<Route> routes) {
  if (!root_) root_ = std::make_shared<Node>();
  for (auto& route : routes) {
    auto* node = root_.get();
    for (auto const step : base::split(std::string_view{route.path}.substr(1), '/')) {
      auto const is_field = step.starts_with('{');
      auto& next = is_field ? node->field : node->words[std::string{step}];
      if (!next) next = std::make_shared<Node>();
      if (is_field) node->field_name = step.substr(1, step.size() - 2);
      node = next.get();
    }
    if (!node->routes.emplace(route.method, routes_.size()).second)
      throw std::logic_error("two routes for " + route.path);
    body_bytes_.push_back(route.demand.signed_in && route.body_schema ? usual_bytes : open_bytes);
    routes_.push_back(std::move(route));
  }
}

void Router::takes_files(std::string_view path, std::size_t most_bytes) {
  auto const row = std::ranges::find_if(
      routes_, [&](Route const& route) { return route.path == path && route.method == http::Method::post; });
  if (row == routes_.end()) throw std::logic_error("no row takes files at " + std::string{path});
  body_bytes_[static_cast<std::size_t>(row - routes_.begin())] = most_bytes;
}

Router::Match Router::find(http::Method method, std::string_view path) const {
  Match match;
  auto const* node = root_.get();
  if (!node || !path.starts_with('/')) return match;
  for (auto const step : base::split(path.substr(1), '/')) {
    auto text = http::decoded(step, false);
    if (!text) return match;
    auto const word = node->words.find(*text);
    if (word != node->words.end()) {
      node = word->second.get();
    } else if (node->field && !text->empty()) {
      match.path[node->field_name] = std::move(*text);
      node = node->field.get();
    } else {
      return match;
    }
  }
  auto const route = node->routes.find(method == http::Method::head ? http::Method::get : method);
  if (route != node->routes.end()) match.route = &routes_[route->second];
  for (auto const& [known, index] : node->routes)
    match.allowed += fmt::format("{}{}", match.allowed.empty() ? "" : ", ", name_of(known));
  return match;
}

http::Response Router::answer(http::Request const& request) {
  Match match;
  try {
    match = find(request.method, request.path);
    if (match.route) return run(*match.route, match.path, request);
    if (match.allowed.empty()) return problem_response(base::not_found("There is nothing at this address."));
    return http::refusal(405, "method_not_allowed", "This address does not take that method.")
        .with("Allow", match.allowed);
  } catch (Problem const& problem) {
    return problem_response(problem);
  } catch (std::bad_alloc const&) {
    return problem_response(db::problem_of({db::Fault::Kind::no_memory, "no memory"}));
  } catch (std::exception const& error) {
    return unexpected(error, request.method, match.route ? match.route->path : "no route");
  }
}

http::Response Router::run(Route const& route, PathFields const& path, http::Request const& request) {
  auto const caller = authenticator_.caller_of(request);
  return at_their_rate(caller, request, [&] { return run_for(caller, route, path, request); });
}

// Who has gone too far is told when to come back. Programs are told how much is left each time, browsers once it is
// less than half.
http::Response Router::at_their_rate(std::optional<Authenticator::Caller> const& caller, http::Request const& request,
                                     std::function<http::Response()> const& act) {
  if (!rate_ || !rate_->is_set()) return act();
  auto const name = caller ? "person " + caller->viewer.person.text() : authenticator_.origin_of(request);
  auto const left = rate_->take(name, std::chrono::steady_clock::now());
  bool const worth_saying = (caller && !caller->by_cookie) || left.requests * 2 < rate_->options().burst;
  if (!left.may) {
    Problem refusal{Code::too_many, "too_many_requests",
                    "Too many requests in a short time. Please try again in a moment."};
    refusal.retry_after_seconds = left.seconds_to_one;
    auto response = problem_response(refusal);
    tell(response, *rate_, left);
    return response;
  }
  http::Response response;
  try {
    response = act();
  } catch (Problem const& problem) {
    response = problem_response(problem);
  }
  if (worth_saying) tell(response, *rate_, left);
  return response;
}

http::Response Router::run_for(std::optional<Authenticator::Caller> const& caller, Route const& route,
                               PathFields const& path, http::Request const& request) {
  try {
    require_by_head(route, caller, request);
    if (!request.reads()) require_json(route, request);
    policy::Viewer const nobody;
    Exchange const given{request, path, caller ? caller->viewer : nobody, version_in(request.header("if-match"))};
    if (route.on_its_own) return kept_by_nobody(route.on_its_own(db_, given));
    if (!request.reads()) return kept_by_nobody(run_write(route, given));
    auto const call = route.in_transaction(given);
    return kept_by_nobody(unless_seen(db_.read(call), request));
  } catch (Problem const& problem) {
    note(problem, caller, route, path);
    throw;
  }
}

void Router::note(Problem const& problem, std::optional<Authenticator::Caller> const& caller, Route const& route,
                  PathFields const& path) {
  if (caller && problem.code == Code::forbidden && on_refusal_) on_refusal_(db_, route, path, caller->viewer, problem);
}

http::Admission Router::admit(http::Request const& head) {
  Match match;
  try {
    auto const caller = authenticator_.caller_of(head);
    match = find(head.method, head.path);
    if (!match.route) return {caller.has_value(), open_bytes};
    if (auto refused = refusal_of(head, caller, *match.route, match.path)) return {.refusal = std::move(refused)};
    return {caller.has_value(), body_bytes_[static_cast<std::size_t>(match.route - routes_.data())]};
  } catch (Problem const& problem) {
    return {.refusal = problem_response(problem)};
  } catch (std::exception const& error) {
    return {.refusal = unexpected(error, head.method, match.route ? match.route->path : "no route")};
  }
}

// What is refused here is a request like any other; what is not is counted when it runs.
std::optional<http::Response> Router::refusal_of(http::Request const& head,
                                                 std::optional<Authenticator::Caller> const& caller, Route const& route,
                                                 PathFields const& path) {
  try {
    require_by_head(route, caller, head);
    return std::nullopt;
  } catch (Problem const& problem) {
    return at_their_rate(caller, head, [&] {
      note(problem, caller, route, path);
      return problem_response(problem);
    });
  }
}

http::Response Router::run_write(Route const& route, Exchange const& given) {
  auto const call = route.in_transaction(given);
  auto const key = given.request.header("idempotency-key");
  if (key.empty() || route.method != http::Method::post) return db_.write(call);
  check_idempotency_key(key);
  return db_.write([&](db::Tx& tx) { return once(tx, given.viewer.person, key, given.request, call); });
}

}  // namespace waymark::rest
