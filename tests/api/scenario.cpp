#include "api/scenario.hpp"

#include <fmt/format.h>

#include <fstream>
#include <regex>
#include <stdexcept>

namespace waymark::testing {
namespace {

std::regex const as_line{R"(as (\S+(?: in a browser)?))"};
std::regex const at_line{R"(at (.+))"};
std::regex const jobs_line{"jobs"};
std::regex const times_line{R"((\d+) times)"};
std::regex const end_line{"end"};
std::regex const request_line{R"((GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) ((?:"[^"]*"|[^\s"])+)\s*(.*))"};
std::regex const header_line{R"(([A-Z][A-Za-z-]+): (.*))"};
std::regex const answer_line{R"(([1-5][0-9][0-9])\s*(.*))"};

// How deep in brackets the text ends, outside of strings.
int depth_of(std::string const& text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted) {
      depth += text[i] == '{' || text[i] == '[' ? 1 : text[i] == '}' || text[i] == ']' ? -1 : 0;
    }
  }
  return depth;
}

class Reading {
 public:
  explicit Reading(Scenario& scenario) : scenario_(scenario) {}

  void all() {
    for (; at_ < scenario_.lines.size(); ++at_) step();
  }

 private:
  std::string const& line() const { return scenario_.lines[at_]; }

  // The rest of this line and of those after it, until all brackets are closed.
  std::string rest(std::string text) {
    while (depth_of(text) > 0 && at_ + 1 < scenario_.lines.size()) text += "\n" + scenario_.lines[++at_];
    return text;
  }

  void step() {
    static std::pair<std::regex, Step::Kind> const kinds[] = {{as_line, Step::Kind::as},
                                                              {at_line, Step::Kind::at},
                                                              {jobs_line, Step::Kind::jobs},
                                                              {times_line, Step::Kind::times},
                                                              {end_line, Step::Kind::end}};
    std::smatch match;
    if (line().empty() || line().front() == '#') return;
    if (std::regex_match(line(), match, request_line)) return request(match[1], match[2], match[3]);
    for (auto const& [pattern, kind] : kinds) {
      if (!std::regex_match(line(), match, pattern)) continue;
      scenario_.steps.push_back({kind, at_ + 1, match.size() > 1 ? match[1].str() : "", {}, {}});
      return;
    }
    throw std::runtime_error(fmt::format("{}:{}: cannot read this line: {}", scenario_.file, at_ + 1, line()));
  }

  void request(std::string method, std::string target, std::string body) {
    Step step{Step::Kind::request, at_ + 1, {}, {std::move(method), std::move(target), {}, {}}, {}};
    step.request.body = rest(std::move(body));
    step.request.headers = headers();
    step.expected.first_line = at_ + 1;
    std::smatch match;
    if (at_ + 1 < scenario_.lines.size() && std::regex_match(scenario_.lines[at_ + 1], match, answer_line)) {
      ++at_;
      step.expected.status = std::stoi(match[1]);
      step.expected.body = rest(match[2]);
      step.expected.lines = at_ + 1 - step.expected.first_line;
      step.expected.headers = headers();
    }
    scenario_.steps.push_back(std::move(step));
  }

  std::vector<std::pair<std::string, std::string>> headers() {
    std::vector<std::pair<std::string, std::string>> found;
    std::smatch match;
    for (; at_ + 1 < scenario_.lines.size() && std::regex_match(scenario_.lines[at_ + 1], match, header_line); ++at_) {
      found.emplace_back(match[1], match[2]);
    }
    return found;
  }

  Scenario& scenario_;
  std::size_t at_{0};
};

}  // namespace

Scenario read_scenario(std::string const& file) {
  Scenario scenario{.file = file, .lines = {}, .steps = {}};
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) scenario.lines.push_back(line);
  Reading{scenario}.all();
  return scenario;
}

std::string written(Scenario const& scenario) {
  std::string text;
  std::size_t next = 0;
  auto const keep_until = [&](std::size_t end) {
    for (; next < end; ++next) text += scenario.lines[next] + "\n";
  };
  for (auto const& step : scenario.steps) {
    if (step.kind != Step::Kind::request) continue;
    keep_until(step.expected.first_line);
    text += fmt::format("{}{}{}\n", step.expected.status, step.expected.body.empty() ? "" : " ", step.expected.body);
    next += step.expected.lines;
  }
  keep_until(scenario.lines.size());
  return text;
}

}  // namespace waymark::testing
