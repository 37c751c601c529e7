#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "identity/identity.hpp"
#include "identity/origin.hpp"
#include "identity/secret.hpp"
#include "people/happened.hpp"

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

// The one row that stands for all addresses without an account.
std::string const nobodys = "nobody";

// How long a place at the front is kept for who does not come back in time.
constexpr base::Millis patience = 5 * 60 * 1000;

// What the cookie of a device holds, where it looks like one of ours.
std::string device_of(http::Request const& request, bool secure) {
  auto const secret = http::cookie(request, device_cookie_name(secure));
  return looks_like_secret(secret) ? std::string{secret} : std::string{};
}

// In the log of the account, which no stranger can fill: unknown devices have 100 tries in 24 hours, and known ones
// wait longer each time. For an address without an account the same work leaves nothing behind. [IDN-3] [AUD-8]
void note_failure(db::Db& db, std::optional<Login> const& login, Origin const& origin) {
  db.write([&](db::Tx& tx) {
    if (!login) {
      draw(tx, nobodys);
      give_back(tx, nobodys);
      return;
    }
    audit::record(tx, {}, "session.refused", "person", login->person.value, {},
                  {.codes = audit::code("device", origin.known ? "known" : "new")});
  });
}

std::vector<std::string> rights_of(people::Roles roles) {
  std::vector<std::string> may;
  if (roles.meets({Role::hr, Role::administrator})) may.emplace_back("add_person");
  if (roles.has(Role::administrator)) may.emplace_back("set_roles");
  if (roles.meets({Role::auditor, Role::administrator})) may.emplace_back("read_audit");
  return may;
}

}  // namespace

Origin Identity::try_origin(http::Request const& request, std::string const& device) const {
  auto const address = address_of(request, options_.line);
  if (!device.empty()) return {"device " + device, {}, true};
  return {"address " + address, block_of(address), false};
}

// What all unknown devices may try at an account is theirs together; whoever was sent away and has tried least comes
// first. The same rows are touched whether there is such an account or not. [IDN-3] [IDN-4]
// Most are refused here, which costs a read.
Identity::Place Identity::place_at_bucket(db::Db& db, std::string const& account, std::optional<Login> const& login,
                                          Origin const& origin) {
  Place place{};
  bool clock_was_set_back = false;
  auto left = db.read([&](db::Tx& tx) {
    place.now = tx.now();
    clock_was_set_back = is_ahead(tx, account);
    return login ? left_of(tx, account) : guesses_.left(account, place.now);
  });
  if (clock_was_set_back)
    left = db.write([&](db::Tx& tx) {
      follow_clock(tx, account);
      return left_of(tx, account);
    });
  place.ahead = guesses_.ahead_of(account, origin.block, place.now);
  refuse_where_taken(account, origin, place, left - 1);
  return place;
}

void Identity::refuse_where_taken(std::string const& account, Origin const& origin, Place const& place,
                                  std::int64_t left) {
  if (left >= place.ahead) return;
  auto const wait = too_many_tries((place.ahead - left) * bucket_step);
  guesses_.wait(account, origin.block, place.now + wait.retry_after_seconds * 1000 + patience);
  throw wait;
}

void Identity::draw_on_bucket(db::Db& db, std::string const& account, std::optional<Login> const& login,
                              Origin const& origin, Place const& place) {
  auto const left_to_strangers = login ? 0 : guesses_.draw(account, place.now);
  db.write([&](db::Tx& tx) {
    auto const drawn = draw(tx, login ? account : nobodys);
    if (!login) return;
    refuse_where_taken(account, origin, place, drawn);
    if (drawn == 0 && first_told_today(tx, account))
      people_.tell_alone(tx, {}, people::happened.guessed_at, login->person);
  });
  if (login || left_to_strangers >= place.ahead) return;
  give_back_try(db, account, false);
  refuse_where_taken(account, origin, place, left_to_strangers);
}

