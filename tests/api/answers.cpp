#include "api/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "core/base/id.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t shortest_secret = 20;

bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-';
}

// Secrets and tags are long and have digits among their letters; no word of a sentence is like that. A bare number of
// 13 digits is a time, which is the same in both builds.
bool is_random(std::string_view word, char before) {
  auto const is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  if (base::id_of(word)) return before == '"' || before == '/' || !std::all_of(word.begin(), word.end(), is_digit);
  if (word.size() < shortest_secret) return false;
  return std::count_if(word.begin(), word.end(), is_digit) >= 2;
}

std::string file_name(std::string const& scenario, db::Dialect dialect) {
  auto name = fs::path{scenario}.lexically_relative(WAYMARK_SOURCE_DIR).generic_string();
  std::replace(name.begin(), name.end(), '/', '_');
  return fmt::format("{}.{}", name, dialect == db::Dialect::sqlite ? "sqlite" : "postgresql");
}

}  // namespace

std::string Ordinals::steady(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (!in_word(text[at])) {
      result += text[at++];
      continue;
    }
    auto const end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), in_word);
    std::string const word(text.begin() + static_cast<std::ptrdiff_t>(at), end);
    result += is_random(word, at > 0 ? text[at - 1] : ' ') ? name_of(word) : word;
    at += word.size();
  }
  return result;
}

std::string const& Ordinals::name_of(std::string const& random) {
  return names_.try_emplace(random, fmt::format("#{}", names_.size() + 1)).first->second;
}

Answers::Answers(std::string const& scenario, db::Dialect dialect)
    : scenario_(fs::path{scenario}.lexically_relative(WAYMARK_SOURCE_DIR).generic_string()) {
  auto const* folder = std::getenv("WAYMARK_ANSWERS");
  if (!folder) return;
  fs::create_directories(folder);
  file_.open(fs::path{folder} / file_name(scenario, dialect));
}

// One line for each part, so that a difference is a line. Lengths and the time of day follow from the rest.
void Answers::add(Step const& step, Answer const& answer) {
  if (!file_.is_open()) return;
  file_ << fmt::format("{}:{}\t{} {}\t{}", scenario_, step.line, step.request.method, step.request.target,
                       answer.status);
  for (auto const& [name, value] : answer.headers) {
    if (name == "date" || name == "content-length") continue;
    file_ << '\t' << name << ": " << (name == "etag" && !value.empty() ? "[tag]" : ordinals_.steady(value));
  }
  auto body = ordinals_.steady(answer.body);
  std::replace(body.begin(), body.end(), '\n', ' ');
  file_ << '\t' << body << '\n';
}

}  // namespace waymark::testing
