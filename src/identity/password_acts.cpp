#include <spdlog/spdlog.h>

#include <iterator>

#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "identity/identity.hpp"
#include "identity/origin.hpp"
#include "identity/own_account.hpp"
#include "identity/password_rules.hpp"
#include "identity/secret.hpp"
#include "people/happened.hpp"

namespace waymark::identity {
namespace {

base::Problem no_such_link() {
  return base::not_found("This link was used already or is too old. Please ask for a new one.");
}

base::Problem has_entered_before() {
  return base::conflict("has_password",
                        "This person has chosen a password before. When it is forgotten, two administrators together "
                        "or whoever runs the server let them choose a new one.");
}

constexpr base::Millis wish_life = base::ms_per_day;

}  // namespace

void Identity::check_password(db::Tx& tx, PersonId person, std::string_view password) const {
  auto const card = people::card_of(tx, person);
  if (!card) throw base::not_found("There is no such person.");
  auto context = words_of(card->name + " " + card->email + " " + options_.organisation + " waymark");
  auto const weakness = weakness_of(password, context);
  if (!weakness.empty()) throw base::invalid("password", "The password " + weakness + ".");
}

void Identity::set_password(db::Tx& tx, PersonId by, PersonId person, std::string const& hash, std::string_view how) {
  auto const card = people::card_of(tx, person);
  if (!card) throw base::not_found("There is no such person.");
  put_password(tx, person, hash);
  people::note_entry(tx, person);
  delete_devices(tx, person);
  delete_links(tx, person);
  delete_reset_wish(tx, person);
  audit::record(tx, by, "password.set", "person", person.value, {}, {.codes = audit::code("how", how)});
}

void Identity::change_own_password(rest::OwnCall<OwnPasswordChange> const& call) {
  require_private_line(call.request, options_.line);
  auto const person = call.viewer.person;
  call.db.read([&](db::Tx& tx) { check_password(tx, person, call.body.password); });
  prove_own(call.db, call.viewer, call.body.current, "current");
  auto const hash = passwords_.hash_of(call.body.password);
  call.db.write([&](db::Tx& tx) {
    set_password(tx, person, person, hash, "own");
    if (!call.body.keep_tokens.value_or(false)) delete_tokens(tx, person);
    end_sessions(tx, person, call.viewer.session);
    note_proof(tx, person, call.viewer.session);
  });
}

// Who is signed in is known: no stranger's guesses keep them from it.
void Identity::prove_own(db::Db& db, Viewer const& viewer, std::string const& password, char const* field) {
  auto const card = db.read([&](db::Tx& tx) { return people::card_of(tx, viewer.person); });
  try {
    prove(db, card ? card->email : "", password, {"session " + std::to_string(viewer.session), {}, true});
  } catch (base::Problem const& refusal) {
    if (refusal.code != base::Code::signed_out) throw;
    throw base::invalid(field, "This is not your password.");
  }
}

void Identity::give_password_again(rest::OwnCall<PasswordAgain> const& call) {
  require_private_line(call.request, options_.line);
  require_session(call.viewer);
  prove_own(call.db, call.viewer, call.body.password, "password");
  call.db.write([&](db::Tx& tx) {
    note_proof(tx, call.viewer.person, call.viewer.session);
    audit::record(tx, call.viewer.person, "password.given", "session", call.viewer.session);
  });
}

// The answer is the same, takes the same time and says nothing, whether there is such an account or not. [IDN-14]
http::Response Identity::request_reset(rest::OwnCall<PasswordResetRequest> const& call) {
  auto const now = call.db.read([](db::Tx& tx) { return tx.now(); });
  if (may_ask_for_reset(call.request, hashed(people::email_key(call.body.email)), now)) {
    auto const send = [this, &db = call.db, email = std::string{call.body.email}] { send_reset(db, email); };
    afterwards_ ? afterwards_->add(send) : send();
  }
  http::Response response;
  response.status = 202;
  return response;
}

void Identity::send_reset(db::Db& db, std::string const& email) try {
  if (!db.read([&](db::Tx& tx) { return login_of(tx, email).has_value(); })) return;
  db.write([&](db::Tx& tx) {
    auto const login = login_of(tx, email);
    if (!login) return;
    auto const card = people::card_of(tx, login->person);
    postman_.deliver(tx,
                     {login->person, card->email, card->language, make_link(tx, {}, login->person, Purpose::reset)});
  });
} catch (std::exception const& e) {
  spdlog::error("a link for a new password could not be sent: {}", e.what());
}

// Five a day of an address, 20 an hour of those around a caller, 600 an hour of all together; nothing of it is kept.
// [IDN-14]
bool Identity::may_ask_for_reset(http::Request const& request, std::string const& account, base::Millis now) {
  constexpr base::Millis hour = 3'600'000;
  return guesses_.within("block " + block_of(address_of(request, options_.line)), resets_of_block, hour, now) &&
         guesses_.within("all", resets_of_all, hour, now) &&
         guesses_.within("account " + account, resets_of_account, base::ms_per_day, now);
}

// It ends nothing before it is used, and the person is told who made it. [IDN-15] [IDN-16]
PasswordLink Identity::make_link(db::Tx& tx, PersonId by, PersonId person, Purpose purpose) {
  auto const secret = new_secret();
  auto const life = purpose == Purpose::invitation ? options_.invitation_life : options_.reset_life;
  insert_link(tx, hashed(secret), {person, purpose, tx.now() + life, by ? std::optional{by} : std::nullopt});
  people_.tell_alone(tx, by, people::happened.link_made, person);
  return {purpose, options_.base_url + "/set-password?token=" + secret, tx.now() + life};
}

PasswordLink Identity::new_link(db::Tx& tx, PersonId by, PersonId person) {
  auto const card = people::card_of(tx, person);
  if (!card) throw base::not_found("There is no such person.");
  auto const purpose = people::has_entered(tx, person) ? Purpose::reset : Purpose::invitation;
  audit::record(tx, by, "password.link_made", "person", person.value, {},
                {.codes = audit::code("purpose", json::name_of(purpose))});
  return make_link(tx, by, person, purpose);
}

rest::Created<PasswordLink> Identity::invite(rest::OwnCall<> const& call) {
  PersonId const person{base::id_of(call.path.find("person")->second).value_or(0)};
  auto link = call.db.write([&](db::Tx& tx) {
    auto const administrator = people::roles_of(tx, person).has(Role::administrator);
    if (!people::may_readdress(call.viewer, {person, true, administrator})) {
      throw base::forbidden("Only an administrator may do that for an administrator.");
    }
    if (people::is_active(tx, person) && people::has_entered(tx, person)) throw has_entered_before();
    return new_link(tx, call.viewer.person, person);
  });
  return {std::move(link), "/api/v1/people/" + person.text()};
}

// One administrator asks, another one gets the link: none of them alone becomes somebody else. [IDN-22]
ForgottenPassword Identity::reopen(rest::Call<> const& call) {
  auto& tx = call.tx;
  auto const by = call.viewer.person;
  auto const person = call.id<PersonId>("person");
  require_session(call.viewer);
  auto const card = people::card_of(tx, person);
  if (!card) throw base::not_found("There is no such person.");
  if (person == by) throw base::forbidden("For your own password, ask two other administrators.");
  if (!people::has_entered(tx, person))
    throw base::conflict("never_entered", "This person has never chosen a password: make a sign-in link instead.");
  auto const wish = reset_wish(tx, person, tx.now() - wish_life);
  if (wish && wish->asked_by != by && people::roles_of(tx, wish->asked_by).has(Role::administrator)) {
    delete_reset_wish(tx, person);
    audit::record(tx, by, "password.reset_agreed", "person", person.value, {}, {.in_place_of = wish->asked_by});
    return {{}, {}, new_link(tx, by, person)};
  }
  if (!wish || wish->asked_by != by) {
    put_reset_wish(tx, person, by);
    audit::record(tx, by, "password.reset_asked", "person", person.value);
  }
  return reset_wish_of(call);
}

ForgottenPassword Identity::reset_wish_of(rest::Call<> const& call) const {
  auto const person = call.id<PersonId>("person");
  if (!people::card_of(call.tx, person)) throw base::not_found("There is no such person.");
  auto const wish = reset_wish(call.tx, person, call.tx.now() - wish_life);
  if (!wish) return {};
  return {people::name_of(call.tx, wish->asked_by), wish->asked_at + wish_life, {}};
}

PasswordLinkFacts Identity::link_facts(db::Tx& tx, std::string const& secret) const {
  auto const link = looks_like_secret(secret) ? living_link(tx, hashed(secret)) : std::nullopt;
  auto const card = link ? people::card_of(tx, link->person) : std::nullopt;
  if (!card) throw no_such_link();
  auto const maker = link->made_by ? people::name_of(tx, *link->made_by) : std::nullopt;
  return {link->purpose, card->name, card->email, link->expires_at, maker ? std::optional{maker->name} : std::nullopt};
}

// Who has just proved that the link is theirs is known here. [IDN-4]
http::Response Identity::use_link(rest::OwnCall<ChosenPassword> const& call) {
  require_private_line(call.request, options_.line);
  auto const& secret = call.path.find("secret")->second;
  auto const person = call.db.read([&](db::Tx& tx) {
    auto const link = looks_like_secret(secret) ? living_link(tx, hashed(secret)) : std::nullopt;
    if (!link) throw no_such_link();
    check_password(tx, link->person, call.body.password);
    return link->person;
  });
  auto const hash = passwords_.hash_of(call.body.password);
  auto const device = new_secret();
  call.db.write([&](db::Tx& tx) {
    auto const link = living_link(tx, hashed(secret));
    if (!link || !delete_link(tx, hashed(secret))) throw no_such_link();
    // Whoever made the link answers for what was done with it: nobody else has proved who they are. [IDN-16]
    set_password(tx, link->made_by.value_or(PersonId{}), person, hash, "link");
    delete_tokens(tx, person);
    end_sessions(tx, person, 0);
    keep_device(tx, hashed(device), person);
  });
  http::Response response;
  response.status = 204;
  return response.with("Set-Cookie", device_cookie(is_secure(call.request, options_.line), device));
}

}  // namespace waymark::identity
