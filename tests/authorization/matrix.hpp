#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace waymark::testing {

// matrix.txt as it stands there; README.md beside it says how it is written. Throws std::runtime_error, with the line,
// for what does not follow that.

// One request of an operation: "GET /api/v1/search", or with a word in brackets where there are several.
struct Attempt {
  std::string name;
  std::string operation;
  std::string method;
  std::string target;
  std::string body;
};

// Operations that obey one rule.
struct Rule {
  int line{0};
  std::string title;
  std::vector<std::string> attempts;
  std::set<std::string> by;  // who tries it, where that is not the whole cast
  std::vector<std::string> states;
  // Outcomes by caller, one for each state; "everybody" for those who are not named.
  std::map<std::string, std::vector<std::string>> rows;
};

struct Matrix {
  std::vector<Rule> rules;
  std::map<std::string, std::string> always;        // caller: outcome of everything that is not open to anyone
  std::map<std::string, std::string> every_change;  // the same for everything but reads
  std::set<std::string> callers;                    // who is named anywhere

  // What must come of it; `everybody` where no row names the caller.
  std::string outcome(Rule const& rule, Attempt const& attempt, std::string const& caller, std::size_t state) const;
};

Matrix read_matrix();
std::map<std::string, Attempt> read_requests();

}  // namespace waymark::testing
