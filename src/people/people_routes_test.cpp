#include <gmock/gmock.h>

#include "core/rest/router.hpp"
#include "people/people.hpp"
#include "testing/databases.hpp"

namespace waymark::people {
namespace {

using http::Method;
using ::testing::Contains;
using ::testing::HasSubstr;

// Everybody is who they say.
class Trusting final : public rest::Authenticator {
 public:
  std::optional<Caller> caller_of(http::Request const&) override { return Caller{viewer, false}; }
  policy::Viewer viewer;
};

class Routes : public testing::OnBothDatabases {
 protected:
  Routes() {
    router.add(people.routes());
    db->write([&](db::Tx& tx) {
      company = people.create_team(tx, {}, {"Lumen", TeamKind::company, {}, {}});
      ana = add(tx, "Ana", {});
      ben = add(tx, "Ben", {});
      hugo = add(tx, "Hugo", {Role::hr});
      sam = add(tx, "Sam", {Role::administrator});
    });
  }

  PersonId add(db::Tx& tx, std::string const& name, std::vector<Role> roles) {
    return people.create_person(tx, {}, {name, name + "@example.org", {}, {}, {}, std::move(roles), {}});
  }
  http::Response as(PersonId person, Method method, std::string const& path, std::string body = {},
                    std::string const& if_match = {}) {
    trusting.viewer = {person,
                       db->read([&](db::Tx& tx) { return roles_of(tx, person); }),
                       {policy::Scope::read, policy::Scope::write, policy::Scope::administer},
                       1};
    http::Request request;
    request.method = method;
    request.target = path;
    request.path = path.substr(0, path.find('?'));
    if (path.find('?') != std::string::npos) request.query = path.substr(path.find('?') + 1);
    if (!body.empty()) request.headers.emplace_back("content-type", "application/json");
    if (!if_match.empty()) request.headers.emplace_back("if-match", if_match);
    request.body = std::move(body);
    return router.answer(request);
  }
  std::string at(PersonId person, std::string const& rest = {}) { return "/api/v1/people/" + person.text() + rest; }

