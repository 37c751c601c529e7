#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "api/pattern.hpp"
#include "app/edge.hpp"
#include "authorization/prepared.hpp"

// What stands at the head of every answer, over every route as everybody, over refusals, pages and files.
namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Asked {
  std::string method;
  std::string target;
  std::string body{};
};

http::Method method_of(std::string const& name) {
  if (name == "GET") return http::Method::get;
  if (name == "POST") return http::Method::post;
  if (name == "PUT") return http::Method::put;
  if (name == "PATCH") return http::Method::patch;
  return http::Method::del;
}

std::vector<Asked> every_route(Names const& names) {
  std::vector<Asked> all;
  std::ifstream in(std::string{WAYMARK_SOURCE_DIR} + "/tests/authorization/requests.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    Asked one{line.substr(0, line.find(' ')), line.substr(line.find(" | ") + 3)};
    if (auto const space = one.target.find(' '); space != std::string::npos) {
      one.body = filled(one.target.substr(space + 1), names);
      one.target.resize(space);
    }
    one.target = filled(one.target, names);
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<std::string> values_of(http::Response const& response, std::string_view name) {
  std::vector<std::string> values;
  for (auto const& [header, value] : response.headers) {
    if (header == name) values.push_back(value);
  }
  return values;
}

class Heads : public ::testing::Test {
 protected:
  Heads() {
    fs::create_directories(web_ / "assets");
    std::ofstream(web_ / "index.html") << "<!doctype html><title>Waymark</title>";
    std::ofstream(web_ / "sw.js") << "//";
    std::ofstream(web_ / "assets" / "app.js") << "//";
  }
  ~Heads() override { fs::remove_all(web_); }

  app::Edge edge(bool behind_proxy) {
    app::Config config;
    config.behind_proxy = behind_proxy;
    config.web = web_;
    auto& product = behind_proxy ? proxied_ : direct_;
    return app::Edge{config, [&](http::Request const& request) { return product.router.answer(request); }};
  }

  static http::Request request_for(Asked const& asked, Headers const& headers) {
    http::Request request;
    request.method = method_of(asked.method);
    request.target = asked.target;
    request.path = asked.target.substr(0, asked.target.find('?'));
    if (asked.target.size() > request.path.size()) request.query = asked.target.substr(request.path.size() + 1);
    request.peer = "127.0.0.1";
    request.headers.emplace_back("host", "127.0.0.1");
    for (auto const& [name, value] : headers) {
      auto lower = name;
      for (auto& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      request.headers.emplace_back(lower, value);
    }
    if (!asked.body.empty()) request.headers.emplace_back("content-type", "application/json");
    request.body = asked.body;
    return request;
  }

  // What every answer has, whatever it says.
  static void expect_guarded(http::Response const& response, Asked const& asked, int* seen = nullptr) {
    SCOPED_TRACE(fmt::format("{} {}: {}", asked.method, asked.target, response.status));
    if (seen) ++*seen;
    auto const head = http::head_of(response, "", true);
    EXPECT_THAT(head,
                AllOf(HasSubstr("X-Content-Type-Options: nosniff"), HasSubstr("X-Frame-Options: DENY"),
                      HasSubstr("Referrer-Policy: same-origin"), HasSubstr("Cross-Origin-Opener-Policy: same-origin"),
                      HasSubstr("Cross-Origin-Resource-Policy: same-origin")));
    EXPECT_THAT(head, HasSubstr("frame-ancestors 'none'"));
    EXPECT_EQ(head.find("Content-Security-Policy:"), head.rfind("Content-Security-Policy:"));
    EXPECT_THAT(head, Not(HasSubstr("Access-Control-Allow-Origin")));
    EXPECT_THAT(head, Not(HasSubstr("\r\nServer:")));
    EXPECT_EQ(values_of(response, "Cache-Control").size(), 1U);
    for (auto const& cookie : values_of(response, "Set-Cookie"))
      EXPECT_THAT(cookie, AllOf(HasSubstr("; HttpOnly; SameSite=Lax"), HasSubstr("; Path=/;")));
  }

  static bool is_public(Asked const& asked) {
    return asked.target.starts_with("/api/docs") || asked.target == "/api/openapi.json";
  }

  fs::path const web_{fs::temp_directory_path() / fmt::format("waymark-heads-{}", getpid())};
  World world_{db::Dialect::sqlite};
  Names const names_{prepare(world_)};
  app::Product direct_{*world_.database, {}};
  app::Product proxied_{*world_.database, {.line = {.trust_forwarded_proto = true}}};
};

// [CORE-20]
TEST_F(Heads, OfEveryRouteKeepWhatIsPrivateFromEveryStore) {
  auto const server = edge(false);
  int answered = 0;
  int reads = 0;
  for (auto const* person : {"nobody", "karl", "hugo", "sam", "olga"}) {
    for (auto const& asked : every_route(names_)) {
      auto const response = server.answer(request_for(asked, world_.as(person)));
      expect_guarded(response, asked, &answered);
      EXPECT_THAT(values_of(response, "Cache-Control"), Each(is_public(asked) ? "no-cache" : "no-store"))
          << asked.method << ' ' << asked.target << " as " << person;
      EXPECT_THAT(values_of(response, "Strict-Transport-Security"), IsEmpty());
      for (auto const& cookie : values_of(response, "Set-Cookie")) EXPECT_THAT(cookie, Not(HasSubstr("Secure")));
      reads += asked.method == "GET" && response.status == 200 ? 1 : 0;
    }
  }
  EXPECT_GT(answered, 700);
  EXPECT_GT(reads, 200) << "what is refused says little about what is private";
}

// [CORE-20]
TEST_F(Heads, OfRefusalsArePrivateToo) {
  auto const server = edge(false);
  for (auto const& asked : every_route(names_)) {
    for (auto const* wrong : {"{", "", R"({"no":"such"})"}) {
      auto const response = server.answer(request_for({asked.method, asked.target, wrong}, world_.as("karl")));
      expect_guarded(response, asked);
    }
    auto const elsewhere = server.answer(request_for({"GET", asked.target + "/nowhere"}, world_.as("sam")));
    expect_guarded(elsewhere, asked);
    EXPECT_THAT(values_of(elsewhere, "Cache-Control"), Each("no-store"));
    for (auto const* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
      auto const response = server.answer(request_for({method, asked.target}, {}));
      expect_guarded(response, asked);
      EXPECT_THAT(values_of(response, "Cache-Control"),
                  Each(is_public(asked) && response.status < 300 ? "no-cache" : "no-store"));
    }
  }
  auto foreign = request_for({"GET", "/api/v1/me"}, {});
  foreign.headers[0].second = "evil.example";
  auto const refused = server.answer(foreign);
  EXPECT_EQ(refused.status, 421);
  expect_guarded(refused, {"GET", "/api/v1/me"});
}

// [CORE-20]
TEST_F(Heads, OfPagesAndFilesSayWhoMayKeepThem) {
  auto const server = edge(false);
  for (auto const& [target, kept] : {std::pair{"/", "no-store"},
                                     {"/objectives/0000000000000", "no-store"},
                                     {"/index.html", "no-store"},
                                     {"/healthz", "no-store"},
                                     {"/missing.js", "no-store"},
                                     {"/sw.js", "no-cache"},
                                     {"/assets/app.js", "public, max-age=31536000, immutable"}}) {
    auto const response = server.answer(request_for({"GET", target}, {}));
    expect_guarded(response, {"GET", target});
    EXPECT_THAT(values_of(response, "Cache-Control"), Each(kept)) << target;
    auto const written = server.answer(request_for({"POST", target}, {}));
    expect_guarded(written, {"POST", target});
  }
  auto const page = server.answer(request_for({"GET", "/"}, {}));
  EXPECT_THAT(
      values_of(page, "Content-Security-Policy"),
      Each(AllOf(HasSubstr("base-uri 'none'"), HasSubstr("default-src 'none'"), Not(HasSubstr("unsafe-eval")))));
  auto tagged = request_for({"GET", "/assets/app.js"}, {});
  tagged.headers.emplace_back("if-none-match",
                              values_of(server.answer(request_for({"GET", "/assets/app.js"}, {})), "ETag").at(0));
  auto const again = server.answer(tagged);
  EXPECT_EQ(again.status, 304);
  expect_guarded(again, {"GET", "/assets/app.js"});
}

// A proxy of ours, whatever it says of the line: cookies are Secure, and who came by https stays there. [IDN-8]
TEST_F(Heads, BehindAProxyHaveSecureCookiesAndStayWithHttps) {
  auto const server = edge(true);
  Asked const signing_in{"POST", "/api/v1/session",
                         R"({"email": "cam@halden.example", "password": "measure twice, cut once"})"};
  for (auto const* line : {"https", "http", "", "HTTPS, http"}) {
    auto const response = server.answer(request_for(signing_in, {{"X-Forwarded-Proto", line}}));
    expect_guarded(response, signing_in);
    auto const cookies = values_of(response, "Set-Cookie");
    EXPECT_THAT(cookies, Each(AllOf(HasSubstr("; Secure;"), ::testing::StartsWith("__Host-waymark"))));
    EXPECT_EQ(values_of(response, "Strict-Transport-Security").size(), std::string_view{line} == "https" ? 1U : 0U);
  }
  for (auto const* target : {"/", "/assets/app.js", "/api/v1/me", "/api/v1/nowhere", "/healthz", "/missing.js"}) {
    auto const response = server.answer(request_for({"GET", target}, {{"X-Forwarded-Proto", "https"}}));
    EXPECT_THAT(values_of(response, "Strict-Transport-Security"), ::testing::ElementsAre("max-age=31536000")) << target;
  }
  auto const out = server.answer(request_for({"DELETE", "/api/v1/session"}, {{"X-Forwarded-Proto", "https"}}));
  EXPECT_THAT(values_of(out, "Set-Cookie"), Each(HasSubstr("; Secure;")));
  EXPECT_THAT(values_of(out, "Clear-Site-Data"), ::testing::ElementsAre("\"cache\""));
}

}  // namespace
}  // namespace waymark::testing
