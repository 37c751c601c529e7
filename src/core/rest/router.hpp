#pragma once

#include <memory>
#include <string>
#include <vector>

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
};

// Finds the route of a request, asks who may, runs it in a transaction and turns whatever happens into an answer.
class Router {
 public:
  Router(db::Db& db, Authenticator& authenticator) : db_(db), authenticator_(authenticator) {}

  void add(std::vector<Route> routes);
  std::vector<Route> const& routes() const { return routes_; }

  http::Response answer(http::Request const& request);

 private:
  struct Node;
  struct Match {
    Route const* route{nullptr};
    PathFields path;
    std::string allowed;  // methods of the path when none of its routes fits
  };

  Match find(http::Method method, std::string_view path) const;
  http::Response run(Route const& route, PathFields const& path, http::Request const& request);
  http::Response run_write(Route const& route, Exchange const& given);

  db::Db& db_;
  Authenticator& authenticator_;
  std::vector<Route> routes_;
  std::shared_ptr<Node> root_;
};

// A refusal as RFC 9457 problem details.
http::Response problem_response(base::Problem const& problem);

}  // namespace waymark::rest
