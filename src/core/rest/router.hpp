#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/http/server.hpp"
#include "core/rest/rate.hpp"
#include "core/rest/route.hpp"

namespace waymark::rest {

// Who is behind a request: implemented by identity.
class Authenticator {
 public:
  virtual ~Authenticator() = default;
  struct Caller {
    policy::Viewer viewer;
    bool by_cookie;  // the browser adds it by itself, so the request must prove where it comes from
  };
  // Nothing for a request without a (living) session or token.
  virtual std::optional<Caller> caller_of(http::Request const& request) = 0;
  // Where a request comes from: an address, or those who share a line.
  virtual std::string origin_of(http::Request const& request) const { return request.peer; }
};

// Finds the route of a request, asks who may, runs it in a transaction and turns whatever happens into an answer.
class Router {
 public:
  // The largest bodies: of a row that anybody may call, and of one for who is signed in.
  static constexpr std::size_t open_bytes = http::small_body;
  static constexpr std::size_t usual_bytes = 1 << 20;

  Router(db::Db& db, Authenticator& authenticator) : db_(db), authenticator_(authenticator) {}

  void add(std::vector<Route> routes);                              // before the first request
  void takes_files(std::string_view path, std::size_t most_bytes);  // the POST row of this path
  // Called when somebody who is known may not do what they asked for, before they are told. Set before the first
  // request.
  using RefusalListener =
      std::function<void(db::Db&, Route const&, PathFields const&, policy::Viewer const&, base::Problem const&)>;
  void on_refusal(RefusalListener listener) { on_refusal_ = std::move(listener); }
  std::vector<Route> const& routes() const { return routes_; }

  http::Response answer(http::Request const& request);  // on any worker; every exception becomes an answer

  // How large the body of this request may be, or why it is not even read, as far as its head tells.
  http::Admission admit(http::Request const& head);

  // Every caller may send so many requests from now on: a person, or who is not signed in from one place. To be said
  // before the first request.
  void limit_callers(RateOptions options) { rate_.emplace(options); }

 private:
  struct Node;
  struct Match {
    Route const* route{nullptr};
    PathFields path;
    std::string allowed;  // methods of the path when none of its routes fits
  };

  Match find(http::Method method, std::string_view path) const;
  http::Response run(Route const& route, PathFields const& path, http::Request const& request);
  http::Response run_for(std::optional<Authenticator::Caller> const& caller, Route const& route, PathFields const& path,
                         http::Request const& request);
  http::Response at_their_rate(std::optional<Authenticator::Caller> const& caller, http::Request const& request,
                               std::function<http::Response()> const& act);
  void note(base::Problem const& problem, std::optional<Authenticator::Caller> const& caller, Route const& route,
            PathFields const& path);
  std::optional<http::Response> refusal_of(http::Request const& head,
                                           std::optional<Authenticator::Caller> const& caller, Route const& route,
                                           PathFields const& path);
  http::Response run_write(Route const& route, Exchange const& given);

  db::Db& db_;
  Authenticator& authenticator_;
  std::vector<Route> routes_;
  std::vector<std::size_t> body_bytes_;  // of each of them
  std::optional<Rate> rate_;
  RefusalListener on_refusal_;
  std::shared_ptr<Node> root_;
};

// A refusal as RFC 9457 problem details.
http::Response problem_response(base::Problem const& problem);

}  // namespace waymark::rest
