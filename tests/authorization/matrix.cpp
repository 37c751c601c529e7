#include "authorization/matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "core/base/text.hpp"

namespace waymark::testing {
namespace {

std::string const folder = std::string{WAYMARK_SOURCE_DIR} + "/tests/authorization/";

std::set<std::string> const outcomes{"yes", "no", "hidden", "over", "invalid", "sign_in", "shown", "absent"};
std::set<std::string> const methods{"GET", "POST", "PUT", "PATCH", "DELETE"};

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string{text}};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

class Reader {
 public:
  Matrix read() {
    std::ifstream in(folder + "matrix.txt");
    for (std::string line; std::getline(in, line); ++at_) take(base::trimmed(line));
    finish();
    return std::move(matrix_);
  }

 private:
  [[noreturn]] void refuse(std::string const& why) const {
    throw std::runtime_error(fmt::format("matrix.txt:{}: {}", at_, why));
  }

  void take(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    auto const first = words_of(line).front();
    if (first == "==") {
      finish();
      rule_ = {at_, std::string{line.substr(3)}, {}, {}, {}, {}};
      inside_ = true;
    } else if (first == "set") {
      take_set(line);
    } else if (first == "always" || first == "every_change") {
      take_general(first, line);
    } else if (!inside_) {
      refuse("this stands in no rule");
    } else if (methods.contains(first)) {
      rule_.attempts.emplace_back(line);
    } else if (first == "by") {
      for (auto const& caller : callers_in(line.substr(2))) rule_.by.insert(caller);
    } else if (line.front() == '|') {
      take_states(line);
    } else {
      take_row(line);
    }
  }

  // "set part: owner author"
  void take_set(std::string_view line) {
    auto const colon = line.find(':');
    if (colon == std::string_view::npos) refuse("a set is \"set name: members\"");
    auto const name = words_of(line.substr(0, colon)).at(1);
    sets_[name] = callers_in(line.substr(colon + 1));
  }

  // "always | nobody leaver | sign_in | reason"
  void take_general(std::string const& which, std::string_view line) {
    auto const cells = base::split(line, '|');
    if (cells.size() != 4 || base::trimmed(cells[3]).empty()) refuse("four columns: which, who, outcome, reason");
    auto& general = which == "always" ? matrix_.always : matrix_.every_change;
    for (auto const& caller : callers_in(cells[1])) general[caller] = outcome_in(cells[2]);
  }

  void take_states(std::string_view line) {
    if (!rule_.states.empty()) refuse("a rule has one line of states");
    auto const cells = base::split(line.substr(1), '|');
    for (auto const cell : cells) columns_.push_back(words_of(cell));
    for (auto const& column : columns_) {
      if (column.empty()) refuse("a column names its states, or \"any\"");
      rule_.states.insert(rule_.states.end(), column.begin(), column.end());
    }
  }

  void take_row(std::string_view line) {
    auto const cells = base::split(line, '|');
    if (columns_.empty()) refuse("the line of states comes before the rows");
    if (cells.size() != columns_.size() + 2) refuse("a row is: who, an outcome for each column, the reason");
    if (base::trimmed(cells.back()).empty()) refuse("a row says why");
    std::vector<std::string> row;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      row.insert(row.end(), columns_[i].size(), outcome_in(cells[i + 1]));
    for (auto const& caller : callers_in(cells.front())) {
      if (!rule_.rows.emplace(caller, row).second) refuse(caller + " has two rows");
    }
  }

  std::string outcome_in(std::string_view cell) const {
    std::string const outcome{base::trimmed(cell)};
    if (!outcomes.contains(outcome)) refuse("\"" + outcome + "\" is no outcome");
    return outcome;
  }

  std::vector<std::string> callers_in(std::string_view text) {
    std::vector<std::string> callers;
    for (auto const& word : words_of(text)) {
      if (word.front() != '@') {
        callers.push_back(word);
        if (word != "everybody") matrix_.callers.insert(word);
        continue;
      }
      auto const found = sets_.find(word.substr(1));
      if (found == sets_.end()) refuse(word + " is no set");
      callers.insert(callers.end(), found->second.begin(), found->second.end());
    }
    return callers;
  }

  void finish() {
    if (!inside_) return;
    if (rule_.attempts.empty() || rule_.rows.empty()) refuse("the rule \"" + rule_.title + "\" is not whole");
    matrix_.rules.push_back(std::move(rule_));
    rule_ = {};
    columns_.clear();
    inside_ = false;
  }

  Matrix matrix_;
  std::map<std::string, std::vector<std::string>> sets_;
  Rule rule_;
  std::vector<std::vector<std::string>> columns_;
  bool inside_{false};
  int at_{1};
};

}  // namespace

std::string Matrix::outcome(Rule const& rule, Attempt const& attempt, std::string const& caller,
                            std::size_t state) const {
  auto const anyone = rule.rows.find("anyone");
  if (anyone != rule.rows.end()) return anyone->second[state];
  if (auto const found = always.find(caller); found != always.end()) return found->second;
  if (attempt.method != "GET") {
    if (auto const found = every_change.find(caller); found != every_change.end()) return found->second;
  }
  if (auto const row = rule.rows.find(caller); row != rule.rows.end()) return row->second[state];
  auto const rest = rule.rows.find("everybody");
  if (rest == rule.rows.end())
    throw std::runtime_error(fmt::format("matrix.txt:{}: no row is about {}", rule.line, caller));
  return rest->second[state];
}

Matrix read_matrix() {
  return Reader{}.read();
}

std::map<std::string, Attempt> read_requests() {
  std::map<std::string, Attempt> all;
  std::ifstream in(folder + "requests.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    auto const bar = line.find(" | ");
    Attempt attempt;
    attempt.name = line.substr(0, bar);
    attempt.operation = attempt.name.substr(0, attempt.name.find(" ("));
    attempt.method = attempt.name.substr(0, attempt.name.find(' '));
    attempt.target = line.substr(bar + 3);
    if (auto const space = attempt.target.find(' '); space != std::string::npos) {
      attempt.body = attempt.target.substr(space + 1);
      attempt.target.resize(space);
    }
    if (!all.emplace(attempt.name, attempt).second)
      throw std::runtime_error("requests.txt: two requests for " + attempt.name);
  }
  return all;
}

}  // namespace waymark::testing
