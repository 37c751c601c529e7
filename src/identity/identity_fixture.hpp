#pragma once

#include <gmock/gmock.h>

#include "identity/identity.hpp"
#include "testing/databases.hpp"

// A server's worth of identity for its tests: two people, a router, and a postman who keeps the letters.
namespace waymark::identity {

class Letterbox final : public Postman {
 public:
  void deliver(db::Tx&, Letter const& letter) override { letters.push_back(letter); }
  std::vector<Letter> letters;
};

struct Asking {
  std::string session = {};  // the secret in the cookie
  std::string token = {};
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string peer = "127.0.0.1";
};

// One of the servers on a database, with a memory of its own.
struct Server {
  Server(db::Db& db, Options const& options) : identity(db, people, letterbox, options), router(db, identity) {
    router.add(identity.routes());
    router.add(people.routes());
  }

  http::Response ask(http::Method method, std::string const& path, Asking const& asking = {}) {
    http::Request request;
    request.method = method;
    request.target = path;
    request.path = path.substr(0, path.find('?'));
    if (path.size() > request.path.size()) request.query = path.substr(request.path.size() + 1);
    request.peer = asking.peer;
    request.headers = asking.headers;
    if (!asking.session.empty()) request.headers.emplace_back("cookie", "waymark=" + asking.session);
    if (!asking.token.empty()) request.headers.emplace_back("authorization", "Bearer " + asking.token);
    if (!asking.body.empty()) request.headers.emplace_back("content-type", "application/json");
    request.body = asking.body;
    return router.answer(request);
  }
  http::Response sign_in(std::string const& email, std::string const& password, Asking asking = {}) {
    asking.body = R"({"email":")" + email + R"(","password":")" + password + R"("})";
    return ask(http::Method::post, "/api/v1/session", asking);
  }

  events::Events events;
  people::People people{events};
  Letterbox letterbox;
  Identity identity;
  rest::Router router;
};

inline std::string header_of(http::Response const& response, std::string_view name) {
  for (auto const& [header, value] : response.headers) {
    if (header == name) return value;
  }
  return {};
}

// The secret in the Set-Cookie header.
inline std::string cookie_of(http::Response const& response) {
  auto const header = header_of(response, "Set-Cookie");
  auto const start = header.find('=') + 1;
  return header.substr(start, header.find(';') - start);
}

// The secret that tells a browser again.
inline std::string device_of(http::Response const& response) {
  std::string const mark = "waymark-device=";
  for (auto const& [name, value] : response.headers) {
    if (name == "Set-Cookie" && value.starts_with(mark))
      return value.substr(mark.size(), value.find(';') - mark.size());
  }
  return {};
}

// The text of a member of a JSON object, as it stands there.
inline std::string member_of(http::Response const& response, std::string const& name) {
  auto const mark = "\"" + name + "\":\"";
  auto const start = response.body.find(mark);
  if (start == std::string::npos) return {};
  auto const from = start + mark.size();
  return response.body.substr(from, response.body.find('"', from) - from);
}

class OnServer : public testing::OnBothDatabases {
 protected:
  static constexpr auto good = "tulip-harbour-49";

  OnServer() {
    auto const hash = server.identity.hash_of(good);
    db->write([&](db::Tx& tx) {
      ana = add(tx, "Ana Ruiz", "ana@lumen.example", {});
      sam = add(tx, "Sam Okafor", "sam@lumen.example", {Role::administrator});
      hugo = add(tx, "Hugo Brandt", "hugo@lumen.example", {Role::hr});
      for (auto const person : {ana, sam, hugo}) server.identity.set_password(tx, {}, person, hash);
    });
  }

  PersonId add(db::Tx& tx, std::string const& name, std::string const& email, std::vector<Role> roles) {
    return server.people.create_person(tx, {}, {name, email, {}, {}, {}, std::move(roles), {}});
  }
  std::string session_of(std::string const& email) {
    auto const answer = server.sign_in(email, good);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return cookie_of(answer);
  }
  int status_of_me(Asking const& asking) { return server.ask(http::Method::get, "/api/v1/me", asking).status; }
  // What a server that remembers nothing says.
  int status_elsewhere(Asking const& asking) {
    return Server{*db, {}}.ask(http::Method::get, "/api/v1/me", asking).status;
  }
  void pass(base::Millis time) { clock.set(clock.now() + time); }

  Server server{*db, {.organisation = "Lumen Works"}};
  PersonId ana, sam, hugo;
};

}  // namespace waymark::identity
