#include "kpi/kpi.hpp"

#include <gmock/gmock.h>

#include "core/rest/router.hpp"
#include "kpi/kpi_rules.hpp"
#include "testing/databases.hpp"

namespace waymark::kpi {
namespace {

using policy::Role;
using policy::Viewer;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr db::Sql insert_person{"test.person", R"sql(
  INSERT INTO people_person (id, name, name_key, email, email_key, title, language, version, created_at)
  VALUES (:id, :name, :name, :name, :name, '', 'en', 1, 0))sql"};
constexpr db::Sql insert_team{"test.team", R"sql(
  INSERT INTO people_team (id, name, name_key, kind, lead_id, version, created_at)
  VALUES (:id, :name, :name, 'team', :lead, 1, 0))sql"};
constexpr db::Sql insert_member{"test.member",
                                "INSERT INTO people_member (team_id, person_id) VALUES (:team, :person)"};

// Ana leads Support, Ben is a member, Cem is neither, Hanna is HR.
class KpiTest : public testing::OnBothDatabases, rest::Authenticator {
 protected:
  KpiTest() {
    db->write([&](db::Tx& tx) {
      tx.run(insert_person, 1, "Ana");
      tx.run(insert_person, 2, "Ben");
      tx.run(insert_person, 3, "Cem");
      tx.run(insert_person, 4, "Hanna");
      tx.run(insert_team, 10, "Support", 1);
      tx.run(insert_member, 10, 2);
    });
    events.listen([this](events::Event const& event) { news.push_back(event.kind); });
    kpis.on_entry([this](db::Tx&, KpiId, double value, PersonId, base::Day) { followed.push_back(value); });
    router.add(kpis.routes());
  }

  std::optional<Caller> caller_of(http::Request const&) override { return Caller{caller, false}; }

  http::Response ask(http::Method method, std::string const& address, std::string const& body = {},
                     std::int64_t version = 0) {
    http::Request request;
    request.method = method;
    request.target = address;
    request.path = address.substr(0, address.find('?'));
    if (request.path != address) request.query = address.substr(address.find('?') + 1);
    request.body = body;
    request.headers = {{"content-type", "application/json"}, {"if-match", fmt::format("\"{}-0\"", version)}};
    return router.answer(request);
  }
  boost::json::value answer(http::Method method, std::string const& address, std::string const& body = {},
                            std::int64_t version = 0) {
    auto const response = ask(method, address, body, version);
    EXPECT_LT(response.status, 300) << response.body;
    return json::parse(response.body);
  }
  // A KPI of the Support team that Ana owns: at least 80, near below 85.
  std::string satisfaction() {
    auto const made =
        answer(http::Method::post, "/api/v1/kpis",
               R"({"name":"Satisfaction","unit":"%","low":80,"margin":5,"team_id":")" + base::id_text(10) + "\"}");
    return std::string{made.at("id").as_string()};
  }
  boost::json::value enter(std::string const& kpi, double value, std::string const& day = "2025-11-17") {
    return answer(http::Method::post, "/api/v1/kpis/" + kpi + "/entries",
                  fmt::format(R"({{"value":{},"day":"{}"}})", value, day));
  }

  Viewer caller{PersonId{1}, {Role::employee}, {policy::Scope::read, policy::Scope::write}};
  events::Events events;
  Kpis kpis{events};
  rest::Router router{*db, *this};
  std::vector<std::string> news;
  std::vector<double> followed;
};

// [KPI-5] [KPI-6]
TEST_P(KpiTest, KeepsEveryEntryAndCountsTheNewestOfADay) {
  auto const id = satisfaction();
  enter(id, 86, "2025-11-10");
  enter(id, 70, "2025-11-17");
  auto const kpi = enter(id, 84, "2025-11-17");
  EXPECT_EQ(kpi.at("value"), 84);
  EXPECT_EQ(kpi.at("day"), "2025-11-17");
  EXPECT_EQ(kpi.at("health"), "near");
  EXPECT_EQ(kpi.at("trend"), "worse");
  auto const& entries = kpi.at("entries").as_array();
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].at("value"), 84);
  EXPECT_EQ(entries[0].at("counts"), true);
  EXPECT_EQ(entries[1].at("value"), 70);
  EXPECT_EQ(entries[1].at("counts"), false);
  EXPECT_EQ(entries[2].at("counts"), true);
  EXPECT_EQ(entries[0].at("author").at("name"), "Ana");
}

// [KPI-9]
TEST_P(KpiTest, TellsOnceWhenItLeavesItsLimits) {
  auto const id = satisfaction();
  enter(id, 90, "2025-11-03");
  enter(id, 79, "2025-11-10");
  enter(id, 78, "2025-11-17");
  EXPECT_EQ(std::count(news.begin(), news.end(), "kpi.out_of_range"), 1);
  answer(http::Method::patch, "/api/v1/kpis/" + id, R"({"low":70})", 1);
  answer(http::Method::patch, "/api/v1/kpis/" + id, R"({"low":79})", 2);
  EXPECT_EQ(std::count(news.begin(), news.end(), "kpi.out_of_range"), 2);
}

