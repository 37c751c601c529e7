#include <iterator>

#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "identity/identity.hpp"
#include "identity/own_account.hpp"

namespace waymark::identity {
namespace {

using rest::Call;
using rest::OwnCall;

}  // namespace

std::vector<rest::Route> Identity::routes() {
  auto all = session_routes();
  for (auto more : {password_routes(), invitation_routes(), token_routes()}) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return all;
}

std::vector<rest::Route> Identity::session_routes() {
  auto open = rest::post("/api/v1/session", policy::anyone,
                         "Signs in with a password; the answer sets the cookie of the session.",
                         [this](OwnCall<SignIn> const& call) { return sign_in(call); });
  open.success = 201;
  open.answer_schema = [](json::Schemas& all) { return all.of<Me>(json::Schemas::Side::outgoing); };
  auto close = rest::del("/api/v1/session", policy::anyone, "Signs out; the session is over on the server too.",
                         [this](Call<> const& call) { return sign_out(call); });
  close.success = 204;
  return {
      std::move(open),
      std::move(close),
      rest::get("/api/v1/me", policy::signed_in, "Who is signed in.",
                [this](Call<> const& call) { return me(call.tx, call.viewer.person); }),
      rest::put("/api/v1/me/session/proof", policy::signed_in,
                "Gives the own password once more; for ten minutes this session may make and end API tokens.",
                [this](OwnCall<PasswordAgain> const& call) { give_password_again(call); }),
      rest::get("/api/v1/me/sessions", policy::signed_in, "Where this account is signed in.",
                [this](Call<> const& call) {
                  return SessionList{
                      sessions_of(call.tx, call.viewer.person, call.viewer.session, idle_since(call.tx))};
                }),
      rest::del("/api/v1/me/sessions/{session}", policy::signed_in, "Ends one of the own sessions.",
                [this](Call<> const& call) {
                  require_session(call.viewer);
                  if (!delete_session(call.tx, call.viewer.person, call.id<SessionId>("session"))) {
                    throw base::not_found("There is no such session.");
                  }
                  tell_of_end(call.tx, call.viewer.person);
                  audit::record(call.tx, call.viewer.person, "session.ended", "session",
                                call.id<SessionId>("session").value);
                }),
      rest::del("/api/v1/people/{person}/sessions", policy::administrator,
                "Ends all sessions and API tokens of a person; tokens may be kept.",
                [this](Call<rest::Nothing, EndOfSessions> const& call) {
                  auto const person = call.id<PersonId>("person");
                  if (!people::name_of(call.tx, person)) throw base::not_found("There is no such person.");
                  auto const keep = call.query.keep_tokens.value_or(false);
                  if (!keep) delete_tokens(call.tx, person);
                  end_sessions(call.tx, person, 0);
                  audit::record(call.tx, call.viewer.person, "session.ended_all", "person", person.value, {},
                                {.codes = audit::code("tokens", keep ? "kept" : "ended")});
                }),
  };
}

std::vector<rest::Route> Identity::password_routes() {
  auto reset =
      rest::post("/api/v1/password-resets", policy::anyone,
                 "Sends a link to this address, where there is such an account; the answer is always the same.",
                 [this](OwnCall<PasswordResetRequest> const& call) { return request_reset(call); });
  reset.success = 202;
  auto use = rest::put("/api/v1/password-links/{secret}", policy::anyone,
                       "Sets the password, once, and ends all sessions and tokens of the person.",
                       [this](OwnCall<ChosenPassword> const& call) { return use_link(call); });
  use.success = 204;
  return {
      std::move(reset),
      rest::put("/api/v1/me/password", policy::signed_in, "Changes the own password and ends all other sessions.",
                [this](OwnCall<OwnPasswordChange> const& call) {
                  require_session(call.viewer);
                  change_own_password(call);
                }),
      rest::post("/api/v1/people/{person}/invitation", policy::hr_or_administrator,
                 "Makes a link with which somebody chooses their first password; it is shown this once.",
                 [this](OwnCall<> const& call) { return invite(call); }),
      rest::get("/api/v1/people/{person}/forgotten-password", policy::administrator,
                "Whether an administrator asked that somebody may choose a new password.",
                [this](Call<> const& call) { return reset_wish_of(call); }),
      rest::put("/api/v1/people/{person}/forgotten-password", policy::administrator,
                "Asks that somebody may choose a new password, or, where another administrator did, makes the link; it "
                "is shown this once.",
                [this](Call<> const& call) { return reopen(call); }),
      rest::get("/api/v1/password-links/{secret}", policy::anyone,
                "Whose password a link sets; looking does not use it up.",
                [this](Call<> const& call) { return link_facts(call.tx, call.text("secret")); }),
      std::move(use),
  };
}

std::vector<rest::Route> Identity::token_routes() {
  return {
      rest::get("/api/v1/me/tokens", policy::signed_in, "The own API tokens, without their secrets.",
                [](Call<> const& call) { return TokenList{tokens_of(call.tx, call.viewer.person)}; }),
      rest::post("/api/v1/me/tokens", policy::signed_in, "Makes an API token; its secret is shown this once.",
                 [this](OwnCall<NewToken> const& call) { return make_token(call); }),
      rest::del("/api/v1/me/tokens/{token}", policy::signed_in, "Ends an API token.",
                [this](Call<> const& call) {
                  auto const token = call.id<TokenId>("token");
                  require_fresh_session(call.tx, call.viewer);
                  if (!delete_token(call.tx, call.viewer.person, token))
                    throw base::not_found("There is no such token.");
                  tell_of_end(call.tx, call.viewer.person);
                  audit::record(call.tx, call.viewer.person, "token.ended", "token", token.value);
                }),
  };
}

}  // namespace waymark::identity
