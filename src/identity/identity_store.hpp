#pragma once

#include "core/base/clock.hpp"
#include "core/db/db.hpp"
#include "identity/identity_shapes.hpp"

// What identity keeps. Secrets arrive here hashed.
namespace waymark::identity {

// Somebody behind a secret, as they are at this moment.
struct Holder {
  std::int64_t credential;  // id of the session or token
  PersonId person;
  base::Millis seen_at;
  policy::Set<Scope> scopes;
  policy::Set<Role> roles;
  policy::Proof proof;
  std::string token{};  // its name
};

std::optional<Holder> session_holder(db::Tx& tx, std::string const& secret, base::Millis idle_since);
std::optional<Holder> token_holder(db::Tx& tx, std::string const& secret);
void touch_session(db::Tx& tx, std::int64_t session, base::Millis seen_before);
void touch_token(db::Tx& tx, std::int64_t token, base::Millis seen_before);

// Also ends the oldest sessions beyond `most` of this person.
SessionId insert_session(db::Tx& tx, std::string const& secret, PersonId person, std::string const& agent,
                         base::Millis expires_at, int most);
// Was the password given in this session since then? And now it was.
bool is_proved(db::Tx& tx, PersonId person, std::int64_t session, base::Millis since);
void note_proof(db::Tx& tx, PersonId person, std::int64_t session);
std::vector<Session> sessions_of(db::Tx& tx, PersonId person, std::int64_t current, base::Millis idle_since);
bool delete_session(db::Tx& tx, PersonId person, SessionId session);
void delete_session(db::Tx& tx, std::string const& secret);
void delete_sessions(db::Tx& tx, PersonId person, std::int64_t except);

TokenId insert_token(db::Tx& tx, std::string const& secret, PersonId person, NewToken const& token);
std::vector<Token> tokens_of(db::Tx& tx, PersonId person);
bool delete_token(db::Tx& tx, PersonId person, TokenId token);
void delete_tokens(db::Tx& tx, PersonId person);

// The hash of an account, empty where it has no password. Nothing for an address without an account that is open.
struct Login {
  PersonId person;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Login, (), (person, hash))
std::optional<Login> login_of(db::Tx& tx, std::string_view email);
bool has_password(db::Tx& tx, PersonId person);
void put_password(db::Tx& tx, PersonId person, std::string const& hash);
void delete_password(db::Tx& tx, PersonId person);

struct LinkRow {
  PersonId person;
  Purpose purpose;
  base::Millis expires_at;
  std::optional<PersonId> made_by{};  // nobody: the command line, or the person's own wish
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (person, purpose, expires_at, made_by))
void insert_link(db::Tx& tx, std::string const& secret, LinkRow const& link);
std::optional<LinkRow> living_link(db::Tx& tx, std::string const& secret);
bool delete_link(db::Tx& tx, std::string const& secret);  // false: somebody used it meanwhile
void delete_links(db::Tx& tx, PersonId person);

// That somebody may choose a new password, as an administrator asked.
struct ResetWish {
  PersonId asked_by;
  base::Millis asked_at;
};
BOOST_DESCRIBE_STRUCT(ResetWish, (), (asked_by, asked_at))
std::optional<ResetWish> reset_wish(db::Tx& tx, PersonId person, base::Millis since);
void put_reset_wish(db::Tx& tx, PersonId person, PersonId asked_by);
void delete_reset_wish(db::Tx& tx, PersonId person);

void delete_expired(db::Tx& tx, base::Millis idle_since);

}  // namespace waymark::identity
