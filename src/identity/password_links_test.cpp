#include "core/base/day.hpp"
#include "identity/identity_fixture.hpp"
#include "identity/secret.hpp"

namespace waymark::identity {
namespace {

using http::Method;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr auto fresh = "violet-anchor-73";
constexpr db::Sql select_actions{"test.actions",
                                 "SELECT action FROM audit_event WHERE subject_id = :subject ORDER BY id"};

class Links : public OnServer {
 protected:
  http::Response request_reset(std::string const& email) {
    return server.ask(Method::post, "/api/v1/password-resets", {.body = R"({"email":")" + email + "\"}"});
  }
  static std::string secret_in(std::string const& link) { return link.substr(link.find("token=") + 6); }
  std::string reset_link() {
    EXPECT_EQ(request_reset("ana@lumen.example").status, 202);
    return secret_in(server.letterbox.letters.back().link.link);
  }
  http::Response use(std::string const& secret, std::string const& password) {
    return server.ask(Method::put, "/api/v1/password-links/" + secret, {.body = R"({"password":")" + password + "\"}"});
  }
  http::Response look(std::string const& secret) { return server.ask(Method::get, "/api/v1/password-links/" + secret); }
  http::Response invite(PersonId person, std::string const& session) {
    return server.ask(Method::post, "/api/v1/people/" + person.text() + "/invitation", {.session = session});
  }
};
INSTANTIATE_TEST_SUITE_P(Identity, Links, testing::on_both_databases, testing::name_of);

TEST_P(Links, are_asked_for_without_learning_who_exists) {  // [IDN-14]
  auto const known = request_reset("Ana@lumen.example");
  auto const unknown = request_reset("nobody@lumen.example");
  EXPECT_EQ(known.status, 202);
  EXPECT_EQ(unknown.status, 202);
  EXPECT_EQ(known.body, unknown.body);
  ASSERT_THAT(server.letterbox.letters, SizeIs(1));
  EXPECT_EQ(server.letterbox.letters[0].email, "ana@lumen.example");
}

TEST_P(Links, are_sent_five_times_a_day) {  // [IDN-14]
  for (int i = 0; i < 8; ++i) EXPECT_EQ(request_reset("ana@lumen.example").status, 202);
  EXPECT_THAT(server.letterbox.letters, SizeIs(5));
  pass(base::ms_per_day);
  request_reset("ana@lumen.example");
  EXPECT_THAT(server.letterbox.letters, SizeIs(6));
}

TEST_P(Links, set_a_password_once) {  // [IDN-15]
  auto const secret = reset_link();
  EXPECT_THAT(look(secret).body, AllOf(HasSubstr(R"("purpose":"reset")"), HasSubstr("ana@lumen.example")));
  EXPECT_EQ(look(secret).status, 200);
  EXPECT_EQ(use(secret, "short").status, 422);
  EXPECT_EQ(use(secret, "lumen-2026-!!").status, 422);
  EXPECT_EQ(use(secret, fresh).status, 204);
  EXPECT_EQ(use(secret, "another-password-9").status, 404);
  EXPECT_EQ(look(secret).status, 404);
  EXPECT_EQ(server.sign_in("ana@lumen.example", fresh).status, 201);
  EXPECT_EQ(server.sign_in("ana@lumen.example", good).status, 401);
}

TEST_P(Links, are_won_by_one_of_two) {  // [IDN-15]
  auto const secret = reset_link();
  std::atomic<int> won{0};
  std::vector<std::thread> racers;
  for (auto const* password : {"violet-anchor-73", "copper-lantern-18"}) {
    racers.emplace_back([&, password] { won += use(secret, password).status == 204 ? 1 : 0; });
  }
  for (auto& racer : racers) racer.join();
  EXPECT_EQ(won, 1);
}

