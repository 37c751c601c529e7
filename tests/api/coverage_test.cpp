#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "api/scenario.hpp"
#include "app/document.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

// What no scenario can show, and where it is tried instead.
std::set<std::string> const never_ends{"GET /api/v1/events"};  // src/core/events/stream_test.cpp
std::set<std::string> const secret_is_handed_over{
    // src/identity/password_links_test.cpp
    "GET /api/v1/password-links/{secret}", "PUT /api/v1/password-links/{secret}"};
// Answers everybody the same.
std::set<std::string> const never_refused{"DELETE /api/v1/session", "POST /api/v1/password-resets"};

struct Route {
  std::string name;
  std::regex shape;
  bool reads;
};

// Routes without fields first: "/people/me" is not "/people/{person}".
std::vector<Route> routes() {
  std::vector<std::string> names;
  auto const list = boost::json::parse(app::route_list());
  for (auto const& route : list.as_array()) {
    names.push_back(std::string{route.at("method").as_string()} + " " + std::string{route.at("path").as_string()});
  }
  std::stable_sort(names.begin(), names.end(), [](auto const& a, auto const& b) {
    return std::count(a.begin(), a.end(), '{') < std::count(b.begin(), b.end(), '{');
  });
  std::vector<Route> all;
  for (auto const& name : names) {
    auto const shape = std::regex_replace(name, std::regex{R"(\{[^}]*\})"}, "[^/?]+");
    all.push_back({name, std::regex{shape + R"((\?.*)?)"}, name.starts_with("GET ")});
  }
  return all;
}

struct Tried {
  std::set<std::string> done;
  std::set<std::string> refused;
};

Tried tried_by_scenarios(std::vector<Route> const& routes) {
  Tried tried;
  for (auto const& entry : fs::recursive_directory_iterator(fs::path{WAYMARK_SOURCE_DIR} / "src")) {
    if (entry.path().extension() != ".api") continue;
    for (auto const& step : read_scenario(entry.path().string()).steps) {
      if (step.kind != Step::Kind::request) continue;
      auto const asked = step.request.method + " " + step.request.target;
      auto const route = std::find_if(routes.begin(), routes.end(),
                                      [&](auto const& one) { return std::regex_match(asked, one.shape); });
      if (route == routes.end()) continue;
      (step.expected.status < 400 ? tried.done : tried.refused).insert(route->name);
    }
  }
  return tried;
}

TEST(Scenarios, ShowEveryRouteAndARefusalOfEachThatWrites) {
  auto const all = routes();
  ASSERT_GT(all.size(), 50U);
  auto const tried = tried_by_scenarios(all);
  std::vector<std::string> never_done;
  std::vector<std::string> never_seen_refused;
  for (auto const& route : all) {
    auto const excepted = never_ends.contains(route.name) || secret_is_handed_over.contains(route.name);
    if (!tried.done.contains(route.name) && !excepted) never_done.push_back(route.name);
    if (!route.reads && !tried.refused.contains(route.name) && !never_refused.contains(route.name))
      never_seen_refused.push_back(route.name);
  }
  EXPECT_THAT(never_done, IsEmpty()) << "no scenario shows how these work";
  EXPECT_THAT(never_seen_refused, IsEmpty()) << "no scenario shows when these are refused";
}

}  // namespace
}  // namespace waymark::testing
