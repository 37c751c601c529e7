#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "app/document.hpp"
#include "app/edge.hpp"
#include "app/organisation.hpp"
#include "authorization/cast.hpp"
#include "authorization/matrix.hpp"
#include "authorization/rehearsal.hpp"
#include "testing/databases.hpp"

namespace waymark::testing {
namespace {

namespace json = boost::json;

std::set<std::string> routed() {
  std::set<std::string> names;
  auto const routes = json::parse(app::route_list());
  for (auto const& route : routes.as_array()) {
    names.insert(
        fmt::format("{} {}", std::string{route.at("method").as_string()}, std::string{route.at("path").as_string()}));
  }
  return names;
}

std::set<std::string> documented() {
  std::set<std::string> names;
  auto const document = json::parse(app::api_document());
  for (auto const& [path, item] : document.at("paths").as_object()) {
    for (auto const& [method, operation] : item.as_object()) {
      std::string upper{method};
      for (auto& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      if (upper != "PARAMETERS") names.insert(fmt::format("{} {}", upper, std::string{path}));
    }
  }
  return names;
}

// The cast on one database, behind a server whose writes are undone.
class Stage {
 public:
  static Stage& on(db::Dialect dialect) {
    static std::map<db::Dialect, std::unique_ptr<Stage>> stages;
    auto& stage = stages[dialect];
    if (!stage) stage = std::make_unique<Stage>(dialect);
    return *stage;
  }

  explicit Stage(db::Dialect dialect) : world_(dialect), cast_(cast_in(world_)), rehearsal_(*world_.database) {
    product_ =
        std::make_unique<app::Product>(rehearsal_, identity::Options{.organisation = app::organisation_of(rehearsal_)});
    app::Config config;
    config.port = 0;
    edge_ = std::make_unique<app::Edge>(
        config, [this](http::Request const& request) { return product_->router.answer(request); });
    server_ = std::make_unique<http::Server>(
        "127.0.0.1", 0, [this](http::Request const& request) { return edge_->answer(request); },
        http::Limits{.workers = 2});
    thread_ = std::thread([this] { server_->run(); });
    client_ = std::make_unique<Client>(server_->port());
  }

  ~Stage() {
    client_.reset();
    server_->stop();
    thread_.join();
  }

  Callers const& callers() const { return cast_.callers; }

  // Does a body tell of what is in this state: by its word, or by the id of its objective?
  bool tells_of(std::string const& body, std::string const& state) const {
    auto const id = cast_.names.find(state + "/objective");
    return body.find(filled("<mark>", state)) != std::string::npos ||
           (id != cast_.names.end() && body.find(id->second) != std::string::npos);
  }

  // <name> is the name in this state, or of the world.
  std::string filled(std::string text, std::string const& state) const {
    for (auto open = text.find('<'); open != std::string::npos; open = text.find('<', open)) {
      auto const close = text.find('>', open);
      auto const name = text.substr(open + 1, close - open - 1);
      auto found = cast_.names.find(state + "/" + name);
      if (found == cast_.names.end()) found = cast_.names.find(name);
      if (found == cast_.names.end()) throw std::runtime_error("There is no \"" + name + "\" in the state " + state);
      text.replace(open, close - open + 1, found->second);
    }
    return text;
  }

  Answer send(Attempt const& attempt, std::string const& caller, std::string const& state) {
    auto headers = cast_.callers.find(caller)->second;
    auto const target = filled(attempt.target, state);
    if (target == "/api/v1/events") return begun(target, headers);
    if (attempt.method == "PATCH") {
      auto const seen = client_->send("GET", target, headers).headers;
      headers.emplace_back("If-Match", seen.contains("etag") ? seen.at("etag") : "\"1\"");
    }
    if (!attempt.body.empty()) headers.emplace_back("Content-Type", "application/json");
    return client_->send(attempt.method, target, headers, filled(attempt.body, state));
  }

 private:
  World world_;
  Cast cast_;
  Rehearsal rehearsal_;
  std::unique_ptr<app::Product> product_;
  std::unique_ptr<app::Edge> edge_;
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
  // A stream has no end: how it begins is its answer.
  Answer begun(std::string const& target, Headers const& headers) {
    auto bytes = fmt::format("GET {} HTTP/1.1\r\nHost: 127.0.0.1\r\n", target);
    for (auto const& [name, value] : headers) bytes += fmt::format("{}: {}\r\n", name, value);
    auto const said = client_->exchange(bytes + "\r\n");
    return {.status = std::atoi(said.substr(std::min<std::size_t>(said.size(), 9), 3).c_str()),
            .headers = {},
            .body = said};
  }

  std::unique_ptr<Client> client_;
};

std::string outcome_of(Answer const& answer) {
  switch (answer.status) {
    case 401: return "sign_in";
    case 403: return "no";
    case 404: return "hidden";
    case 409: return "over";
    case 422: return "invalid";
    default: break;
  }
  return answer.status >= 200 && answer.status < 300 ? "yes" : std::to_string(answer.status);
}

Matrix const& matrix() {
  static auto const read = read_matrix();
  return read;
}

TEST(Authorization, EveryOperationHasARuleAndARequestAndEveryRuleAnOperation) {
  auto const requests = read_requests();
  std::set<std::string> ruled;
  std::set<std::string> used;
  for (auto const& rule : matrix().rules) {
    for (auto const& name : rule.attempts) {
      ASSERT_TRUE(requests.contains(name)) << "requests.txt has no request for " << name;
      ruled.insert(requests.at(name).operation);
      used.insert(name);
    }
  }
  std::set<std::string> known;
  for (auto const& [name, attempt] : requests) known.insert(name);
  EXPECT_EQ(ruled, routed());
  EXPECT_EQ(routed(), documented());
  EXPECT_EQ(known, used);
}

class MatrixTest : public ::testing::TestWithParam<db::Dialect> {};

TEST_P(MatrixTest, EveryCallerOfItIsThere) {
  for (auto const& caller : matrix().callers) {
    EXPECT_TRUE(caller == "anyone" || Stage::on(GetParam()).callers().contains(caller)) << caller;
  }
}

TEST_P(MatrixTest, EveryCellIsAsItSays) {
  auto& stage = Stage::on(GetParam());
  auto const requests = read_requests();
  auto const* one = std::getenv("WAYMARK_MATRIX_RULE");   // the line of a rule: that one alone
  auto const* from = std::getenv("WAYMARK_MATRIX_FROM");  // the line of a rule: those from there on
  std::size_t cells = 0;
  for (auto const& rule : matrix().rules) {
    if (one && std::to_string(rule.line) != one) continue;
    if (from && rule.line < std::atoi(from)) continue;
    for (auto const& name : rule.attempts) {
      auto const& attempt = requests.at(name);
      for (auto const& [caller, headers] : stage.callers()) {
        if (!rule.by.empty() && !rule.by.contains(caller)) continue;
        for (std::size_t i = 0; i < rule.states.size(); ++i) {
          auto const expected = matrix().outcome(rule, attempt, caller, i);
          bool const inside = expected == "shown" || expected == "absent";
          auto const answer = stage.send(attempt, caller, rule.states[i]);
          auto found = outcome_of(answer);
          if (inside && found == "yes") found = stage.tells_of(answer.body, rule.states[i]) ? "shown" : "absent";
          ++cells;
          EXPECT_EQ(found, expected) << "matrix.txt:" << rule.line << " " << name << " | " << caller << " | "
                                     << rule.states[i] << "\n"
                                     << (found == "shown" || found == "absent" ? "" : answer.body);
          if (HasFailure() && ::testing::GTEST_FLAG(fail_fast)) return;
        }
      }
    }
  }
  RecordProperty("cells", std::to_string(cells));
  std::printf("%zu cells\n", cells);
}

INSTANTIATE_TEST_SUITE_P(, MatrixTest, on_both_databases, name_of);

}  // namespace
}  // namespace waymark::testing
