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

constexpr db::Sql count_buckets{"test.buckets", "SELECT COUNT(*) FROM identity_bucket"};
constexpr db::Sql select_told{"test.told", "SELECT subject_id FROM core_event WHERE kind = 'person.guessed_at'"};
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

// A stranger guesses, from as many addresses as they like: at most a hundred a day are looked at. [IDN-4]
TEST_P(Sessions, let_strangers_try_a_hundred_times_a_day) {
  for (auto const* email : {"ana@lumen.example", "nobody@lumen.example"}) {
    int evaluated = 0;
    int tried = 0;
    for (auto const end = clock.now() + base::ms_per_day; clock.now() < end; pass(60'000)) {
      for (int i = 0; i < 7; ++i, ++tried) {
        auto const from = "127.0." + std::to_string(tried % 100) + ".7";
        evaluated += server.sign_in(email, "wrong-password", {.peer = from}).status == 401 ? 1 : 0;
      }
    }
    EXPECT_GE(tried, 10'000);
    EXPECT_GE(evaluated, 90) << email;
    EXPECT_LE(evaluated, 100) << email;
  }
}

// The owner does not notice, except that they are told. [IDN-4]
TEST_P(Sessions, never_close_to_their_owner) {
  auto const at_home = server.sign_in("ana@lumen.example", good);
  auto const device = "waymark-device=" + device_of(at_home);
  auto const guess = [&](int from) {
    return server.sign_in("ana@lumen.example", "wrong-password", {.peer = "127.0." + std::to_string(from) + ".7"})
        .status;
  };
  for (int i = 0; i < 100; ++i) guess(i);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(guess(i), 429);
  EXPECT_EQ(status_of_me({.session = cookie_of(at_home)}), 200);
  EXPECT_EQ(server.sign_in("ana@lumen.example", good, {.headers = {{"cookie", device}}}).status, 201);
  EXPECT_EQ(server
                .ask(Method::put, "/api/v1/me/password",
                     {.session = cookie_of(at_home),
                      .body = R"({"current":"tulip-harbour-49","password":"tulip-harbour-49"})"})
                .status,
            204);

  auto const elsewhere = server.sign_in("ana@lumen.example", good, {.peer = "127.9.9.9"});
  EXPECT_EQ(elsewhere.status, 429);
  auto const wait = std::stoi(header_of(elsewhere, "Retry-After"));
  EXPECT_LE(wait, 20 * 60);
  for (int second = 0; second < wait; second += 10) {
    pass(std::min(10, wait - second) * 1000);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(guess(i), 429);
  }
  EXPECT_EQ(server.sign_in("ana@lumen.example", good, {.peer = "127.9.9.9"}).status, 201);
  EXPECT_EQ(db->read([](db::Tx& tx) { return tx.rows<std::int64_t>(select_told); }), std::vector{ana.value});
}

// [IDN-4]
TEST_P(Sessions, keep_nothing_of_addresses_that_nobody_has) {
  auto const rows = [&] { return db->read([](db::Tx& tx) { return tx.row<std::int64_t>(count_buckets); }); };
  for (int i = 0; i < 20; ++i) server.sign_in("z" + std::to_string(i) + "@lumen.example", "wrong-password");
  EXPECT_EQ(rows(), 1);  // the one that stands for all of them
}

// [IDN-4]
TEST_P(Sessions, take_the_device_of_one_for_nobody_else) {
  auto const device = "waymark-device=" + device_of(server.sign_in("ana@lumen.example", good));
  for (int i = 0; i < 40; ++i)
    server.sign_in("sam@lumen.example", "wrong-password", {.peer = "127.0." + std::to_string(i) + ".7"});
  EXPECT_EQ(server.sign_in("sam@lumen.example", good, {.headers = {{"cookie", device}}}).status, 429);
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
  EXPECT_EQ(header_of(out, "Clear-Site-Data"), "\"cache\"");
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
