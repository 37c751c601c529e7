#include "api/play.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <span>

#include "api/answers.hpp"
#include "api/pattern.hpp"
#include "world/any_world.hpp"

namespace waymark::testing {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// "+3 days", "+10 seconds", "2025-11-20" or "2025-11-20T09:30".
base::Millis moment_of(std::string const& when, base::Millis now) {
  int number = 0;
  if (std::sscanf(when.c_str(), "+%d days", &number) == 1 && when.ends_with(" days"))
    return now + number * base::ms_per_day;
  if (std::sscanf(when.c_str(), "+%d seconds", &number) == 1 && when.ends_with(" seconds"))
    return now + number * 1000LL;
  auto const day = base::Day::parse(when.substr(0, 10));
  if (!day) throw std::runtime_error(fmt::format("\"at {}\" is no moment", when));
  int hour = 12;
  int minute = 0;
  if (when.size() > 11) std::sscanf(when.c_str() + 11, "%d:%d", &hour, &minute);
  return day->start_ms() + (hour * 60 + minute) * 60'000LL;
}

// What stands in quotes in a target, as an address carries it.
std::string with_words_encoded(std::string const& target) {
  std::string address;
  bool quoted = false;
  for (unsigned char const c : target) {
    if (c == '"') {
      quoted = !quoted;
    } else if (quoted && !(std::isalnum(c) && c < 0x80)) {
      address += fmt::format("%{:02X}", c);
    } else {
      address += static_cast<char>(c);
    }
  }
  return address;
}

class Play {
 public:
  Play(Scenario& scenario, db::Dialect dialect, bool accept)
      : scenario_(scenario),
        world_(fresh_world(dialect)),
        client_(world_->port()),
        memory_(world_->names()),
        answers_(scenario.file, dialect),
        accept_(accept) {}

  std::vector<std::string> all() {
    several(scenario_.steps);
    return std::move(failures_);
  }

 private:
  void several(std::span<Step> steps) {
    for (auto at = steps.begin(); at != steps.end(); ++at) {
      if (at->kind == Step::Kind::as) become(at->word);
      if (at->kind == Step::Kind::at) world_->move_clock(moment_of(at->word, world_->now()));
      if (at->kind == Step::Kind::jobs) world_->do_jobs();
      if (at->kind == Step::Kind::request) one(*at);
      if (at->kind != Step::Kind::times) continue;
      auto const end = std::find_if(at, steps.end(), [](Step const& step) { return step.kind == Step::Kind::end; });
      for (int left = std::stoi(at->word); left > 0; --left) several({at + 1, end});
      at = std::prev(end);
    }
  }

  // By a token of the world's own, or by signing in as people do.
  void become(std::string const& who) {
    constexpr std::string_view in_a_browser = " in a browser";
    if (!who.ends_with(in_a_browser)) {
      caller_ = world_->as(who);
      return;
    }
    auto const name = who.substr(0, who.size() - in_a_browser.size());
    auto const answer =
        client_.send("POST", "/api/v1/session", {{"Content-Type", "application/json"}},
                     fmt::format(R"({{"email": "{}@halden.example", "password": "measure twice, cut once"}})", name));
    if (answer.status != 201) throw std::runtime_error(fmt::format("{} cannot sign in: {}", name, answer.body));
    auto const cookie = answer.headers.at("set-cookie");
    caller_ = {{"Cookie", cookie.substr(0, cookie.find(';'))}};
  }

  void one(Step& step) {
    auto const answer = send(step.request);
    answers_.add(step, answer);
    boost::json::error_code not_json;
    auto const body = boost::json::parse(answer.body, not_json);
    auto const value = not_json ? boost::json::value(boost::json::string(answer.body)) : body;
    if (accept_) return accept(step, answer, value);
    auto const found = differences(step.expected, answer, value);
    if (found.empty()) return;
    failures_.push_back(fmt::format("{}:{}: {} {}\n  {}\n  the whole answer: {} {}", scenario_.file, step.line,
                                    step.request.method, step.request.target, fmt::join(found, "\n  "), answer.status,
                                    answer.body));
  }

  Answer send(Request const& request) {
    auto headers = caller_;
    for (auto const& [name, value] : request.headers) headers.emplace_back(name, filled(value, memory_));
    auto const body = filled(request.body, memory_);
    auto const has_type =
        std::any_of(headers.begin(), headers.end(), [](auto const& h) { return lower(h.first) == "content-type"; });
    if (!body.empty() && !has_type) headers.emplace_back("Content-Type", "application/json");
    return client_.send(request.method, with_words_encoded(filled(request.target, memory_)), headers, body);
  }

  std::vector<std::string> differences(Expected const& expected, Answer const& answer,
                                       boost::json::value const& value) {
    std::vector<std::string> found;
    if (expected.status != answer.status)
      found.push_back(fmt::format("status: expected {}, got {}", expected.status, answer.status));
    if (!expected.body.empty()) {
      auto const more = Pattern::of(expected.body).differences(value, memory_);
      found.insert(found.end(), more.begin(), more.end());
    } else if (!answer.body.empty()) {
      found.push_back("expected no body");
    }
    for (auto const& [name, pattern] : expected.headers) {
      auto const header = answer.headers.find(lower(name));
      auto const text = header == answer.headers.end() ? std::string{} : header->second;
      if (!fits(pattern, text, memory_)) found.push_back(fmt::format("{}: expected {}, got {}", name, pattern, text));
    }
    return found;
  }

  void accept(Step& step, Answer const& answer, boost::json::value const& value) {
    std::optional<Pattern> before;
    if (!step.expected.body.empty()) before = Pattern::of(step.expected.body);
    differences(step.expected, answer, value);  // remembers names
    step.expected.status = answer.status;
    step.expected.body = answer.body.empty() ? "" : Pattern::accepted(before ? &*before : nullptr, value, memory_);
  }

  Scenario& scenario_;
  std::unique_ptr<AnyWorld> world_;
  Client client_;
  Memory memory_;
  Answers answers_;
  bool accept_;
  Headers caller_;
  std::vector<std::string> failures_;
};

}  // namespace

std::vector<std::string> play(Scenario& scenario, db::Dialect dialect, bool accept) {
  return Play{scenario, dialect, accept}.all();
}

}  // namespace waymark::testing
