#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include "testing/program.hpp"
#include "world/client.hpp"
#include "world/spawn.hpp"

// Secrets and private texts are driven through the program; then everything is searched that it leaves behind.
namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using ::testing::HasSubstr;
using ::testing::Not;

std::string bytes_of(fs::path const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

class Canaries : public ::testing::Test {
 protected:
  Canaries() {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    auto const made = run({program(), "demo", "--data", data_});
    EXPECT_EQ(made.code, 0) << made.said;
  }
  ~Canaries() override {
    end_by(SIGKILL);
    fs::remove_all(folder_);
  }

  // A text that stands nowhere else.
  std::string plant(std::string const& what) {
    auto text = fmt::format("canary{:02} sings of {}", ++planted_, what);
    texts_.emplace_back(what, text);
    return text;
  }
  // A secret that the program made.
  std::string found(std::string const& what, std::string const& secret) {
    EXPECT_GT(secret.size(), 20U) << what;
    ++planted_;
    texts_.emplace_back(what, secret);
    secrets_.emplace_back(what, secret);
    return secret;
  }
  // A password: never kept as it is.
  std::string plant_secret(std::string const& what) {
    auto text = plant(what);
    secrets_.emplace_back(what, text);
    return text;
  }

  void start() {
    auto const log = ::open(log_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    pid_ = spawn({program(), "serve", "--data", data_, "--listen", "127.0.0.1:0", "--web", "nowhere"}, {}, log, log);
    ::close(log);
    constexpr std::string_view mark = "serving on http://127.0.0.1:";
    for (int i = 0; i < 600 && port_ == 0; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{100});
      auto const said = bytes_of(log_);
      auto const at = said.find(mark);
      if (at != std::string::npos && said.find('\n', at) != std::string::npos)
        port_ = static_cast<unsigned short>(std::stoi(said.substr(at + mark.size())));
    }
    ASSERT_NE(port_, 0);
  }
  void end_by(int signal) {
    if (pid_ <= 0) return;
    ::kill(pid_, signal);
    ::waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }

  // Remembers what refusals said. Every answer but those below 300 is a refusal.
  Answer ask(std::string_view cookie, std::string_view method, std::string const& target, std::string const& body = {},
             Headers more = {}) {
    Headers headers{{"Origin", "http://127.0.0.1"}};
    if (!cookie.empty()) headers.emplace_back("Cookie", cookie);
    if (!body.empty()) headers.emplace_back("Content-Type", "application/json");
    headers.insert(headers.end(), more.begin(), more.end());
    Client client{port_};
    auto answer = client.send(method, target, headers, body);
    EXPECT_LT(answer.status, 500) << method << " " << target << ": " << answer.body;
    // Whoever lost a race is told what stands there now, which they may read.
    bool const is_lost_race = answer.body.find("version_conflict") != std::string::npos;
    if (answer.status >= 400 && !is_lost_race)
      refusals_ += fmt::format("{} {} {}\n", method, answer.status, answer.body);
    return answer;
  }
  json::value done(std::string_view cookie, std::string_view method, std::string const& target,
                   std::string const& body = {}, Headers const& more = {}) {
    auto const answer = ask(cookie, method, target, body, more);
    EXPECT_LT(answer.status, 300) << method << " " << target << " " << body << ": " << answer.body;
    return answer.body.empty() || answer.status >= 300 ? json::value{} : json::parse(answer.body);
  }
  void refused(std::string_view cookie, std::string_view method, std::string const& target,
               std::string const& body = {}, Headers const& more = {}) {
    auto const answer = ask(cookie, method, target, body, more);
    EXPECT_GE(answer.status, 400) << method << " " << target << ": " << answer.body;
  }

  std::string sign_in(char const* name, std::string const& password = "measure twice, cut once") {
    auto const answer = ask("", "POST", "/api/v1/session",
                            fmt::format(R"({{"email": "{}@halden.example", "password": "{}"}})", name, password));
    EXPECT_EQ(answer.status, 201) << answer.body;
    auto const cookie = answer.headers.at("set-cookie");
    return cookie.substr(0, cookie.find(';'));
  }

  void expect_none_in(std::string const& sink, std::string const& where) {
    ++searched_;
    for (auto const& [what, text] : texts_)
      EXPECT_EQ(sink.find(text), std::string::npos) << what << " stands in " << where << "\n" << line_with(sink, text);
  }

  static std::string line_with(std::string const& sink, std::string const& text) {
    auto const at = sink.find(text);
    if (at == std::string::npos) return {};
    auto const begin = sink.rfind('\n', at) == std::string::npos ? 0 : sink.rfind('\n', at) + 1;
    return sink.substr(begin, std::min<std::size_t>(sink.find('\n', at) - begin, 500));
  }

  fs::path const folder_{fs::temp_directory_path() / fmt::format("waymark-canaries-{}", getpid())};
  std::string const data_{(folder_ / "data").string()};
  std::string const log_{(folder_ / "log").string()};
  std::vector<std::pair<std::string, std::string>> texts_;
  std::vector<std::pair<std::string, std::string>> secrets_;
  int planted_{0};
  std::string refusals_;
  pid_t pid_{0};
  unsigned short port_{0};
  int searched_{0};
};

std::string text_at(json::value const& value, std::string_view pointer) {
  return std::string{value.at_pointer(pointer).as_string()};
}

TEST_F(Canaries, AreInNoLogNoErrorNoNameOfAFileAndNoLineOfTheLog) {  // [AUD-8]
  start();
  auto const body = [](std::string_view pattern, auto const&... texts) {
    return fmt::format(fmt::runtime(pattern), texts...);
  };
  auto const ana = sign_in("ana");
  auto const hugo = sign_in("hugo");
  auto const sam = sign_in("sam");
  found("a cookie", ana.substr(ana.find('=') + 1));

  // Signing in and passwords.
  refused("", "POST", "/api/v1/session",
          body(R"({{"email": "ben@halden.example", "password": "{}"}})", plant_secret("a wrong password")));
  refused("", "POST", "/api/v1/session",
          body(R"({{"email": "nobody@halden.example", "password": "{}"}})", plant_secret("a stranger's password")));
  auto const stranger = "canary.stranger@halden.example";
  texts_.emplace_back("an address without an account", stranger);
  ++planted_;
  refused("", "POST", "/api/v1/session", body(R"({{"email": "{}", "password": "measure thrice, cut"}})", stranger));
  EXPECT_EQ(ask("", "POST", "/api/v1/password-resets", body(R"({{"email": "{}"}})", stranger)).status, 202);
  EXPECT_EQ(ask("", "POST", "/api/v1/password-resets", R"({"email": "ben@halden.example"})").status, 202);
  refused(ana, "PUT", "/api/v1/me/password",
          body(R"({{"current": "{}", "password": "eleven brown herons"}})", plant_secret("a wrong current password")));
  auto const wait_for_a_next_try = [] { std::this_thread::sleep_for(std::chrono::milliseconds{1100}); };
  wait_for_a_next_try();
  auto const fresh = plant_secret("a new password");
  done(ana, "PUT", "/api/v1/me/password", body(R"({{"current": "measure twice, cut once", "password": "{}"}})", fresh));
  refused(ana, "PUT", "/api/v1/me/session/proof", body(R"({{"password": "{}"}})", plant_secret("a wrong proof")));
  wait_for_a_next_try();
  done(ana, "PUT", "/api/v1/me/session/proof", body(R"({{"password": "{}"}})", fresh));
  auto const other = sign_in("ana", fresh);
  found("a second cookie", other.substr(other.find('=') + 1));

  // Links and tokens.
  auto const person =
      done(hugo, "POST", "/api/v1/people", R"({"name": "Nora Lund", "email": "nora.lund@halden.example"})");
  auto const link = text_at(done(hugo, "POST", "/api/v1/people/" + text_at(person, "/id") + "/invitation"), "/link");
  auto const secret = found("a link", link.substr(link.find("token=") + 6));
  done("", "PUT", "/api/v1/password-links/" + secret,
       body(R"({{"password": "{}"}})", plant_secret("a first password")));
  refused("", "PUT", "/api/v1/password-links/" + secret, R"({"password": "twelve brown herons"})");
  auto const by_hand = run({program(), "user", "link", "--data", data_, "--email", "ben@halden.example"});
  EXPECT_NE(by_hand.code, 0);  // the server has the folder
  auto const token = text_at(done(ana, "POST", "/api/v1/me/tokens",
                                  R"({"name": "script", "scopes": ["read", "write"], "expires_in_days": 1})"),
                             "/secret");
  found("a token", token);
  done("", "GET", "/api/v1/me", "", {{"Authorization", "Bearer " + token}});
  auto const bogus = std::string{"wm_"} + std::string(40, 'q') + "canarytoken";
  found("a wrong token", bogus);
  refused("", "GET", "/api/v1/me", "", {{"Authorization", "Bearer " + bogus}});
  auto const no_session = std::string(40, 'q') + "canarycookie";
  found("a wrong cookie", no_session);
  refused("waymark_session=" + no_session, "GET", "/api/v1/me");
  auto const no_link = std::string(41, 'q') + "canarybrink";
  found("a wrong link", no_link);
  refused("", "GET", "/api/v1/password-links/" + no_link);
  refused(hugo, "PUT", "/api/v1/password-links/" + no_link, R"({"password": "twelve brown herons"})",
          {{"Sec-Fetch-Site", "cross-site"}});

  // A draft and what is said about it.
  auto const me = done(ana, "GET", "/api/v1/me");
  std::string cycle;
  auto const cycles = done(ana, "GET", "/api/v1/cycles");
  for (auto const& one : cycles.at("items").as_array()) {
    if (one.at("current").as_bool() || cycle.empty()) cycle = text_at(one, "/id");
  }
  auto const draft = done(ana, "POST", "/api/v1/objectives",
                          body(R"({{"cycle_id": "{}", "team_id": "{}", "title": "{}", "why": "{}"}})", cycle,
                               text_at(me, "/teams/0/id"), plant("the title of a draft"), plant("the why of a draft")));
  auto const at = "/api/v1/objectives/" + text_at(draft, "/id");
  auto const result = done(ana, "POST", at + "/key-results",
                           body(R"({{"title": "{}", "baseline": 1, "target": 2}})", plant("a key result of a draft")));
  done(ana, "POST", at + "/comments", body(R"({{"text": "{}"}})", plant("a comment")));
  done(ana, "POST", at + "/initiatives", body(R"({{"title": "{}"}})", plant("an initiative")));
  refused(sam, "PATCH", at, body(R"({{"title": "{}"}})", plant("what a stranger writes")), {{"If-Match", "\"1\""}});
  refused(sam, "POST", at + "/comments", body(R"({{"text": "{}"}})", plant("a stranger's comment")));
  refused(ana, "PATCH", at, body(R"({{"title": "{}"}})", plant("a lost race")), {{"If-Match", "\"77\""}});
  refused(ana, "POST", at + "/comments", body(R"({{"text": "{}"}})", plant("too long") + std::string(20'000, 'x')));
  refused(ana, "POST", at + "/comments", body(R"({{"text": "{}")", plant("broken JSON")));
  refused(ana, "POST", at + "/comments", body(R"({{"text": {{"{}": 1}}}})", plant("a wrong shape")));
  refused(ana, "POST", at + "/comments", body(R"({{"text": "x", "mention_ids": ["{}"]}})", plant("a wrong id")));
  auto const key_result = text_at(result, result.as_object().contains("key_results") ? "/key_results/0/id" : "/id");
  ask(ana, "PUT", at + "/publication");
  ask(ana, "POST", "/api/v1/key-results/" + key_result + "/check-ins",
      body(R"({{"value": 1.5, "confidence": 7, "what_happened": "{}", "what_next": "{}", "help_needed": "{}"}})",
           plant("what happened"), plant("what is next"), plant("help that is needed")));
  ask(ana, "POST", at + "/blockers",
      body(R"({{"key_result_id": "{}", "text": "{}"}})", key_result, plant("a blocker")));
  ask(ana, "PUT", "/api/v1/key-results/" + key_result + "/removal", body(R"({{"reason": "{}"}})", plant("a removal")));
  ask(ana, "PUT", at + "/cancellation", body(R"({{"reason": "{}"}})", plant("a cancellation")));
  ask(ana, "POST", "/api/v1/teams/" + text_at(me, "/teams/0/id") + "/retros/" + cycle + "/cards",
      body(R"({{"part": "learn", "text": "{}"}})", plant("a retro card")));
  done(ana, "POST", "/api/v1/views", body(R"({{"name": "{}", "query": "at_risk=true"}})", plant("a view")));
  auto const kpi = done(hugo, "POST", "/api/v1/kpis",
                        body(R"({{"name": "{}", "description": "{}"}})", plant("a KPI"), plant("its description")));
  done(hugo, "POST", "/api/v1/kpis/" + text_at(kpi, "/id") + "/entries",
       body(R"({{"value": 3, "note": "{}"}})", plant("a note")));

  // What stands in addresses, headers and files.
  auto const in_address = [](std::string text) {
    for (auto& letter : text) letter = letter == ' ' ? '+' : letter;
    return text;
  };
  auto const sought = in_address(plant("what is sought"));
  texts_.emplace_back("what is sought, as it stands in an address", sought);
  ask(ana, "GET", "/api/v1/search?text=" + sought);
  refused(ana, "GET", "/api/v1/audit?" + in_address(plant("a query")) + "=1");
  refused(ana, "GET", "/api/v1/" + in_address(plant("an address")));
  refused(ana, "POST", at + "/comments", R"({"text": "twice"})",
          {{"Idempotency-Key", plant("a key") + std::string(300, 'x')}});
  ask(ana, "GET", "/api/v1/me", "", {{"X-Forwarded-For", plant("where from")}, {"Referer", plant("a referrer")}});
  ask(sam, "POST", "/api/v1/imports/people?dry_run=true",
      body(R"({{"text": "name,email\n{},x@halden.example\n", "mapping": []}})", plant("a name in a file")));
  ask(sam, "POST", "/api/v1/imports/okrs?dry_run=true",
      body(R"({{"text": "cycle,objective\n2026-Q2,{}\n", "mapping": []}})", plant("an objective in a file")));
  ask(sam, "POST", "/api/v1/imports/okrs",
      body(R"({{"text": "cycle,{}\n2026-Q2\n", "mapping": []}})", plant("a column in a file")));
  ask(hugo, "GET", "/api/v1/exports/okrs");

  EXPECT_GE(planted_, 40);
  expect_none_in(refusals_, "a refusal");
  expect_none_in(ask("", "GET", "/healthz").body, "what is told of health");
  expect_none_in(ask("", "GET", "/api/openapi.json").body, "the documentation");
  std::string lines;
  for (std::string after; lines.size() < 10'000'000;) {
    auto const page = done(sam, "GET", "/api/v1/audit?limit=200" + (after.empty() ? "" : "&after=" + after));
    lines += json::serialize(page);
    if (page.at("next").is_null()) break;
    after = text_at(page, "/next");
  }
  EXPECT_THAT(lines, HasSubstr("session.refused"));
  EXPECT_THAT(lines, HasSubstr("act.refused"));
  EXPECT_THAT(lines, HasSubstr("okrs.exported"));
  expect_none_in(lines, "the log of what was done");
  EXPECT_THAT(bytes_of(fmt::format("/proc/{}/limits", pid_)),
              HasSubstr("Max core file size        0                    0"));

  auto const copy = (folder_ / "copy.db").string();
  expect_none_in(run({program(), "backup", copy, "--data", data_}).said, "what a backup says");
  expect_none_in(run({program(), "check", "--data", data_}).said, "what a check says");
  end_by(SIGABRT);
  expect_none_in(bytes_of(log_), "the log");
  std::string names;
  for (auto const& entry : fs::recursive_directory_iterator{folder_}) {
    names += entry.path().string() + "\n";
    EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("core")));
  }
  expect_none_in(names, "the name of a file");
  auto const checked = run({program(), "check", "--data", data_, "--json"}).said;
  EXPECT_THAT(checked, HasSubstr("\"what\":\"log\",\"sound\":true"));
  expect_none_in(checked, "what a check says to machines");
  // Secrets are not even in the data as they are.
  for (auto const& entry : fs::recursive_directory_iterator{folder_}) {
    auto const kept = entry.is_regular_file() ? bytes_of(entry.path()) : std::string{};
    for (auto const& [what, text] : secrets_)
      EXPECT_EQ(kept.find(text), std::string::npos) << what << " stands in " << entry.path();
  }
  fmt::print("{} secrets and private texts, {} sinks, {} secrets in the files\n", texts_.size(), searched_,
             secrets_.size());
}

}  // namespace
}  // namespace waymark::testing
