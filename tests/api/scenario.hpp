#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace waymark::testing {

// One scripted request and the answer it should get.
struct Request {
  std::string method;
  std::string target;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

struct Expected {
  int status{0};  // 0: not written yet
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // value may be <name>
  std::size_t first_line{0};                                 // of the file, and how many lines the answer takes
  std::size_t lines{0};
};

struct Step {
  enum class Kind { as, at, jobs, times, end, request };
  Kind kind;
  std::size_t line;  // from 1
  std::string word;  // who, when, or how many times
  Request request;
  Expected expected;
};

struct Scenario {
  std::string file;
  std::vector<std::string> lines;
  std::vector<Step> steps;
};

// Throws std::runtime_error with file, line and what is wrong there.
Scenario read_scenario(std::string const& file);

// The text of the scenario with the answers of `steps` in place of those of the file.
std::string written(Scenario const& scenario);

}  // namespace waymark::testing
