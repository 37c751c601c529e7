#include "core/base/day.hpp"
#include "identity/identity_fixture.hpp"
#include "identity/secret.hpp"

namespace waymark::identity {
namespace {

using http::Method;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr db::Sql select_secret{"test.token_secret", "SELECT secret FROM identity_token"};

class Tokens : public OnServer {
 protected:
  http::Response make(Asking asking, std::string const& scopes, int days = 30) {
    asking.body = R"({"name":"script","scopes":)" + scopes + R"(,"expires_in_days":)" + std::to_string(days) + "}";
    return server.ask(Method::post, "/api/v1/me/tokens", asking);
  }
  std::string token_of(std::string const& email, std::string const& scopes) {
    return member_of(make({.session = session_of(email)}, scopes), "secret");
  }
};
INSTANTIATE_TEST_SUITE_P(Identity, Tokens, testing::on_both_databases, testing::name_of);

TEST_P(Tokens, are_shown_once_and_kept_as_a_hash) {  // [IDN-13]
  auto const session = session_of("ana@lumen.example");
  auto const made = make({.session = session}, R"(["read"])");
  EXPECT_EQ(made.status, 201);
  auto const secret = member_of(made, "secret");
  EXPECT_THAT(secret, ::testing::StartsWith("wm_"));
  EXPECT_EQ(db->read([](db::Tx& tx) { return tx.row<std::string>(select_secret); }), hashed(secret));
  EXPECT_THAT(server.ask(Method::get, "/api/v1/me/tokens", {.session = session}).body,
              AllOf(HasSubstr(R"("scopes":["read"])"), Not(HasSubstr(secret))));
  EXPECT_EQ(status_of_me({.token = secret}), 200);
}

TEST_P(Tokens, need_no_proof_of_their_site_and_ignore_cookies) {
  auto const token = token_of("ana@lumen.example", R"(["read","write"])");
  EXPECT_EQ(status_of_me({.session = "nonsense", .token = token}), 200);
  EXPECT_EQ(status_of_me({.session = session_of("ana@lumen.example"), .token = "wm_nonsense"}), 401);
  EXPECT_EQ(status_of_me({.session = token}), 401);
}

TEST_P(Tokens, do_what_their_scopes_say) {  // [IDN-11]
  auto const reads = token_of("sam@lumen.example", R"(["read"])");
  auto const writes = token_of("sam@lumen.example", R"(["read","write"])");
  auto const administers = token_of("sam@lumen.example", R"(["read","write","administer"])");
  auto const own_name = [&](std::string const& token, int version) {
    return server
        .ask(Method::patch, "/api/v1/people/" + sam.text(),
             {.token = token,
              .body = R"({"name":"Sam"})",
              .headers = {{"if-match", "\"" + std::to_string(version) + "\""}}})
        .status;
  };
  auto const end_sessions = [&](std::string const& token) {
    return server.ask(Method::del, "/api/v1/people/" + ana.text() + "/sessions", {.token = token}).status;
  };
  EXPECT_EQ(own_name(reads, 1), 403);
  EXPECT_EQ(own_name(writes, 1), 200);
  EXPECT_EQ(end_sessions(writes), 403);
  EXPECT_EQ(end_sessions(administers), 204);
}

TEST_P(Tokens, make_and_end_no_tokens) {  // [IDN-12] [IDN-23]
  auto const every = token_of("ana@lumen.example", R"(["read","write","administer"])");
  EXPECT_EQ(make({.token = every}, R"(["read"])").status, 403);
  EXPECT_EQ(server.ask(Method::del, "/api/v1/me/tokens/0000000000001", {.token = every}).status, 403);
  EXPECT_EQ(server.ask(Method::put, "/api/v1/me/session/proof", {.token = every, .body = R"({"password":"x"})"}).status,
            403);
  auto const session = session_of("ana@lumen.example");
  EXPECT_EQ(make({.session = session}, "[]").status, 422);
  EXPECT_EQ(make({.session = session}, R"(["read"])", 367).status, 422);
  EXPECT_EQ(make({.session = session}, R"(["read"])", 0).status, 422);
}

TEST_P(Tokens, are_made_and_ended_soon_after_the_password_was_given) {  // [IDN-23]
  auto const session = session_of("ana@lumen.example");
  auto const give = [&](std::string const& password) {
    return server
        .ask(Method::put, "/api/v1/me/session/proof",
             {.session = session, .body = R"({"password":")" + password + "\"}"})
        .status;
  };
  pass(10 * 60'000 - 1);
  auto const made = make({.session = session}, R"(["read"])");
  EXPECT_EQ(made.status, 201);
  pass(1);
  auto const path = "/api/v1/me/tokens/" + member_of(made, "id");
  auto const refused = make({.session = session}, R"(["read"])");
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr("password_wanted"));
  EXPECT_EQ(server.ask(Method::del, path, {.session = session}).status, 403);
  EXPECT_EQ(give("wrong-password"), 422);
  EXPECT_EQ(make({.session = session}, R"(["read"])").status, 403);
  pass(1'000);
  EXPECT_EQ(give(good), 204);
  EXPECT_EQ(make({.session = session}, R"(["read"])").status, 201);
  EXPECT_EQ(server.ask(Method::del, path, {.session = session}).status, 204);
}

TEST_P(Tokens, end_with_the_password_unless_they_are_kept) {  // [IDN-17]
  auto const session = session_of("ana@lumen.example");
  auto const change = [&](std::string const& from, std::string const& to, std::string const& more) {
    return server
        .ask(Method::put, "/api/v1/me/password",
             {.session = session, .body = R"({"current":")" + from + R"(","password":")" + to + "\"" + more + "}"})
        .status;
  };
  auto const token = member_of(make({.session = session}, R"(["read"])"), "secret");
  EXPECT_EQ(change(good, "violet-anchor-73", R"(,"keep_tokens":true)"), 204);
  EXPECT_EQ(status_of_me({.token = token}), 200);
  EXPECT_EQ(change("violet-anchor-73", good, ""), 204);
  EXPECT_EQ(status_of_me({.token = token}), 401);
}

TEST_P(Tokens, end_with_all_sessions_unless_they_are_kept) {  // [IDN-10]
  auto const token = token_of("ana@lumen.example", R"(["read"])");
  auto const end = [&](std::string const& query) {
    return server
        .ask(Method::del, "/api/v1/people/" + ana.text() + "/sessions" + query,
             {.session = session_of("sam@lumen.example")})
        .status;
  };
  EXPECT_EQ(end("?keep_tokens=true"), 204);
  EXPECT_EQ(status_of_me({.token = token}), 200);
  EXPECT_EQ(end(""), 204);
  EXPECT_EQ(status_of_me({.token = token}), 401);
}

TEST_P(Tokens, lose_what_their_person_loses) {  // [IDN-11] [IDN-19]
  auto const token = token_of("hugo@lumen.example", R"(["read","write","administer"])");
  auto const invite = [&] {
    return server.ask(Method::post, "/api/v1/people/" + ana.text() + "/invitation", {.token = token}).status;
  };
  EXPECT_EQ(invite(), 409);
  db->write([&](db::Tx& tx) { server.people.set_roles(tx, {}, hugo, {}); });
  EXPECT_EQ(invite(), 403);
}

TEST_P(Tokens, end_on_their_day) {  // [IDN-13]
  auto const token = token_of("ana@lumen.example", R"(["read"])");
  pass(30 * base::ms_per_day - 1);
  EXPECT_EQ(status_elsewhere({.token = token}), 200);
  pass(1);
  EXPECT_EQ(status_elsewhere({.token = token}), 401);
}

TEST_P(Tokens, end_when_they_are_ended) {  // [IDN-13]
  auto const session = session_of("ana@lumen.example");
  auto const made = make({.session = session}, R"(["read"])");
  auto const secret = member_of(made, "secret");
  auto const path = "/api/v1/me/tokens/" + member_of(made, "id");
  EXPECT_EQ(status_of_me({.token = secret}), 200);
  EXPECT_EQ(server.ask(Method::del, path, {.session = session_of("sam@lumen.example")}).status, 404);
  EXPECT_EQ(server.ask(Method::del, path, {.session = session}).status, 204);
  EXPECT_EQ(status_of_me({.token = secret}), 401);
}

TEST_P(Tokens, end_when_their_person_leaves) {  // [IDN-18]
  auto const token = token_of("ana@lumen.example", R"(["read"])");
  EXPECT_EQ(status_of_me({.token = token}), 200);
  db->write([&](db::Tx& tx) { server.people.depart(tx, {}, ana); });
  EXPECT_EQ(status_of_me({.token = token}), 401);
}

}  // namespace
}  // namespace waymark::identity