  events::Events events;
  People people{events};
  Trusting trusting;
  rest::Router router{*db, trusting};
  TeamId company;
  PersonId ana, ben, hugo, sam;
};
INSTANTIATE_TEST_SUITE_P(People, Routes, testing::on_both_databases, testing::name_of);

TEST_P(Routes, everybody_changes_their_own_name_and_nothing_else) {  // [PEO-7]
  EXPECT_EQ(as(ana, Method::patch, at(ana), R"({"name":"Ana Ruiz","language":"de"})", "\"1\"").status, 200);
  EXPECT_EQ(as(ana, Method::patch, at(ana), R"({"title":"CEO"})", "\"2\"").status, 403);
  EXPECT_EQ(as(ana, Method::patch, at(ana), R"({"email":"boss@example.org"})", "\"2\"").status, 403);
  EXPECT_EQ(as(ana, Method::patch, at(ben), R"({"name":"Benny"})", "\"1\"").status, 403);
  EXPECT_THAT(as(ben, Method::get, at(ana)).body, HasSubstr(R"("name":"Ana Ruiz")"));
}

TEST_P(Routes, hr_keeps_the_directory_but_gives_no_roles) {  // [PEO-8] [PEO-9]
  auto const made = as(hugo, Method::post, "/api/v1/people",
                       R"({"name":"Cam","email":"cam@example.org","manager_id":")" + ana.text() + "\"}");
  EXPECT_EQ(made.status, 201) << made.body;
  EXPECT_THAT(made.body, HasSubstr(R"("manager":{"id":")" + ana.text()));
  EXPECT_EQ(
      as(hugo, Method::post, "/api/v1/people", R"({"name":"Eve","email":"eve@example.org","roles":["administrator"]})")
          .status,
      403);
  EXPECT_EQ(as(hugo, Method::put, at(ana, "/roles"), R"({"roles":["auditor"]})").status, 403);
  EXPECT_EQ(as(ana, Method::post, "/api/v1/people", R"({"name":"Eve","email":"eve@example.org"})").status, 403);
  EXPECT_EQ(as(sam, Method::put, at(ana, "/roles"), R"({"roles":["auditor"]})").status, 200);
}

TEST_P(Routes, hr_cannot_take_over_or_end_an_administrator) {  // [PEO-9]
  EXPECT_EQ(as(hugo, Method::patch, at(sam), R"({"email":"hugo2@example.org"})", "\"1\"").status, 403);
  EXPECT_EQ(as(hugo, Method::put, at(sam, "/departure")).status, 403);
}

TEST_P(Routes, nobody_ends_themself) {  // [PEO-12]
  EXPECT_EQ(as(hugo, Method::put, at(hugo, "/departure")).status, 403);
  auto const left = as(hugo, Method::put, at(ben, "/departure"));
  EXPECT_EQ(left.status, 200);
  EXPECT_THAT(left.body, HasSubstr(R"("active":false)"));
  EXPECT_EQ(as(hugo, Method::put, at(ben, "/departure")).status, 409);
  EXPECT_THAT(as(hugo, Method::del, at(ben, "/departure")).body, HasSubstr(R"("active":true)"));
}

TEST_P(Routes, a_lost_race_shows_both) {  // [PEO-14]
  EXPECT_EQ(as(sam, Method::patch, at(ben), R"({"title":"Engineer"})", "\"1\"").status, 200);
  auto const lost = as(hugo, Method::patch, at(ben), R"({"title":"Designer"})", "\"1\"");
  EXPECT_EQ(lost.status, 409);
  EXPECT_THAT(lost.body, HasSubstr(R"("title":"Engineer")"));
  EXPECT_EQ(as(hugo, Method::patch, at(ben), R"({"title":"Designer"})").status, 428);
}

TEST_P(Routes, a_loop_of_managers_names_its_field) {  // [PEO-2]
  auto const under = [](PersonId manager) { return R"({"manager_id":")" + manager.text() + "\"}"; };
  EXPECT_EQ(as(sam, Method::patch, at(ben), under(ana), "\"1\"").status, 200);
  auto const loop = as(sam, Method::patch, at(ana), under(ben), "\"1\"");
  EXPECT_EQ(loop.status, 422);
  EXPECT_THAT(loop.body, HasSubstr(R"("path":"manager_id")"));
}

TEST_P(Routes, pages_go_on_where_the_last_one_ended) {  // [PEO-15]
  auto const first = as(ben, Method::get, "/api/v1/people?limit=3").body;
  EXPECT_THAT(first, HasSubstr("Hugo"));
  EXPECT_THAT(first, HasSubstr(R"("next":")" + hugo.text()));
  auto const second = as(ben, Method::get, "/api/v1/people?limit=3&after=" + hugo.text()).body;
  EXPECT_THAT(second, HasSubstr("Sam"));
  EXPECT_THAT(second, HasSubstr(R"("next":null)"));
}

TEST_P(Routes, teams_are_made_changed_and_filled) {  // [PEO-4] [PEO-14]
  auto const made = as(hugo, Method::post, "/api/v1/teams", R"({"name":"Apps","kind":"team"})");
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_THAT(made.body, HasSubstr(R"("parent":{"id":")" + company.text()));
  auto const path = "/api/v1/teams/" + db->read([](db::Tx& tx) { return find_team(tx, "apps"); })->text();
  EXPECT_THAT(made.headers, Contains(std::pair<std::string, std::string>{"Location", path}));
  EXPECT_EQ(as(hugo, Method::put, path + "/members/" + ben.text()).status, 200);
  EXPECT_THAT(as(ben, Method::get, path).body, HasSubstr(R"("may":["write_objective"])"));
  EXPECT_EQ(as(hugo, Method::patch, path, R"({"cadence":"monthly"})", "\"1\"").status, 200);
  EXPECT_THAT(as(ben, Method::get, path).body, HasSubstr(R"("cadence":"monthly")"));
  EXPECT_EQ(as(hugo, Method::patch, path, R"({"name":"Applications"})", "\"1\"").status, 409);
  EXPECT_THAT(as(hugo, Method::del, path + "/members/" + ben.text()).body, HasSubstr(R"("members":[])"));
  EXPECT_EQ(as(ben, Method::post, "/api/v1/teams", R"({"name":"Mine","kind":"team"})").status, 403);
}

TEST_P(Routes, what_does_not_exist_is_not_found) {
  EXPECT_EQ(as(ana, Method::get, "/api/v1/people/0000000000000").status, 404);
  EXPECT_EQ(as(ana, Method::get, "/api/v1/teams/nonsense").status, 404);
  EXPECT_EQ(as(sam, Method::put, at(PersonId{7}, "/roles"), R"({"roles":["employee"]})").status, 404);
  EXPECT_EQ(as(sam, Method::put, "/api/v1/teams/" + company.text() + "/members/" + PersonId{7}.text()).status, 404);
}

}  // namespace
}  // namespace waymark::people