// [KPI-10]
TEST_P(KpiTest, WhatFollowsItHearsOfNewValuesOnly) {
  auto const id = satisfaction();
  enter(id, 90, "2025-11-17");
  auto const kpi = enter(id, 50, "2025-11-10");
  EXPECT_EQ(kpi.at("value"), 90);
  EXPECT_THAT(followed, ElementsAre(90));
  EXPECT_EQ(std::count(news.begin(), news.end(), "kpi.out_of_range"), 0);
}

// [KPI-7]
TEST_P(KpiTest, IsKeptByItsTeamItsOwnerAndHrAndReadByAll) {
  auto const id = satisfaction();
  auto const entry = R"({"value":1})";
  auto const status_for = [&](std::int64_t person, Role role) {
    caller.person = PersonId{person};
    caller.roles = {role};
    EXPECT_EQ(ask(http::Method::get, "/api/v1/kpis/" + id).status, 200);
    return ask(http::Method::post, "/api/v1/kpis/" + id + "/entries", entry).status;
  };
  EXPECT_EQ(status_for(1, Role::employee), 201);
  EXPECT_EQ(status_for(2, Role::employee), 201);
  EXPECT_EQ(status_for(3, Role::employee), 403);
  EXPECT_EQ(status_for(3, Role::administrator), 403);
  EXPECT_EQ(status_for(4, Role::hr), 201);
  EXPECT_EQ(status_for(3, Role::executive), 201);

  caller.roles = {Role::employee};
  auto const of_no_team = R"({"name":"Sick leave"})";
  EXPECT_EQ(ask(http::Method::post, "/api/v1/kpis", of_no_team).status, 403);
  caller.roles = {Role::hr};
  EXPECT_EQ(ask(http::Method::post, "/api/v1/kpis", of_no_team).status, 201);
}

TEST_P(KpiTest, SaysWhatTheViewerMayDo) {
  auto const id = satisfaction();
  EXPECT_EQ(answer(http::Method::get, "/api/v1/kpis/" + id).at("may"),
            (boost::json::array{"edit", "enter", "archive"}));
  caller.person = PersonId{3};
  EXPECT_EQ(answer(http::Method::get, "/api/v1/kpis/" + id).at("may"), boost::json::array{});
}

// [KPI-8]
TEST_P(KpiTest, RefusesWhatCannotBe) {
  auto const id = satisfaction();
  auto const status = [&](http::Method method, std::string const& path, std::string const& body) {
    return ask(method, "/api/v1/kpis" + path, body, 1).status;
  };
  EXPECT_EQ(status(http::Method::patch, "/" + id, R"({"high":80})"), 422);
  EXPECT_EQ(status(http::Method::patch, "/" + id, R"({"margin":-1})"), 422);
  EXPECT_EQ(status(http::Method::patch, "/" + id, R"({"owner_id":"0000000000099"})"), 422);
  EXPECT_EQ(status(http::Method::patch, "/" + id, R"({"team_id":"0000000000099"})"), 422);
  EXPECT_EQ(status(http::Method::post, "/" + id + "/entries", R"({"value":1e999})"), 400);
  EXPECT_EQ(status(http::Method::post, "/" + id + "/entries", R"({"value":1,"day":"2025-11-19"})"), 422);
  EXPECT_EQ(status(http::Method::post, "/0000000000000/entries", R"({"value":1})"), 404);
  EXPECT_EQ(status(http::Method::get, "/0000000000000", ""), 404);
}

TEST_P(KpiTest, AChangeOfAnOldVersionShowsWhatIsThere) {
  auto const id = satisfaction();
  answer(http::Method::patch, "/api/v1/kpis/" + id, R"({"name":"CSAT","low":null})", 1);
  auto const lost = ask(http::Method::patch, "/api/v1/kpis/" + id, R"({"name":"NPS"})", 1);
  EXPECT_EQ(lost.status, 409);
  auto const current = json::parse(lost.body).at("current");
  EXPECT_EQ(current.at("name"), "CSAT");
  EXPECT_TRUE(current.at("low").is_null());
}

// [KPI-11]
TEST_P(KpiTest, PutAwayItKeepsItsHistoryAndTakesNothing) {
  auto const id = satisfaction();
  enter(id, 90);
  answer(http::Method::put, "/api/v1/kpis/" + id + "/archive");
  auto const kpi = answer(http::Method::put, "/api/v1/kpis/" + id + "/archive");
  EXPECT_EQ(kpi.at("archived"), true);
  EXPECT_EQ(kpi.at("entries").as_array().size(), 1U);
  EXPECT_EQ(ask(http::Method::post, "/api/v1/kpis/" + id + "/entries", R"({"value":1})").status, 409);
  EXPECT_THAT(answer(http::Method::get, "/api/v1/kpis").at("items").as_array(), IsEmpty());
  EXPECT_EQ(answer(http::Method::get, "/api/v1/kpis?archived=true").at("items").as_array().size(), 1U);
}

