#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/clock.hpp"
#include "core/db/db.hpp"
#include "world/client.hpp"

namespace waymark::testing {

// Monday of the 7th week of the demo world's running quarter.
inline constexpr base::Millis world_now = 1'763'380'800'000;  // 2025-11-17T12:00:00Z

// What tests call the things of the demo world: "ana", "engineering", "this_quarter" … and their ids. A read-only token
// of Ana is "ana_reading".
using Names = std::map<std::string, std::string, std::less<>>;

// A fresh copy of the demo world behind a server on a loopback port, with a clock that stands still until it is moved.
class AnyWorld {
 public:
  explicit AnyWorld(db::Dialect dialect);
  virtual ~AnyWorld();
  AnyWorld(AnyWorld const&) = delete;
  AnyWorld& operator=(AnyWorld const&) = delete;

  virtual unsigned short port() const = 0;
  virtual base::Millis now() const = 0;
  virtual void move_clock(base::Millis to) = 0;

  // Does what is due by now, and what comes back, which waits for this in the worlds of tests.
  void do_jobs();

  Names const& names() const { return names_; }
  std::string const& token_of(std::string_view person) const { return tokens_.find(person)->second; }

  // Headers of a request by this person; none for "nobody".
  Headers as(std::string_view person) const;

 protected:
  std::string const& place() const { return place_; }

  // Returns when nothing is due any more.
  virtual void do_due_jobs(db::Db& database) = 0;

 private:
  db::Dialect dialect_;
  std::string place_;
  Names const& names_;
  Names const& tokens_;
};

// Behind the program that WAYMARK_PROGRAM names, otherwise in this process.
std::unique_ptr<AnyWorld> fresh_world(db::Dialect dialect);

}  // namespace waymark::testing
