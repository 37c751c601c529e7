#include <gtest/gtest.h>

#include <fmt/format.h>

#include <boost/json/parse.hpp>

#include "world/world.hpp"

namespace waymark::testing {
namespace {

namespace json = boost::json;

constexpr db::Sql count_rows{"test.count_rows", R"sql(
  SELECT (SELECT COUNT(*) FROM people_person) + (SELECT COUNT(*) FROM people_team) + (SELECT COUNT(*) FROM people_role)
       + (SELECT COUNT(*) FROM okr_cycle) + (SELECT COUNT(*) FROM okr_objective) + (SELECT COUNT(*) FROM okr_key_result)
       + (SELECT COUNT(*) FROM okr_check_in) + (SELECT COUNT(*) FROM okr_link) + (SELECT COUNT(*) FROM okr_blocker)
       + (SELECT COUNT(*) FROM okr_comment) + (SELECT COUNT(*) FROM okr_change) + (SELECT COUNT(*) FROM kpi_entry)
       + (SELECT COUNT(*) FROM core_event) + (SELECT COUNT(*) FROM audit_event WHERE action <> 'act.refused'))sql"};

constexpr db::Sql find_objective{"test.find_objective", "SELECT id FROM okr_objective WHERE title = :title"};
constexpr db::Sql find_key_result{"test.find_key_result", "SELECT id FROM okr_key_result WHERE title = :title"};

class BadInput : public ::testing::TestWithParam<db::Dialect> {
 protected:
  BadInput() : client_(world_.port()) {}

  std::string id_of(db::Sql const& query, char const* title) {
    return world_.database->read([&](db::Tx& tx) { return base::id_text(tx.row<std::int64_t>(query, title).value()); });
  }

  std::int64_t rows() {
    return world_.database->read([](db::Tx& tx) { return tx.row<std::int64_t>(count_rows).value(); });
  }

  Headers json_as(std::string const& person) {
    auto headers = world_.as(person);
    headers.emplace_back("Content-Type", "application/json");
    return headers;
  }

  // The request is refused with a sentence, names the field (unless there is none), and leaves nothing behind.
  void refused(int status, std::string const& field, std::string const& method, std::string const& target,
               std::string const& body, Headers headers) {
    SCOPED_TRACE(method + " " + target + " " + body.substr(0, 120));
    auto const before = rows();
    auto const answer = client_.send(method, target, headers, body);
    ASSERT_EQ(answer.status, status) << answer.body;
    auto const problem = json::parse(answer.body).as_object();
    auto const detail = std::string{problem.at("detail").as_string()};
    EXPECT_TRUE(detail.size() > 10 && (detail.back() == '.' || detail.back() == '?')) << "no sentence: " << detail;
    EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json");
    EXPECT_TRUE(field.empty() || names(problem, field)) << answer.body;
    EXPECT_EQ(rows(), before) << "something was written";
  }

  void refused(int status, std::string const& field, std::string const& method, std::string const& target,
               std::string const& body, std::string const& person = "ana") {
    refused(status, field, method, target, body, json_as(person));
  }

  static bool names(json::object const& problem, std::string const& field) {
    for (auto const& entry : problem.at("fields").as_array()) {
      if (entry.at("path").as_string() == field) return true;
    }
    return false;
  }

  std::string cycle() { return world_.names().at("this_quarter"); }
  std::string team() { return world_.names().at("engineering"); }

  std::string objective(std::string const& more) {
    return fmt::format(R"({{"cycle_id": "{}", "team_id": "{}", "title": "Try", {}}})", cycle(), team(), more);
  }

