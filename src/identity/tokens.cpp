#include "audit/audit.hpp"
#include "core/base/day.hpp"
#include "core/base/problem.hpp"
#include "identity/identity.hpp"
#include "identity/own_account.hpp"
#include "identity/secret.hpp"

namespace waymark::identity {
namespace {

void check_scopes(std::vector<Scope> const& scopes) {
  if (scopes.empty()) throw base::invalid("scopes", "Say what the token may do: read, write, administer.");
}

void note_token(db::Tx& tx, PersonId by, Token const& token) {
  std::string scopes;
  for (auto const scope : token.scopes) scopes.append(scopes.empty() ? "" : ",").append(json::name_of(scope));
  auto const days = std::to_string((token.expires_at - token.created_at) / base::ms_per_day);
  audit::record(tx, by, "token.made", "token", token.id.value, token.name,
                {.with = by, .codes = audit::code("scopes", scopes) + ";" + audit::code("days", days)});
}

constexpr base::Millis proof_life = 10 * 60 * 1000;

}  // namespace

void require_session(policy::Viewer const& viewer) {
  if (viewer.proof == policy::Proof::session) return;
  throw base::forbidden("This is done from a session, not with a token.");
}

void require_fresh_session(db::Tx& tx, policy::Viewer const& viewer) {
  require_session(viewer);
  if (is_proved(tx, viewer.person, viewer.session, tx.now() - proof_life)) return;
  throw base::Problem{base::Code::forbidden, "password_wanted",
                      "Please give your password once more: the last time was more than ten minutes ago."};
}

TokenWithSecret Identity::new_token(db::Tx& tx, PersonId person, NewToken const& given) {
  auto secret = std::string{token_mark} + new_secret();
  auto const id = insert_token(tx, hashed(secret), person, given);
  auto const expires_at = tx.now() + given.expires_in_days * base::ms_per_day;
  return {{id, given.name, given.scopes, tx.now(), tx.now(), expires_at}, std::move(secret)};
}

rest::Created<TokenWithSecret> Identity::make_token(rest::OwnCall<NewToken> const& call) {
  check_scopes(call.body.scopes);
  auto made = call.db.write([&](db::Tx& tx) {
    require_fresh_session(tx, call.viewer);
    auto token = new_token(tx, call.viewer.person, call.body);
    note_token(tx, call.viewer.person, token.token);
    return token;
  });
  return {std::move(made), "/api/v1/me/tokens"};
}

}  // namespace waymark::identity
