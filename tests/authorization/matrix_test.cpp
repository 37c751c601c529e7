#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <boost/json/parse.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "api/pattern.hpp"
#include "app/document.hpp"
#include "authorization/prepared.hpp"
#include "core/base/text.hpp"

namespace waymark::testing {
namespace {

namespace json = boost::json;

struct Kind {
  char const* name;
  char const* person;  // how they stand to the objective of the prepared world
};

constexpr std::array kinds{
    Kind{"anonymous", "nobody"}, Kind{"employee", "karl"},          Kind{"member", "ben"},
    Kind{"contributor", "erik"}, Kind{"accountable", "cam"},        Kind{"manager", "ana"},
    Kind{"hr", "hugo"},          Kind{"administrator", "sam"},      Kind{"executive", "iris"},
    Kind{"auditor", "olga"},     Kind{"read_token", "cam_reading"},
};

std::string const folder = std::string{WAYMARK_SOURCE_DIR} + "/tests/authorization/";

struct Operation {
  std::string name;  // "GET /api/v1/me"
  std::string method;
  std::string target;
  std::string body;
};

std::vector<std::string> lines_of(std::string const& file) {
  std::vector<std::string> lines;
  std::ifstream in(folder + file);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

std::string header() {
  std::string line = "operation";
  for (auto const& kind : kinds) line += fmt::format(",{}", kind.name);
  return line;
}

std::vector<Operation> operations() {
  std::vector<Operation> all;
  for (auto const& line : lines_of("requests.txt")) {
    auto const bar = line.find(" | ");
    Operation operation{.name = line.substr(0, bar), .method = {}, .target = line.substr(bar + 3), .body = {}};
    operation.method = operation.name.substr(0, operation.name.find(' '));
    if (auto const space = operation.target.find(' '); space != std::string::npos) {
      operation.body = operation.target.substr(space + 1);
      operation.target.resize(space);
    }
    all.push_back(std::move(operation));
  }
  return all;
}

// What the matrix says, by operation.
std::map<std::string, std::vector<std::string>> matrix() {
  std::map<std::string, std::vector<std::string>> rows;
  for (auto const& line : lines_of("matrix.csv")) {
    std::vector<std::string> cells;
    for (auto const cell : base::split(line, ',')) cells.emplace_back(cell);
    rows[cells.front()] = {cells.begin() + 1, cells.end()};
  }
  return rows;
}

// Tries one operation as one kind of caller in a world of its own.
int try_as(Kind const& kind, Operation const& operation) {
  World world{db::Dialect::sqlite};
  auto const names = prepare(world);
  Client client{world.port()};
  auto headers = world.as(kind.person);
  auto const target = filled(operation.target, names);
  if (!operation.body.empty()) headers.emplace_back("Content-Type", "application/json");
  if (operation.method == "PATCH") {
    auto const seen = client.send("GET", target, world.as("hugo")).headers;
    headers.emplace_back("If-Match", seen.contains("etag") ? seen.at("etag") : "\"1\"");
  }
  return Client{world.port()}.send(operation.method, target, headers, filled(operation.body, names)).status;
}

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

template <class Map>
std::set<std::string> keys_of(Map const& map) {
  std::set<std::string> keys;
  for (auto const& [key, value] : map) keys.insert(key);
  return keys;
}

bool accepting() {
  return std::getenv("WAYMARK_ACCEPT") != nullptr;
}

TEST(Authorization, EveryOperationHasARowAndEveryRowAnOperation) {
  auto rows = matrix();
  rows.erase("operation");
  EXPECT_EQ(keys_of(rows), routed());
  EXPECT_EQ(routed(), documented());
  std::set<std::string> tried;
  for (auto const& operation : operations()) tried.insert(operation.name);
  EXPECT_EQ(tried, routed());
}

TEST(Authorization, EveryCellIsAsTheMatrixSays) {
  auto const rows = matrix();
  std::string fresh = header() + "\n";
  for (auto const& operation : operations()) {
    auto const row = rows.find(operation.name);
    fresh += operation.name;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      auto const status = try_as(kinds[i], operation);
      fresh += fmt::format(",{}", status);
      if (accepting()) continue;
      ASSERT_TRUE(row != rows.end() && row->second.size() == kinds.size()) << operation.name << " has no whole row";
      EXPECT_EQ(std::to_string(status), row->second[i]) << operation.name << " as " << kinds[i].name;
    }
    fresh += "\n";
  }
  if (accepting()) std::ofstream(folder + "matrix.csv") << fresh;
}

}  // namespace
}  // namespace waymark::testing