  World world_{GetParam()};
  Client client_;
};

TEST_P(BadInput, WrongTypesNameTheirField) {
  auto const to = "/api/v1/objectives";
  refused(422, "title", "POST", to,
          fmt::format(R"({{"cycle_id": "{}", "team_id": "{}", "title": 5}})", cycle(), team()));
  refused(422, "title", "POST", to, fmt::format(R"({{"cycle_id": "{}", "team_id": "{}"}})", cycle(), team()));
  refused(422, "title", "POST", to,
          fmt::format(R"({{"cycle_id": "{}", "team_id": "{}", "title": "   "}})", cycle(), team()));
  refused(
      422, "title", "POST", to,
      fmt::format(R"({{"cycle_id": "{}", "team_id": "{}", "title": "{}"}})", cycle(), team(), std::string(301, 'a')));
  refused(422, "cycle_id", "POST", to, R"({"cycle_id": 7, "title": "x"})");
  refused(422, "ambition", "POST", to, objective(R"("ambition": "sky")"));
  refused(422, "publish", "POST", to, objective(R"("publish": "yes")"));
  refused(422, "key_results", "POST", to, objective(R"("key_results": {})"));
  refused(422, "key_results[0].title", "POST", to, objective(R"("key_results": [{"target": 5}])"));
  refused(
      422, "key_results[1].due_on", "POST", to,
      objective(
          R"("key_results": [{"title": "a", "baseline": 0, "target": 5}, {"title": "b", "due_on": "2026-02-30"}])"));
  refused(422, "", "POST", to, "[]");
  refused(422, "", "POST", to, "5");
}

TEST_P(BadInput, UnknownFieldsAreNotPassedOver) {
  refused(422, "pay", "POST", "/api/v1/objectives", objective(R"("pay": 1)"));
  refused(422, "key_results[0].bonus", "POST", "/api/v1/objectives",
          objective(R"("key_results": [{"title": "a", "bonus": 5}])"));
  refused(422, "depth", "GET", "/api/v1/objectives?depth=5", "", world_.as("ana"));
}

TEST_P(BadInput, JsonThatIsNoJson) {
  auto const to = "/api/v1/objectives";
  for (std::string const body : {"", "{", "{\"title\": }", "{} {}", "{\"title\": NaN}", "{\"title\": Infinity}",
                                 "{'title': 1}", "{\"title\": \"\\ud800\"}", "{\"title\": \"a\tb\"}", "{\"a\": 01}",
                                 "nul", "{\"title\": \"x\",}", "/* x */ {}"}) {
    refused(400, "", "POST", to, body);
  }
  refused(400, "", "POST", to, objective(R"("why": "a", "why": "b")"));
  refused(400, "", "POST", to, std::string("{\"title\": \"a\0b\"}", 16));
  refused(400, "", "POST", to, "{\"title\": \"\xC3\x28\"}");
  refused(400, "", "POST", to, "{\"title\": \"\xED\xA0\x80\"}");
  refused(400, "", "POST", to, std::string(40, '[') + std::string(40, ']'));
  refused(400, "", "POST", to, std::string(500'000, '['));
  refused(415, "", "POST", to, objective(R"("publish": false)"), world_.as("ana"));
}

TEST_P(BadInput, NumbersThatAreNone) {
  auto const key_result = id_of(find_key_result, "Reduce open launch blockers from 23 to 0");
  auto const to = "/api/v1/key-results/" + key_result + "/check-ins";
  for (auto const* value : {"1e999", "-1e999"})
    refused(400, "", "POST", to, fmt::format(R"({{"value": {}, "confidence": 5}})", value));
  refused(422, "value", "POST", to, R"({"value": 1e300, "confidence": 5})");
  refused(422, "value", "POST", to, R"({"value": "14", "confidence": 5})");
  refused(422, "value", "POST", to, R"({"value": [14], "confidence": 5})");
  refused(422, "confidence", "POST", to, R"({"value": 14, "confidence": 11})");
  refused(422, "confidence", "POST", to, R"({"value": 14, "confidence": 5.5})");
  refused(422, "confidence", "POST", to, R"({"value": 14, "confidence": "high"})");
  refused(422, "confidence", "POST", to, R"({"value": 14})");
  refused(422, "value", "POST", to, R"({"confidence": 5})");
}

TEST_P(BadInput, OneWrongLineOfManyKeepsNone) {
  auto const key_result = id_of(find_key_result, "Reduce open launch blockers from 23 to 0");
  refused(
      422, "check_ins[1].confidence", "POST", "/api/v1/check-ins",
      fmt::format(
          R"({{"check_ins": [{{"key_result_id": "{0}", "value": 3, "confidence": 5}}, {{"key_result_id": "{0}", "value": 3}}]}})",
          key_result));
  refused(
      422, "check_ins[1].value", "POST", "/api/v1/check-ins",
      fmt::format(
          R"({{"check_ins": [{{"key_result_id": "{0}", "value": 3, "confidence": 5}}, {{"key_result_id": "{0}", "confidence": 5}}]}})",
          key_result));
}

TEST_P(BadInput, MeasuresThatContradictThemselves) {
  auto const to = "/api/v1/objectives";
  refused(422, "key_results[0].target", "POST", to,
          objective(R"("key_results": [{"title": "a", "baseline": 5, "target": 5}])"));
  refused(422, "key_results[0].target", "POST", to,
          objective(R"("key_results": [{"title": "a", "direction": "rise", "baseline": 9, "target": 5}])"));
  refused(422, "", "POST", to,
          objective(R"("key_results": [{"title": "a", "direction": "stay_within", "low": 9, "high": 5}])"));
}

TEST_P(BadInput, CyclesThatEndBeforeTheyStart) {
  refused(422, "ends_on", "POST", "/api/v1/cycles",
          R"({"name": "X", "kind": "quarter", "starts_on": "2026-03-01", "ends_on": "2026-02-01"})", "hugo");
  refused(422, "starts_on", "POST", "/api/v1/cycles",
          R"({"name": "X", "kind": "quarter", "starts_on": "1 March", "ends_on": "2026-02-01"})", "hugo");
}

TEST_P(BadInput, NothingIsItsOwnAncestor) {
  auto const launch = id_of(find_objective, "Make the Halden 5 launch the smoothest we have ever had");
  auto const pilots = id_of(find_objective, "Make Halden 5 ready for pilots who forgive nothing");
  refused(409, "", "POST", "/api/v1/objectives/" + launch + "/supports",
          fmt::format(R"({{"parent_id": "{}"}})", pilots), "iris");
  auto const patch = [&](std::string const& target, std::string const& body) {
    auto const seen = client_.send("GET", target, world_.as("sam"));
    auto headers = json_as("sam");
    headers.emplace_back("If-Match", seen.headers.at("etag"));
    SCOPED_TRACE(target);
    auto const answer = client_.send("PATCH", target, headers, body);
    EXPECT_TRUE(answer.status == 409 || answer.status == 422) << answer.status << " " << answer.body;
  };
  auto const before = rows();
  patch("/api/v1/people/" + world_.names().at("ana"),
        fmt::format(R"({{"manager_id": "{}"}})", world_.names().at("ben")));
  patch("/api/v1/people/" + world_.names().at("ana"),
        fmt::format(R"({{"manager_id": "{}"}})", world_.names().at("ana")));
  patch("/api/v1/teams/" + world_.names().at("halden_instruments"), fmt::format(R"({{"parent_id": "{}"}})", team()));
  EXPECT_EQ(rows(), before);
}

TEST_P(BadInput, ALostUpdateIsNoticed) {
  auto const target =
      "/api/v1/objectives/" + id_of(find_objective, "Make the Halden 5 launch the smoothest we have ever had");
  refused(428, "", "PATCH", target, R"({"why": "x", "reason": "y"})", "iris");
  auto headers = json_as("iris");
  headers.emplace_back("If-Match", "\"0\"");
  refused(409, "", "PATCH", target, R"({"why": "x", "reason": "y"})", headers);
}

TEST_P(BadInput, BodiesThatAreTooLarge) {
  auto const before = rows();
  auto const sent = [&](std::string const& who) {
    Client client{world_.port()};
    return client.exchange(
        fmt::format("POST /api/v1/objectives HTTP/1.1\r\nHost: localhost\r\n{}Content-Type: "
                    "application/json\r\nContent-Length: {}\r\n\r\n{}",
                    who, 10 << 20, std::string(10 << 20, ' ')));
  };
  std::string ana;
  for (auto const& [name, value] : world_.as("ana")) ana += fmt::format("{}: {}\r\n", name, value);
  auto const of_ana = sent(ana);
  EXPECT_TRUE(of_ana.starts_with("HTTP/1.1 413")) << of_ana.substr(0, 300);
  auto const of_nobody = sent("");  // nothing of it is read
  EXPECT_TRUE(of_nobody.starts_with("HTTP/1.1 401")) << of_nobody.substr(0, 300);
  EXPECT_EQ(rows(), before);
}

TEST_P(BadInput, AddressesThatAreNone) {
  refused(404, "", "GET", "/api/v1/objectives/nothing", "", world_.as("ana"));
  refused(404, "", "GET", "/api/v1/objectives/0000000000000", "", world_.as("ana"));
  refused(404, "", "GET", "/api/v1/nothing", "", world_.as("ana"));
  refused(405, "", "DELETE", "/api/v1/objectives", "", world_.as("ana"));
  refused(422, "limit", "GET", "/api/v1/objectives?limit=1000000000", "", world_.as("ana"));
  refused(422, "limit", "GET", "/api/v1/objectives?limit=-1", "", world_.as("ana"));
  refused(422, "limit", "GET", "/api/v1/objectives?limit=1&limit=2", "", world_.as("ana"));
}

INSTANTIATE_TEST_SUITE_P(World, BadInput, ::testing::Values(db::Dialect::sqlite, db::Dialect::postgresql),
                         [](auto const& info) { return info.param == db::Dialect::sqlite ? "sqlite" : "postgresql"; });

}  // namespace
}  // namespace waymark::testing