TEST_P(Links, end_on_time_and_with_the_use_of_another) {  // [IDN-15]
  auto const older = reset_link();
  auto const newer = reset_link();
  EXPECT_EQ(use(older, fresh).status, 204);
  EXPECT_EQ(use(newer, fresh).status, 404);
  auto const late = reset_link();
  pass(60 * 60'000);
  EXPECT_EQ(use(late, fresh).status, 404);
  EXPECT_EQ(use("nonsense", fresh).status, 404);
}

TEST_P(Links, end_all_sessions_and_tokens) {  // [IDN-17]
  auto const session = session_of("ana@lumen.example");
  auto const token =
      member_of(server.ask(Method::post, "/api/v1/me/tokens",
                           {.session = session, .body = R"({"name":"x","scopes":["read"],"expires_in_days":1})"}),
                "secret");
  EXPECT_EQ(status_of_me({.token = token}), 200);
  EXPECT_EQ(use(reset_link(), fresh).status, 204);
  EXPECT_EQ(status_of_me({.session = session}), 401);
  EXPECT_EQ(status_of_me({.token = token}), 401);
}

TEST_P(Links, open_a_closed_account) {  // [IDN-4]
  server.sign_in("ana@lumen.example", "wrong-password");
  EXPECT_EQ(server.sign_in("ana@lumen.example", good).status, 429);
  auto const opened = use(reset_link(), fresh);
  EXPECT_EQ(opened.status, 204);
  EXPECT_EQ(server.sign_in("ana@lumen.example", fresh, {.headers = {{"cookie", "waymark-device=" + device_of(opened)}}})
                .status,
            201);
}

TEST_P(Links, invite_somebody_new) {  // [IDN-16]
  auto const eve = db->write([&](db::Tx& tx) { return add(tx, "Eve", "eve@lumen.example", {}); });
  auto const invited = invite(eve, session_of("hugo@lumen.example"));
  EXPECT_EQ(invited.status, 201);
  EXPECT_EQ(member_of(invited, "purpose"), "invitation");
  pass(14 * base::ms_per_day - 1000);
  EXPECT_EQ(use(secret_in(member_of(invited, "link")), fresh).status, 204);
  EXPECT_EQ(server.sign_in("eve@lumen.example", fresh).status, 201);
  EXPECT_THAT(db->read([&](db::Tx& tx) { return tx.rows<std::string>(select_actions, eve); }),
              ::testing::ElementsAre("person.made", "password.link_made", "password.set"));
}

// [IDN-25]
TEST_P(Links, come_on_a_sheet_for_many_and_last_fourteen_days) {
  auto const [eve, finn, gil] = db->write([&](db::Tx& tx) {
    return std::tuple{add(tx, "Eve", "eve@lumen.example", {}), add(tx, "Finn", "finn@lumen.example", {}),
                      add(tx, "Gil", "gil@lumen.example", {Role::administrator})};
  });
  auto const hr = session_of("hugo@lumen.example");
  auto const sheet = [&](std::string const& body, std::string const& session) {
    return server.ask(Method::post, "/api/v1/invitations", {.session = session, .body = body});
  };
  auto const one = sheet(R"({"person_ids":[")" + eve.text() + R"("]})", hr);
  EXPECT_EQ(one.status, 201) << one.body;
  auto const older = secret_in(member_of(one, "link"));
  auto const all = sheet(R"({"person_ids":[],"everybody":true})", hr);
  EXPECT_THAT(all.body, AllOf(HasSubstr("eve@lumen"), HasSubstr("finn@lumen"), ::testing::Not(HasSubstr("gil@lumen"))));
  EXPECT_THAT(all.body, HasSubstr(R"("without_link":0)"));
  EXPECT_EQ(sheet(R"({"person_ids":[")" + gil.text() + R"("]})", hr).status, 422);
  EXPECT_EQ(sheet(R"({"person_ids":[")" + gil.text() + R"("]})", session_of("sam@lumen.example")).status, 201);
  EXPECT_EQ(sheet(R"({"person_ids":[],"everybody":false})", hr).status, 422);
  EXPECT_EQ(sheet(R"({"person_ids":[],"everybody":true})", session_of("ana@lumen.example")).status, 403);

  auto const newer = secret_in(member_of(all, "link"));
  EXPECT_EQ(look(older).status, 200) << "a newer one ended it";
  pass(14 * base::ms_per_day - 2000);
  EXPECT_EQ(use(newer, fresh).status, 204);
  EXPECT_EQ(look(older).status, 404);
  pass(2000);
  auto const behind_finn = secret_in(all.body.substr(all.body.find("finn@lumen")));
  EXPECT_EQ(use(behind_finn.substr(0, behind_finn.find('"')), fresh).status, 404);
  EXPECT_THAT(db->read([&](db::Tx& tx) { return tx.rows<std::string>(select_actions, eve); }),
              ::testing::ElementsAre("person.made", "password.link_made", "password.link_made", "password.set"));
}

// [IDN-25]
TEST_P(Links, are_told_of_by_who_has_none_yet) {
  db->write([&](db::Tx& tx) {
    add(tx, "Eve", "eve@lumen.example", {});
    add(tx, "Finn", "finn@lumen.example", {});
  });
  auto const hr = session_of("hugo@lumen.example");
  auto const listed = [&](std::string const& query) {
    return server.ask(Method::get, "/api/v1/invitations" + query, {.session = hr});
  };
  EXPECT_THAT(listed("").body,
              AllOf(HasSubstr(R"("count":2,"without_link":2,"on_one_sheet":2)"), HasSubstr(R"("link_until":null)")));
  auto const first = listed("?limit=1");
  EXPECT_THAT(first.body, AllOf(HasSubstr("eve@lumen"), ::testing::Not(HasSubstr("finn@lumen"))));
  EXPECT_THAT(listed("?limit=1&after=" + member_of(first, "next")).body,
              AllOf(HasSubstr("finn@lumen"), HasSubstr(R"("next":null)")));
  server.ask(Method::post, "/api/v1/invitations", {.session = hr, .body = R"({"person_ids":[],"everybody":true})"});
  EXPECT_THAT(listed("").body, AllOf(HasSubstr(R"("without_link":0)"), HasSubstr(R"("link_by":"Hugo Brandt")")));
  pass(14 * base::ms_per_day);
  EXPECT_THAT(server.ask(Method::get, "/api/v1/invitations", {.session = session_of("hugo@lumen.example")}).body,
              HasSubstr(R"("without_link":2)"));
}

// A sheet holds a thousand; it says who had no place on it, with and without a link. [IDN-25]
TEST_P(Links, that_have_no_place_on_a_sheet_are_counted_on_it) {
  db->write([&](db::Tx& tx) {
    for (int i = 0; i < 1'003; ++i) add(tx, "New", "new" + std::to_string(i) + "@lumen.example", {});
  });
  auto const hr = session_of("hugo@lumen.example");
  auto const sheet = [&] {
    return server
        .ask(Method::post, "/api/v1/invitations", {.session = hr, .body = R"({"person_ids":[],"everybody":true})"})
        .body;
  };
  EXPECT_THAT(sheet(), HasSubstr(R"("without_link":3,"left_with_link":0})"));
  EXPECT_THAT(sheet(), HasSubstr(R"("without_link":0,"left_with_link":3})"));
}

TEST_P(Links, are_made_by_those_who_may) {  // [IDN-16]
  EXPECT_EQ(invite(sam, session_of("ana@lumen.example")).status, 403);
  EXPECT_EQ(invite(sam, session_of("hugo@lumen.example")).status, 403);
  EXPECT_EQ(invite(hugo, session_of("sam@lumen.example")).status, 409);
  EXPECT_EQ(invite(PersonId{7}, session_of("sam@lumen.example")).status, 404);
}

TEST_P(Links, of_somebody_who_left_are_void) {  // [IDN-18]
  auto const secret = reset_link();
  db->write([&](db::Tx& tx) { server.people.depart(tx, {}, ana); });
  EXPECT_EQ(use(secret, fresh).status, 404);
  EXPECT_EQ(invite(ana, session_of("sam@lumen.example")).status, 404);
}

TEST_P(Links, are_made_for_nobody_who_chose_a_password_before) {  // [IDN-16]
  auto const hr = session_of("hugo@lumen.example");
  EXPECT_EQ(invite(ana, hr).status, 409);
  db->write([&](db::Tx& tx) {
    server.people.depart(tx, hugo, ana);
    server.people.come_back(tx, hugo, ana);
  });
  EXPECT_EQ(invite(ana, hr).status, 409);
}

TEST_P(Links, of_somebody_who_never_came_survive_a_stranger) {  // [IDN-15]
  auto const eve = db->write([&](db::Tx& tx) { return add(tx, "Eve", "eve@lumen.example", {}); });
  auto const secret = secret_in(member_of(invite(eve, session_of("hugo@lumen.example")), "link"));
  EXPECT_EQ(request_reset("eve@lumen.example").status, 202);
  EXPECT_EQ(use(secret, fresh).status, 204);
}

class OwnPassword : public OnServer {
 protected:
  http::Response change(Asking asking, std::string const& current, std::string const& password) {
    asking.body = R"({"current":")" + current + R"(","password":")" + password + "\"}";
    return server.ask(Method::put, "/api/v1/me/password", asking);
  }
};
INSTANTIATE_TEST_SUITE_P(Identity, OwnPassword, testing::on_both_databases, testing::name_of);

TEST_P(OwnPassword, is_changed_with_the_current_one) {  // [IDN-17]
  auto const here = session_of("ana@lumen.example");
  auto const there = session_of("ana@lumen.example");
  auto const refused = change({.session = here}, "wrong-password", fresh);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr(R"("path":"current")"));
  EXPECT_EQ(change({.session = here}, good, fresh).status, 429);
  pass(1'000);
  EXPECT_EQ(change({.session = here}, good, fresh).status, 204);
  EXPECT_EQ(status_of_me({.session = here}), 200);
  EXPECT_EQ(status_of_me({.session = there}), 401);
  EXPECT_EQ(server.sign_in("ana@lumen.example", fresh).status, 201);
}

TEST_P(OwnPassword, is_no_name_around_the_person) {  // [IDN-2]
  auto const session = session_of("ana@lumen.example");
  for (auto const* weak : {"lumen-2026-!!", "waymark-2026!", "ruiz-ruiz-2026", "works12345678"}) {
    auto const refused = change({.session = session}, good, weak);
    EXPECT_EQ(refused.status, 422) << weak;
    EXPECT_THAT(refused.body, HasSubstr(R"("path":"password")")) << weak;
  }
}

TEST_P(OwnPassword, is_not_changed_with_a_small_token) {  // [IDN-12]
  auto const token = db->write([&](db::Tx& tx) {
    return server.identity.new_token(tx, ana, {"script", {Scope::read, Scope::write}, 7}).secret;
  });
  EXPECT_EQ(change({.token = token}, good, fresh).status, 403);
}

}  // namespace
}  // namespace waymark::identity
