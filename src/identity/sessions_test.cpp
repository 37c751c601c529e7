#include "core/base/day.hpp"
#include "core/base/problem.hpp"
#include "identity/guessing.hpp"
#include "identity/identity_fixture.hpp"
#include "identity/secret.hpp"

namespace waymark::identity {
namespace {

using http::Method;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr db::Sql select_secrets{"test.secrets", "SELECT secret FROM identity_session"};
constexpr db::Sql select_seen{"test.seen", "SELECT seen_at FROM identity_session"};

class Sessions : public OnServer {
 protected:
  // What is left of an answer when what may differ is taken out.
  static std::string sameness(http::Response const& answer) {
    return std::to_string(answer.status) + answer.body + header_of(answer, "Retry-After");
  }
};
INSTANTIATE_TEST_SUITE_P(Identity, Sessions, testing::on_both_databases, testing::name_of);

TEST_P(Sessions, begin_with_the_right_password) {  // [IDN-7] [IDN-8]
  auto const answer = server.sign_in("ANA@lumen.example", good);
  EXPECT_EQ(answer.status, 201);
  EXPECT_THAT(answer.body, AllOf(HasSubstr(R"("name":"Ana Ruiz")"), HasSubstr(R"("roles":["employee"])"),
                                 HasSubstr(R"("is_manager":false)")));
  EXPECT_THAT(header_of(answer, "Set-Cookie"), AllOf(HasSubstr("waymark="), HasSubstr("HttpOnly; SameSite=Lax")));
  EXPECT_EQ(status_of_me({.session = cookie_of(answer)}), 200);
  EXPECT_EQ(db->read([](db::Tx& tx) { return tx.rows<std::string>(select_secrets); }),
            std::vector{hashed(cookie_of(answer))});
}

TEST_P(Sessions, do_not_begin_otherwise_and_nobody_learns_why) {  // [IDN-3]
  db->write([&](db::Tx& tx) {
    add(tx, "New", "new@lumen.example", {});
    server.people.depart(tx, {}, hugo);
  });
  auto const wrong = sameness(server.sign_in("ana@lumen.example", "wrong-password"));
  EXPECT_THAT(wrong, HasSubstr("401"));
  EXPECT_EQ(sameness(server.sign_in("nobody@lumen.example", good)), wrong);
  EXPECT_EQ(sameness(server.sign_in("new@lumen.example", good)), wrong);
  EXPECT_EQ(sameness(server.sign_in("hugo@lumen.example", good)), wrong);
  EXPECT_EQ(sameness(server.sign_in("ana@lumen.example", "Tulip-harbour-49")).substr(0, 3), "429");
}

TEST_P(Sessions, make_wait_after_failures_whoever_it_is) {  // [IDN-4]
  for (auto const* email : {"ana@lumen.example", "nobody@lumen.example"}) {
    for (auto const wait : {1, 1, 3}) {
      ASSERT_EQ(server.sign_in(email, "wrong-password").status, 401) << email;
      auto const closed = server.sign_in(email, good);
      ASSERT_EQ(closed.status, 429) << email;
      ASSERT_EQ(header_of(closed, "Retry-After"), std::to_string(wait)) << email;
      pass(wait * 1000);
    }
  }
  EXPECT_EQ(server.sign_in("ana@lumen.example", good).status, 201);
  EXPECT_EQ(server.sign_in("ana@lumen.example", "wrong-password").status, 401);
  pass(1'000);
  EXPECT_EQ(server.sign_in("ana@lumen.example", good).status, 201);
}

TEST_P(Sessions, close_an_account_after_a_hundred_failures_until_the_next_day) {  // [IDN-4]
  auto const attempt = [&] {  // how many seconds there are to wait before it
    try {
      db->write([](db::Tx& tx) { take_turn(tx, "account"); });
    } catch (base::Problem const& closed) {
      return closed.retry_after_seconds;
    }
    db->write([](db::Tx& tx) { close_after_failure(tx, "account"); });
    return 0;
  };
  int tries = 0;
  for (auto const end = clock.now() + 10 * 60'000; clock.now() < end;) {
    auto const wait = attempt();
    if (wait == 0) ++tries;
    pass(wait * 1000);
  }
  EXPECT_LE(tries, 100);
  for (; tries < 100; ++tries) {
    ASSERT_EQ(attempt(), 0) << tries;
    pass(10'000);
  }
  EXPECT_EQ(clock.now() + attempt() * 1000, (base::day_of(clock.now()) + 1).start_ms());
  clock.set((base::day_of(clock.now()) + 1).start_ms());
  EXPECT_EQ(attempt(), 0);
  EXPECT_EQ(attempt(), 1);
}

TEST_P(Sessions, count_a_try_before_it_is_made) {  // [IDN-5]
  std::atomic<int> evaluated{0};
  std::vector<std::thread> crowd;
  for (int i = 0; i < 8; ++i) {
    crowd.emplace_back(
        [&] { evaluated += server.sign_in("ana@lumen.example", "wrong-password").status == 401 ? 1 : 0; });
  }
  for (auto& one : crowd) one.join();
  EXPECT_GE(evaluated, 1);
  EXPECT_LE(evaluated, 3);
}

TEST_P(Sessions, end_the_one_before) {  // [IDN-7]
  auto const first = session_of("ana@lumen.example");
  auto const second = cookie_of(server.sign_in("ana@lumen.example", good, {.session = first}));
  EXPECT_NE(first, second);
  EXPECT_EQ(status_of_me({.session = first}), 401);
  EXPECT_EQ(status_of_me({.session = second}), 200);
}

TEST_P(Sessions, take_no_secret_that_somebody_brings) {  // [IDN-7]
  auto const brought = new_secret();
  auto const answer = server.sign_in("ana@lumen.example", good, {.session = brought});
  EXPECT_NE(cookie_of(answer), brought);
  EXPECT_EQ(status_of_me({.session = brought}), 401);
}

TEST_P(Sessions, end_by_signing_out) {  // [IDN-10]
  auto const session = session_of("ana@lumen.example");
  EXPECT_EQ(status_of_me({.session = session}), 200);
  auto const out = server.ask(Method::del, "/api/v1/session", {.session = session});
  EXPECT_EQ(out.status, 204);
  EXPECT_THAT(header_of(out, "Set-Cookie"), HasSubstr("Max-Age=0"));
  EXPECT_EQ(status_of_me({.session = session}), 401);
  EXPECT_EQ(server.ask(Method::del, "/api/v1/session", {.session = session}).status, 204);
}

TEST_P(Sessions, tell_when_they_end) {  // [IDN-21]
  std::vector<PersonId> ended;
  server.identity.on_end([&](db::Tx&, PersonId person) { ended.push_back(person); });
  auto const session = session_of("ana@lumen.example");
  EXPECT_THAT(ended, IsEmpty());
  server.ask(Method::del, "/api/v1/session", {.session = session});
  EXPECT_EQ(ended, std::vector{ana});
  server.ask(Method::del, "/api/v1/session", {.session = session});
  EXPECT_EQ(ended.size(), 1U) << "it was over already";
  server.ask(Method::del, "/api/v1/people/" + ana.text() + "/sessions", {.session = session_of("sam@lumen.example")});
  EXPECT_EQ(ended.size(), 2U);
}

TEST_P(Sessions, end_when_unused_and_after_a_month) {
  auto const session = session_of("ana@lumen.example");
  pass(13 * base::ms_per_day);
  EXPECT_EQ(status_elsewhere({.session = session}), 200);  // which is a use
  pass(13 * base::ms_per_day);
  EXPECT_EQ(status_elsewhere({.session = session}), 200);
  pass(4 * base::ms_per_day);
  EXPECT_EQ(status_elsewhere({.session = session}), 401);

  auto const unused = session_of("ana@lumen.example");
  pass(14 * base::ms_per_day);
  EXPECT_EQ(status_elsewhere({.session = unused}), 401);
}

TEST_P(Sessions, keep_when_they_were_seen_to_five_minutes) {  // [IDN-20]
  auto const session = session_of("ana@lumen.example");
  auto const seen = [&] { return *db->read([](db::Tx& tx) { return tx.row<base::Millis>(select_seen); }); };
  auto const start = seen();
  pass(5 * 60'000);
  EXPECT_EQ(status_elsewhere({.session = session}), 200);
  EXPECT_EQ(seen(), start);
  pass(1);
  EXPECT_EQ(status_elsewhere({.session = session}), 200);
  EXPECT_EQ(seen(), clock.now());
}

TEST_P(Sessions, are_seen_and_ended_by_their_person) {  // [IDN-10]
  auto const here = session_of("ana@lumen.example");
  auto const there = session_of("ana@lumen.example");
  auto const sams = session_of("sam@lumen.example");
  auto const list = server.ask(Method::get, "/api/v1/me/sessions", {.session = here});
  auto const newest = member_of(list, "id");
  EXPECT_THAT(list.body, AllOf(HasSubstr(R"("current":true)"), HasSubstr(R"("current":false)")));
  EXPECT_EQ(server.ask(Method::del, "/api/v1/me/sessions/" + newest, {.session = sams}).status, 404);
  EXPECT_EQ(server.ask(Method::del, "/api/v1/me/sessions/" + newest, {.session = here}).status, 204);
  EXPECT_EQ(status_of_me({.session = there}), 401);
  EXPECT_EQ(status_of_me({.session = here}), 200);
}

TEST_P(Sessions, are_ended_by_an_administrator) {  // [IDN-10]
  auto const session = session_of("ana@lumen.example");
  EXPECT_EQ(status_of_me({.session = session}), 200);
  auto const path = "/api/v1/people/" + ana.text() + "/sessions";
  EXPECT_EQ(server.ask(Method::del, path, {.session = session}).status, 403);
  EXPECT_EQ(server.ask(Method::del, path, {.session = session_of("sam@lumen.example")}).status, 204);
  EXPECT_EQ(status_of_me({.session = session}), 401);
}

TEST_P(Sessions, of_one_person_are_no_more_than_the_limit) {
  Server small{*db, {.sessions_per_person = 2}};
  std::vector<std::string> secrets;
  for (int i = 0; i < 3; ++i) secrets.push_back(cookie_of(small.sign_in("ana@lumen.example", good)));
  EXPECT_EQ(status_of_me({.session = secrets[0]}), 401);
  EXPECT_EQ(status_of_me({.session = secrets[1]}), 200);
  EXPECT_EQ(status_of_me({.session = secrets[2]}), 200);
}

TEST_P(Sessions, end_when_somebody_leaves_and_stay_ended) {  // [IDN-18]
  auto const session = session_of("ana@lumen.example");
  EXPECT_EQ(status_of_me({.session = session}), 200);
  auto const hr = session_of("hugo@lumen.example");
  EXPECT_EQ(server.ask(Method::put, "/api/v1/people/" + ana.text() + "/departure", {.session = hr}).status, 200);
  EXPECT_EQ(status_of_me({.session = session}), 401);
  EXPECT_EQ(server.ask(Method::del, "/api/v1/people/" + ana.text() + "/departure", {.session = hr}).status, 200);
  EXPECT_EQ(status_of_me({.session = session}), 401);
  EXPECT_EQ(server.sign_in("ana@lumen.example", good).status, 401);
}

TEST_P(Sessions, have_the_roles_of_this_moment) {  // [IDN-19]
  auto const session = session_of("ana@lumen.example");
  auto const audit = "/api/v1/people/" + hugo.text() + "/sessions";
  EXPECT_EQ(server.ask(Method::del, audit, {.session = session}).status, 403);
  db->write([&](db::Tx& tx) { server.people.set_roles(tx, {}, ana, {Role::administrator}); });
  EXPECT_EQ(server.ask(Method::del, audit, {.session = session}).status, 204);
  db->write([&](db::Tx& tx) { server.people.set_roles(tx, {}, ana, {}); });
  EXPECT_EQ(server.ask(Method::del, audit, {.session = session}).status, 403);
}

TEST_P(Sessions, are_refused_to_other_sites) {
  auto const foreign = server.sign_in("ana@lumen.example", good, {.headers = {{"sec-fetch-site", "cross-site"}}});
  EXPECT_EQ(foreign.status, 403);
  EXPECT_THAT(header_of(foreign, "Set-Cookie"), IsEmpty());
}

TEST_P(Sessions, that_are_over_are_forgotten) {
  session_of("ana@lumen.example");
  pass(31 * base::ms_per_day);
  db->write([&](db::Tx& tx) { server.identity.tidy(tx); });
  EXPECT_THAT(db->read([](db::Tx& tx) { return tx.rows<std::string>(select_secrets); }), IsEmpty());
}

TEST_P(Sessions, with_two_cookies_are_refused) {  // [IDN-9]
  auto const session = session_of("ana@lumen.example");
  auto const answer =
      server.ask(Method::get, "/api/v1/me", {.session = session, .headers = {{"cookie", "waymark=" + session}}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("ambiguous_credentials"));
}

}  // namespace
}  // namespace waymark::identity
