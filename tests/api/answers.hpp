#pragma once

#include <fstream>
#include <map>
#include <string>

#include "api/scenario.hpp"
#include "core/db/connection.hpp"
#include "world/client.hpp"

namespace waymark::testing {

// What is random in an answer, an id, a tag, a secret, as the how manieth of its kind it is.
class Ordinals {
 public:
  std::string steady(std::string_view text);

 private:
  std::string const& name_of(std::string const& random);

  std::map<std::string, std::string> names_;
};

// The answers of one scenario as they came, in a file of the folder that WAYMARK_ANSWERS names (when it names one):
// tools/compare_answers.py holds those of two builds against each other.
class Answers {
 public:
  Answers(std::string const& scenario, db::Dialect dialect);
  void add(Step const& step, Answer const& answer);

 private:
  std::string scenario_;
  std::ofstream file_;
  Ordinals ordinals_;
};

}  // namespace waymark::testing
