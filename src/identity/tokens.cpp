#include "audit/audit.hpp"
#include "core/base/day.hpp"
#include "core/base/problem.hpp"
#include "identity/identity.hpp"
#include "identity/secret.hpp"

namespace waymark::identity {
namespace {

// A token makes no token that may do more than itself. [IDN-11]
void check_scopes(policy::Viewer const& viewer, std::vector<Scope> const& scopes) {
  if (scopes.empty()) throw base::invalid("scopes", "Say what the token may do: read, write, administer.");
  for (auto const scope : scopes) {
    if (!viewer.scopes.has(scope)) throw base::forbidden("This token may not make one that may do more than itself.");
  }
}

}  // namespace

TokenWithSecret Identity::new_token(db::Tx& tx, PersonId person, NewToken const& given) {
  auto secret = std::string{token_mark} + new_secret();
  auto const id = insert_token(tx, hashed(secret), person, given);
  audit::record(tx, person, "token.made", "token", id.value, "An API token was made: " + given.name);
  auto const expires_at = tx.now() + given.expires_in_days * base::ms_per_day;
  return {{id, given.name, given.scopes, tx.now(), tx.now(), expires_at}, std::move(secret)};
}

rest::Created<TokenWithSecret> Identity::make_token(rest::OwnCall<NewToken> const& call) {
  check_scopes(call.viewer, call.body.scopes);
  auto made = call.db.write([&](db::Tx& tx) { return new_token(tx, call.viewer.person, call.body); });
  return {std::move(made), "/api/v1/me/tokens"};
}

}  // namespace waymark::identity
