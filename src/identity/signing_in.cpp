#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "identity/guessing.hpp"
#include "identity/identity.hpp"
#include "identity/secret.hpp"

namespace waymark::identity {
namespace {

[[noreturn]] void refuse() {
  throw base::Problem{base::Code::signed_out, "wrong_credentials",
                      "This e-mail address and this password do not belong together."};
}

// The browser as it names itself; what is no text is left out.
std::string agent_of(http::Request const& request) {
  auto const agent = request.header("user-agent");
  return base::is_utf8(agent) && !base::has_control(agent) ? std::string{base::shortened(agent, 200)} : std::string{};
}

std::vector<std::string> rights_of(people::Roles roles) {
  std::vector<std::string> may;
  if (roles.meets({Role::hr, Role::administrator})) may.emplace_back("add_person");
  if (roles.has(Role::administrator)) may.emplace_back("set_roles");
  if (roles.meets({Role::auditor, Role::administrator})) may.emplace_back("read_audit");
  return may;
}

}  // namespace

// The work and the answer are the same whether there is such an account or not. [IDN-3]
Login Identity::prove(db::Db& db, std::string const& email, std::string const& password) {
  auto const account = hashed(people::email_key(email));
  auto const login = db.write([&](db::Tx& tx) {
    take_turn(tx, account);
    return login_of(tx, email);
  });
  auto const matches = passwords_.matches(password, login ? login->hash : "");
  db.write([&](db::Tx& tx) { matches ? forget_failures(tx, account) : close_after_failure(tx, account); });
  if (!matches) refuse();
  return *login;
}

http::Response Identity::sign_in(rest::OwnCall<SignIn> const& call) {
  require_private_line(call.request, options_.line);
  auto const login = prove(call.db, call.body.email, call.body.password);
  auto const fresh = Passwords::is_outdated(login.hash) ? passwords_.hash_of(call.body.password) : std::string{};
  auto const before = credential_of(call.request, options_.line);
  auto const secret = new_secret();
  auto const person = call.db.write([&](db::Tx& tx) {
    if (!people::is_active(tx, login.person)) refuse();
    if (before && before->kind == Credential::Kind::session) delete_session(tx, hashed(before->secret));
    if (!fresh.empty()) put_password(tx, login.person, fresh);
    auto const session = insert_session(tx, hashed(secret), login.person, agent_of(call.request),
                                        tx.now() + options_.session_absolute, options_.sessions_per_person);
    audit::record(tx, login.person, "session.opened", "session", session.value, "Signed in with a password.");
    forget_callers(tx);
    return me(tx, login.person);
  });
  auto const secure = is_secure(call.request, options_.line);
  return http::json(201, json::text_of(person))
      .with("Location", "/api/v1/me")
      .with("Set-Cookie", session_cookie(secure, secret, options_.session_absolute / 1000))
      .with("Cache-Control", "no-store");
}

http::Response Identity::sign_out(rest::Call<> const& call) {
  if (delete_session(call.tx, call.viewer.person, SessionId{call.viewer.session}))
    tell_of_end(call.tx, call.viewer.person);
  http::Response response;
  response.status = 204;
  return response.with("Set-Cookie", session_cookie(is_secure(call.request, options_.line), "", 0));
}

Me Identity::me(db::Tx& tx, PersonId person) const {
  auto const card = people::card_of(tx, person);
  if (!card) throw base::not_found("There is no such person.");
  auto const roles = people::roles_of(tx, person);
  return {.id = person,
          .name = card->name,
          .email = card->email,
          .title = card->title,
          .language = card->language,
          .teams = people::teams_of(tx, person),
          .roles = people::list_of(roles),
          .is_manager = people::is_manager(tx, person),
          .may = rights_of(roles)};
}

}  // namespace waymark::identity
