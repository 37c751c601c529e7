#pragma once

#include "app/wiring.hpp"
#include "world/any_world.hpp"

namespace waymark::testing {

// The demo world of one database, made once per process by the program that was given or by this one; copies are taken
// from it.
class Template {
 public:
  static Template const& of(db::Dialect dialect);
  ~Template();

  // A new place with the same content, and how to get rid of it.
  std::string copy() const;
  void drop(std::string const& place) const;

  Names names;
  Names tokens;

 private:
  explicit Template(db::Dialect dialect);
  void make_with(std::string const& program) const;
  void learn_names(db::Db& database);
  void put_off_what_comes_back() const;

  db::Dialect dialect_;
  std::string place_;
};

}  // namespace waymark::testing
