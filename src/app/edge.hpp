#pragma once

#include <functional>

#include "app/config.hpp"
#include "app/web_files.hpp"
#include "app/wiring.hpp"
#include "core/http/server.hpp"

namespace waymark::app {

// What meets a request first: is it meant for this server, and is it for the API or for the web app? Addresses below
// /api never get a page.
class Edge {
 public:
  using Api = std::function<http::Response(http::Request const&)>;
  using Admit = std::function<http::Admission(http::Request const&)>;

  // `health` answers /healthz; without it the server is well as long as it answers.
  Edge(Config const& config, Api api, std::function<http::Response()> health = {});

  http::Response answer(http::Request const& request) const;

  // What may come after a head: files for the API, from who is known there, and little for all else.
  http::Admission admit(http::Request const& head, Admit const& api) const;

  // Pages, files and /healthz need no database, so they do not stand behind those who wait for one.
  static bool waits_for_nothing(http::Request const& request);

 private:
  http::Response answer_here(http::Request const& request) const;
  bool is_ours(std::string_view host) const;

  std::vector<std::string> hosts_;
  bool behind_proxy_;
  Api api_;
  std::function<http::Response()> health_;
  WebFiles web_;
};

// What a server asks of the product before it reads a body or lets somebody wait.
http::Hooks hooks_of(Edge const& edge, Product& product);

}  // namespace waymark::app