TEST_P(KpiTest, PagesShowEachOnceAlsoWhenFiltered) {
  std::vector<std::string> out_of_range;
  for (int i = 0; i < 9; ++i) {
    auto const id = satisfaction();
    enter(id, i % 2 == 0 ? 10 : 99);
    if (i % 2 == 0) out_of_range.push_back(id);
  }
  auto const all_of = [&](std::string const& filter) {
    std::vector<std::string> ids;
    std::string after;
    do {
      auto const page = answer(http::Method::get, "/api/v1/kpis?limit=2" + filter + after);
      for (auto const& item : page.at("items").as_array()) ids.emplace_back(item.at("id").as_string());
      after = page.at("next").is_null() ? "" : "&after=" + std::string{page.at("next").as_string()};
    } while (!after.empty());
    return ids;
  };
  EXPECT_EQ(all_of("").size(), 9U);
  EXPECT_EQ(all_of("&health=out_of_range"), out_of_range);
  EXPECT_EQ(all_of("&team=" + base::id_text(10)).size(), 9U);
  EXPECT_THAT(all_of("&team=" + base::id_text(11)), IsEmpty());
}

// [KPI-13]
TEST_P(KpiTest, EntriesAreReadPageByPage) {
  auto const id = satisfaction();
  for (double const value : {86, 70, 84}) enter(id, value, "2025-11-10");
  enter(id, 90, "2025-11-17");
  auto const path = "/api/v1/kpis/" + id + "/entries?limit=2";
  auto const first = answer(http::Method::get, path);
  EXPECT_EQ(first.at("items").at(0).at("value"), 90);
  EXPECT_EQ(first.at("items").at(1).at("value"), 84);
  EXPECT_EQ(first.at("items").at(1).at("counts"), true);
  auto const after = "&after=" + std::string{first.at("next").as_string()};
  auto const second = answer(http::Method::get, path + after);
  ASSERT_EQ(second.at("items").as_array().size(), 2U);
  EXPECT_EQ(second.at("items").at(0).at("value"), 70);
  EXPECT_EQ(second.at("items").at(0).at("counts"), false);
  EXPECT_TRUE(second.at("next").is_null());
  EXPECT_EQ(ask(http::Method::get, path + "&after=" + id).status, 422);
}

// [KPI-12]
TEST_P(KpiTest, ASummaryCountsByHealthAndShowsTheLastValues) {
  auto const id = satisfaction();
  satisfaction();
  for (int day = 10; day < 25; ++day) enter(id, 70 + day, fmt::format("2025-10-{}", day));
  auto const sum = answer(http::Method::get, "/api/v1/kpi-summary?team=" + base::id_text(10));
  EXPECT_EQ(sum.at("counts").at("healthy"), 1);
  EXPECT_EQ(sum.at("counts").at("unknown"), 1);
  auto const& recent = sum.at("items").at(0).at("recent").as_array();
  ASSERT_EQ(recent.size(), 12U);
  EXPECT_EQ(recent.back().at("value"), 94);
  EXPECT_EQ(recent.front().at("day"), "2025-10-13");
  auto const others = answer(http::Method::get, "/api/v1/kpi-summary?owner=" + base::id_text(2));
  EXPECT_TRUE(others.at("items").as_array().empty());
}

// [KPI-14]
TEST_P(KpiTest, AKpiCountsForTheTeamsAboveItsOwn) {
  constexpr static db::Sql insert_team_above{"test.team_above", R"sql(
    INSERT INTO people_team (id, name, name_key, kind, version, created_at) VALUES (12, 'Service', 'service', 'team', 1, 0))sql"};
  constexpr static db::Sql put_below{"test.team_below", "UPDATE people_team SET parent_id = 12 WHERE id = 10"};
  satisfaction();
  auto const counted = [&] {
    auto const above = base::id_text(12);
    auto const listed = answer(http::Method::get, "/api/v1/kpis?team=" + above).at("items").as_array().size();
    auto const sum = answer(http::Method::get, "/api/v1/kpi-summary?team=" + above).at("items").as_array().size();
    return std::pair{listed, sum};
  };
  db->write([](db::Tx& tx) { tx.run(insert_team_above); });
  EXPECT_EQ(counted(), (std::pair<std::size_t, std::size_t>{0, 0}));
  db->write([](db::Tx& tx) { tx.run(put_below); });
  EXPECT_EQ(counted(), (std::pair<std::size_t, std::size_t>{1, 1}));
}

INSTANTIATE_TEST_SUITE_P(Databases, KpiTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::kpi
