#pragma once

#include <map>
#include <memory>
#include <string>
#include <thread>

#include "app/edge.hpp"
#include "app/wiring.hpp"
#include "core/http/server.hpp"
#include "world/client.hpp"

namespace waymark::testing {

// Monday of the 7th week of the demo world's running quarter.
inline constexpr base::Millis world_now = 1'763'380'800'000;  // 2025-11-17T12:00:00Z

// What tests call the things of the demo world: "ana", "engineering", "this_quarter" … and their ids. A read-only token
// of Ana is "ana_reading".
using Names = std::map<std::string, std::string, std::less<>>;

// A fresh copy of the demo world behind a real server on a loopback port, with a clock that stands still.
class World {
 public:
  explicit World(db::Dialect dialect);
  ~World();

  unsigned short port() const { return server_->port(); }
  Names const& names() const { return names_; }
  std::string const& token_of(std::string_view person) const { return tokens_.find(person)->second; }

  // Headers of a request by this person; none for "nobody".
  Headers as(std::string_view person) const;

  base::FixedClock clock{world_now};
  std::unique_ptr<db::Db> database;

 private:
  std::string place_;
  Names const& names_;
  Names const& tokens_;
  std::unique_ptr<app::Product> product_;
  std::unique_ptr<app::Edge> edge_;
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
};

}  // namespace waymark::testing