void Identity::give_back_try(db::Db& db, std::string const& account, bool known_account) {
  if (!known_account) guesses_.give_back(account);
  db.write([&](db::Tx& tx) { give_back(tx, known_account ? account : nobodys); });
}

// The work and the answer are the same whether there is such an account or not. [IDN-3]
Login Identity::prove(db::Db& db, std::string const& email, std::string const& password, Origin const& origin) {
  auto const account = hashed(people::email_key(email));
  base::Millis now = 0;
  auto const login = db.read([&](db::Tx& tx) {
    now = tx.now();
    return login_of(tx, email);
  });
  auto const made = guesses_.begin(account, origin, now);
  bool matches = false;
  bool drawn = false;
  try {
    auto const place = origin.known ? Place{} : place_at_bucket(db, account, login, origin);
    auto const turn =
        passwords_.turn({origin.name, origin.known});  // nothing is written of those for whom there is none
    if (!origin.known) draw_on_bucket(db, account, login, origin, place);
    drawn = !origin.known;
    matches = Passwords::matches(turn, password, login ? login->hash : "");
  } catch (base::Problem const&) {  // what was not tried does not count [IDN-5]
    guesses_.take_back(made);
    if (drawn) give_back_try(db, account, login.has_value());
    throw;
  }
  if (!matches) {
    guesses_.failed(made, now);
    note_failure(db, login, origin);
    refuse();
  }
  guesses_.right(made);
  if (drawn) give_back_try(db, account, true);
  return *login;
}

http::Response Identity::sign_in(rest::OwnCall<SignIn> const& call) {
  require_private_line(call.request, options_.line);
  auto const secure = is_secure(call.request, options_.line);
  auto device = device_of(call.request, secure);
  auto const known = !device.empty() && call.db.read([&](db::Tx& tx) {
    auto const login = login_of(tx, call.body.email);
    return login && is_known_device(tx, hashed(device), login->person);
  });
  auto const origin = try_origin(call.request, known ? hashed(device) : "");
  auto const login = prove(call.db, call.body.email, call.body.password, origin);
  auto const fresh = Passwords::is_outdated(login.hash) ? passwords_.hash_of(call.body.password) : std::string{};
  auto const before = credential_of(call.request, options_.line);
  auto const secret = new_secret();
  if (!known) device = new_secret();
  auto const person = call.db.write([&](db::Tx& tx) {
    if (!people::is_active(tx, login.person)) refuse();
    if (before && before->kind == Credential::Kind::session) delete_session(tx, hashed(before->secret));
    if (!fresh.empty()) put_password(tx, login.person, fresh);
    auto const session = insert_session(tx, hashed(secret), login.person, agent_of(call.request),
                                        tx.now() + options_.session_absolute, options_.sessions_per_person);
    keep_device(tx, hashed(device), login.person);
    audit::record(tx, login.person, "session.opened", "session", session.value, {},
                  {.codes = audit::code("device", known ? "known" : "new")});
    forget_callers(tx);
    return me(tx, login.person);
  });
  return http::json(201, json::text_of(person))
      .with("Location", "/api/v1/me")
      .with("Set-Cookie", session_cookie(secure, secret, options_.session_absolute / 1000))
      .with("Set-Cookie", device_cookie(secure, device))
      .with("Cache-Control", "no-store");
}

http::Response Identity::sign_out(rest::Call<> const& call) {
  if (delete_session(call.tx, call.viewer.person, SessionId{call.viewer.session})) {
    tell_of_end(call.tx, call.viewer.person);
    audit::record(call.tx, call.viewer.person, "session.ended", "session", call.viewer.session);
  }
  http::Response response;
  response.status = 204;
  // What was shown is no longer in the browser's store of pages; unsent text stays, under its person.
  return response.with("Set-Cookie", session_cookie(is_secure(call.request, options_.line), "", 0))
      .with("Clear-Site-Data", "\"cache\"");
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
