#include "core/rest/router.hpp"

#include <gmock/gmock.h>

#include "testing/databases.hpp"

namespace waymark::rest {
namespace {

using http::Method;
using policy::PersonId;
using policy::Role;
using policy::Scope;
using ::testing::HasSubstr;

struct Note {
  std::string text;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text, version))

struct NewNote {
  json::Text<1, 20> text;
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (text))

constexpr db::Sql put_setting{"test.put", R"sql(
  INSERT INTO core_setting (name, value) VALUES ('note', :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value)sql"};
constexpr db::Sql select_setting{"test.setting", "SELECT value FROM core_setting WHERE name = 'note'"};

// One note, kept as a setting.
class RouterTest : public testing::OnBothDatabases, public Authenticator {
 protected:
  RouterTest() {
    router.add({
        get("/api/v1/note", policy::signed_in, "The note.",
            [](Call<> const& call) {
              return Note{call.tx.row<std::string>(select_setting).value_or(""), 3};
            }),
        post("/api/v1/notes", policy::signed_in, "A note.",
             [this](Call<NewNote> const& call) {
               ++written;
               call.tx.run(put_setting, call.body.text);
               if (call.body.text == "fail") throw std::runtime_error("a secret of the server");
               return Created<Note>{{call.body.text, 1}, "/api/v1/note"};
             }),
        patch("/api/v1/note", policy::signed_in, "Changes it.",
              [](Call<NewNote> const& call) {
                return Note{call.body.text, call.seen_version()};
              }),
        put("/api/v1/note/lid", policy::hr, "Closes it.", [](Call<> const&) {}),
        del("/api/v1/people/{person}/notes/{note}", policy::administrator, "Forgets it.",
            [](Call<> const& call) {
              return Note{call.text("note"), call.id<PersonId>("person").value};
            }),
        get("/api/v1/people/me", policy::anyone, "A word beats a field.",
            [](OwnCall<> const&) {
              return Note{"me", 0};
            }),
        get("/api/v1/people/{person}", policy::anyone, "A field.",
            [](Call<> const& call) {
              return Note{call.text("person"), 0};
            }),
    });
  }

  std::optional<Caller> caller_of(http::Request const&) override { return caller; }

  http::Response ask(Method method, std::string const& path, std::string const& body = {},
                     std::vector<std::pair<std::string, std::string>> headers = {}) {
    http::Request request;
    request.method = method;
    request.target = request.path = path;
    request.body = body;
    request.headers = std::move(headers);
    if (!body.empty() && request.header("content-type").empty())
      request.headers.emplace_back("content-type", "application/json");
    return router.answer(request);
  }
  static std::string header(http::Response const& response, std::string_view name) {
    for (auto const& [known, value] : response.headers) {
      if (known == name) return value;
    }
    return "none";
  }

  std::optional<Caller> caller =
      Caller{{PersonId{1}, {Role::employee}, {Scope::read, Scope::write, Scope::administer}}, false};
  Router router{*db, *this};
  int written{0};
};

TEST_P(RouterTest, FindsARouteByMethodAndPath) {
  EXPECT_EQ(ask(Method::get, "/api/v1/note").status, 200);
  EXPECT_EQ(ask(Method::get, "/api/v1/people/me").body, R"({"text":"me","version":0})");
  EXPECT_EQ(ask(Method::get, "/api/v1/people/%C3%BC%20x").body, R"({"text":"ü x","version":0})");
  for (auto const* path : {"/", "/api", "/api/v1/notes/", "/api/v1/note/", "/api/v1/people/", "/api/v1/nothing", "note",
                           "/api/v1/people/%"}) {
    EXPECT_EQ(ask(Method::get, path).status, 404) << path;
  }
}

TEST_P(RouterTest, SaysWhichMethodsAPathTakes) {
  auto const response = ask(Method::del, "/api/v1/note");
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(header(response, "Allow"), "GET, PATCH");
}

TEST_P(RouterTest, AnswersHeadAsGet) {
  EXPECT_EQ(ask(Method::head, "/api/v1/note").status, 200);
}

TEST_P(RouterTest, TwoRoutesForOnePathAreRefused) {
  EXPECT_THROW(router.add({get("/api/v1/note", policy::anyone, "Again.", [](Call<> const&) {})}), std::logic_error);
}

TEST_P(RouterTest, AsksWhoMayBeforeAnythingElse) {
  caller.reset();
  EXPECT_EQ(ask(Method::post, "/api/v1/notes", "{broken").status, 401);
  EXPECT_EQ(ask(Method::get, "/api/v1/people/me").status, 200);
  caller = Caller{{PersonId{1}, {Role::employee}, {Scope::read, Scope::write}}, false};
  EXPECT_EQ(ask(Method::put, "/api/v1/note/lid").status, 403);
  caller->viewer.roles = {Role::hr};
  EXPECT_EQ(ask(Method::put, "/api/v1/note/lid").status, 204);
}

TEST_P(RouterTest, ATokenDoesWhatItsScopesCover) {
  caller->viewer.scopes = {Scope::read};
  EXPECT_EQ(ask(Method::get, "/api/v1/note").status, 200);
  EXPECT_EQ(ask(Method::post, "/api/v1/notes", R"({"text":"a"})").status, 403);
  caller->viewer.roles = {Role::administrator};
  caller->viewer.scopes = {Scope::read, Scope::write};
  EXPECT_EQ(ask(Method::del, "/api/v1/people/0000000000011/notes/x").status, 403);
  caller->viewer.scopes = {Scope::administer};
  EXPECT_EQ(ask(Method::del, "/api/v1/people/0000000000011/notes/x").body, R"({"text":"x","version":33})");
}

TEST_P(RouterTest, LargeBodiesAreForWhoIsKnown) {  // [CORE-21]
  http::Request head;
  head.method = Method::post;
  head.path = "/api/v1/notes";
  EXPECT_EQ(router.admit(head).body_bytes, Router::usual_bytes);
  EXPECT_TRUE(router.admit(head).known);
  router.takes_files("/api/v1/notes", 32 << 20);
  EXPECT_EQ(router.admit(head).body_bytes, 32U << 20);
  head.path = "/api/v1/nothing";
  EXPECT_EQ(router.admit(head).body_bytes, Router::open_bytes);
  head.path = "/api/v1/notes";
  caller->by_cookie = true;
  head.headers = {{"sec-fetch-site", "cross-site"}};
  EXPECT_EQ(router.admit(head).refusal->status, 403);
  caller.reset();
  EXPECT_EQ(router.admit(head).refusal->status, 401);
  EXPECT_THROW(router.takes_files("/api/v1/note", 1), std::logic_error);
}

TEST_P(RouterTest, WhoIsRefusedByTheHeadIsNotedAndCountedLikeAnybody) {  // [AUD-8] [CORE-24]
  int noted = 0;
  router.on_refusal([&](auto const&...) { ++noted; });
  router.limit_callers({.per_second = 1, .burst = 2});
  http::Request head;
  head.method = Method::put;
  head.path = "/api/v1/note/lid";
  EXPECT_EQ(router.admit(head).refusal->status, 403);
  EXPECT_EQ(noted, 1);
  EXPECT_EQ(router.admit(head).refusal->status, 403);
  EXPECT_EQ(router.admit(head).refusal->status, 429);
  EXPECT_EQ(noted, 2);
  caller.reset();
  EXPECT_EQ(router.admit(head).refusal->status, 401);
  EXPECT_EQ(router.admit(head).refusal->status, 401);
  EXPECT_EQ(router.admit(head).refusal->status, 429);
  EXPECT_EQ(noted, 2);
}

TEST_P(RouterTest, WhatIsAdmittedIsCountedOnce) {  // [CORE-24]
  router.limit_callers({.per_second = 1, .burst = 1});
  http::Request head;
  head.method = Method::post;
  head.path = "/api/v1/notes";
  EXPECT_FALSE(router.admit(head).refusal);
  EXPECT_EQ(ask(Method::post, "/api/v1/notes", R"({"text":"a"})").status, 201);
  EXPECT_EQ(ask(Method::post, "/api/v1/notes", R"({"text":"a"})").status, 429);
}

TEST_P(RouterTest, EveryCallerHasARateOfTheirOwn) {  // [CORE-24]
  router.limit_callers({.per_second = 1, .burst = 2});
  auto const first = ask(Method::get, "/api/v1/note");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(header(first, "RateLimit-Policy"), "\"caller\";q=2;w=2");
  EXPECT_EQ(header(first, "RateLimit"), "\"caller\";r=1;t=1");
  EXPECT_EQ(ask(Method::get, "/api/v1/note").status, 200);
  auto const over = ask(Method::get, "/api/v1/note");
  EXPECT_EQ(over.status, 429);
  EXPECT_EQ(header(over, "Retry-After"), "1");
  EXPECT_THAT(over.body, ::testing::HasSubstr("Too many requests in a short time."));
  caller.reset();
  EXPECT_EQ(ask(Method::get, "/api/v1/people/me").status, 200);
  EXPECT_EQ(ask(Method::get, "/api/v1/note").status, 401);
  EXPECT_EQ(ask(Method::get, "/api/v1/people/me").status, 429);
}

TEST_P(RouterTest, ATextThatIsNoIdIsAnIdThatNothingHas) {
  caller->viewer.roles = {Role::administrator};
  EXPECT_EQ(ask(Method::del, "/api/v1/people/nobody/notes/x").body, R"({"text":"x","version":0})");
}

TEST_P(RouterTest, AnAnswerIsSentAgainOnlyWhenItChanged) {
  auto const first = ask(Method::get, "/api/v1/note");
  auto const tag = header(first, "ETag");
  EXPECT_THAT(tag, ::testing::MatchesRegex("\"3-[0-9a-f]+\""));
  EXPECT_EQ(header(first, "Cache-Control"), "no-store");
  auto const second = ask(Method::get, "/api/v1/note", "", {{"if-none-match", tag}});
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
  ask(Method::post, "/api/v1/notes", R"({"text":"new"})");
  EXPECT_EQ(ask(Method::get, "/api/v1/note", "", {{"if-none-match", tag}}).status, 200);
}

// [CORE-7]
TEST_P(RouterTest, AChangeSaysWhichVersionItSaw) {
  EXPECT_EQ(ask(Method::patch, "/api/v1/note", R"({"text":"a"})").status, 428);
  EXPECT_EQ(ask(Method::patch, "/api/v1/note", R"({"text":"a"})", {{"if-match", "yes"}}).status, 428);
  EXPECT_EQ(ask(Method::patch, "/api/v1/note", R"({"text":"a"})", {{"if-match", "\"7-abc\""}}).body,
            R"({"text":"a","version":7})");
  EXPECT_EQ(ask(Method::patch, "/api/v1/note", R"({"text":"a"})", {{"if-match", "W/\"7-abc\""}}).body,
            R"({"text":"a","version":7})");
}

TEST_P(RouterTest, WhatIsMadeHasAnAddress) {
  auto const made = ask(Method::post, "/api/v1/notes", R"({"text":"a"})");
  EXPECT_EQ(made.status, 201);
  EXPECT_EQ(header(made, "Location"), "/api/v1/note");
  EXPECT_EQ(header(made, "Cache-Control"), "no-store");
}

TEST_P(RouterTest, TakesJsonOnly) {
  EXPECT_EQ(
      ask(Method::post, "/api/v1/notes", "text=a", {{"content-type", "application/x-www-form-urlencoded"}}).status,
      415);
  EXPECT_EQ(ask(Method::post, "/api/v1/notes", R"({"text":"a"})", {{"content-type", "application/json; charset=utf-8"}})
                .status,
            201);
  EXPECT_EQ(ask(Method::post, "/api/v1/notes", "{").status, 400);
  EXPECT_EQ(ask(Method::post, "/api/v1/notes", R"({"text":""})").status, 422);
  caller->viewer.roles = {Role::hr};
  EXPECT_EQ(ask(Method::put, "/api/v1/note/lid", R"({"a":1})").status, 422);
}

// [CORE-8]
TEST_P(RouterTest, RefusesWritesThatABrowserSendsForAnotherSite) {
  auto const status = [&](std::vector<std::pair<std::string, std::string>> headers) {
    headers.emplace_back("host", "okr.example");
    return ask(Method::post, "/api/v1/notes", R"({"text":"a"})", std::move(headers)).status;
  };
  EXPECT_EQ(status({{"origin", "https://evil.example"}}), 201) << "a token is no cookie: nothing adds it by itself";
  caller->by_cookie = true;
  EXPECT_EQ(status({{"sec-fetch-site", "same-origin"}, {"origin", "https://okr.example"}}), 201);
  EXPECT_EQ(status({{"sec-fetch-site", "none"}}), 201);
  EXPECT_EQ(status({}), 201);
  EXPECT_EQ(status({{"sec-fetch-site", "cross-site"}}), 403);
  EXPECT_EQ(status({{"sec-fetch-site", "same-site"}}), 403);
  EXPECT_EQ(status({{"origin", "https://evil.example"}}), 403);
  EXPECT_EQ(status({{"origin", "null"}}), 403);
  EXPECT_EQ(status({{"sec-fetch-site", "same-origin"}, {"origin", "https://okr.example.evil"}}), 403);
}

// [CORE-9]
TEST_P(RouterTest, ADefectIsAnsweredWithAReferenceAndNothingElse) {
  auto const response = ask(Method::post, "/api/v1/notes", R"({"text":"fail"})");
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.body, HasSubstr("Something went wrong (ref "));
  EXPECT_THAT(response.body, ::testing::Not(HasSubstr("secret")));
  EXPECT_THAT(ask(Method::get, "/api/v1/note").body, HasSubstr(R"("text":"")")) << "nothing of it was kept";
}

TEST_P(RouterTest, ARefusalIsAProblemWithEveryField) {
  auto const response = ask(Method::post, "/api/v1/notes", R"({"text":"","more":1})");
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(header(response, "Cache-Control"), "no-store");
  auto const problem = json::parse(response.body);
  EXPECT_EQ(problem.at("status"), 422);
  EXPECT_EQ(problem.at("code"), "invalid");
  EXPECT_EQ(problem.at("type"), "/api/docs#problem-invalid");
  EXPECT_EQ(problem.at("detail"), "\"text\" must not be empty.");
  ASSERT_EQ(problem.at("fields").as_array().size(), 2U);
  EXPECT_EQ(problem.at("fields").at(1).at("path"), "more");
}

// [CORE-7]
TEST_P(RouterTest, AProblemCarriesWhatIsThereNowAndWhenToComeBack) {
  base::Problem problem{base::Code::too_many, "slow", "Slower \"please\"."};
  problem.retry_after_seconds = 7;
  problem.current = R"({"version":2})";
  auto const response = problem_response(problem);
  EXPECT_EQ(response.status, 429);
  EXPECT_EQ(header(response, "Retry-After"), "7");
  EXPECT_EQ(json::parse(response.body).at("current").at("version"), 2);
}

// [CORE-4]
TEST_P(RouterTest, TheSameRequestWithTheSameKeyIsDoneOnce) {
  auto const send = [&](std::string const& key, std::string const& text) {
    return ask(Method::post, "/api/v1/notes", fmt::format(R"({{"text":"{}"}})", text), {{"idempotency-key", key}});
  };
  auto const first = send("k1", "a");
  auto const again = send("k1", "a");
  EXPECT_EQ(written, 1);
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(header(again, "Location"), "/api/v1/note");
  EXPECT_EQ(header(again, "Idempotency-Replayed"), "true");
  EXPECT_EQ(send("k1", "b").status, 422);
  EXPECT_EQ(send("k2", "b").status, 201);
  EXPECT_EQ(written, 2);
  caller->viewer.person = PersonId{2};
  EXPECT_EQ(send("k1", "c").status, 201) << "keys are each person's own";
}

TEST_P(RouterTest, AKeyOfARequestThatFailedIsFree) {
  auto const send = [&](std::string const& text) {
    return ask(Method::post, "/api/v1/notes", fmt::format(R"({{"text":"{}"}})", text), {{"idempotency-key", "k"}})
        .status;
  };
  EXPECT_EQ(send("fail"), 500);
  EXPECT_EQ(send("good"), 201);
}

TEST_P(RouterTest, AKeyIsShortAndPrintable) {
  auto const status = [&](std::string const& key) {
    return ask(Method::post, "/api/v1/notes", R"({"text":"a"})", {{"idempotency-key", key}}).status;
  };
  EXPECT_EQ(status(std::string(200, 'k')), 201);
  EXPECT_EQ(status(std::string(201, 'k')), 422);
  EXPECT_EQ(status("with space"), 422);
  EXPECT_EQ(status("\xc3\xbc"), 422);
}

INSTANTIATE_TEST_SUITE_P(Databases, RouterTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::rest
