#pragma once

#include <string>
#include <vector>

#include "core/json/shape.hpp"
#include "people/people_shapes.hpp"

namespace waymark::identity {

using people::PersonId;
using policy::Role;
using policy::Scope;
using SessionId = base::Id<struct SessionTag>;
using TokenId = base::Id<struct TokenTag>;

// A password somebody chooses, and one they say they have.
using Password = json::Verbatim<12, 256>;
using GivenPassword = json::Verbatim<1, 256>;

struct SignIn {
  json::Text<1, 320> email;
  GivenPassword password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

// Who is signed in.
struct Me {
  PersonId id;
  std::string name;
  std::string email;
  std::string title;
  std::string language;
  std::vector<people::TeamName> teams;
  std::vector<Role> roles;
  bool is_manager;
  std::vector<std::string> may;  // "add_person", "set_roles", "read_audit"
};
BOOST_DESCRIBE_STRUCT(Me, (), (id, name, email, title, language, teams, roles, is_manager, may))

struct Session {
  SessionId id;
  std::string agent;  // the browser, as it names itself
  std::int64_t created_at;
  std::int64_t seen_at;  // to within five minutes
  bool current;
};
BOOST_DESCRIBE_STRUCT(Session, (), (id, agent, created_at, seen_at, current))

struct SessionList {
  std::vector<Session> items;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (items))

struct NewToken {
  json::Text<1, 100> name;
  std::vector<Scope> scopes;
  json::Int<1, 366> expires_in_days;
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (name, scopes, expires_in_days))

struct Token {
  TokenId id;
  std::string name;
  std::vector<Scope> scopes;
  std::int64_t created_at;
  std::int64_t seen_at;
  std::int64_t expires_at;
};
BOOST_DESCRIBE_STRUCT(Token, (), (id, name, scopes, created_at, seen_at, expires_at))

struct TokenList {
  std::vector<Token> items;
};
BOOST_DESCRIBE_STRUCT(TokenList, (), (items))

struct TokenWithSecret {
  Token token;
  std::string secret;  // shown this once
};
BOOST_DESCRIBE_STRUCT(TokenWithSecret, (), (token, secret))

struct OwnPasswordChange {
  GivenPassword current;
  Password password;
  std::optional<bool> keep_tokens;  // false when left out: the own API tokens end too
};
BOOST_DESCRIBE_STRUCT(OwnPasswordChange, (), (current, password, keep_tokens))

struct PasswordAgain {
  GivenPassword password;
};
BOOST_DESCRIBE_STRUCT(PasswordAgain, (), (password))

struct EndOfSessions {
  std::optional<bool> keep_tokens;  // false when left out: the API tokens of the person end too
};
BOOST_DESCRIBE_STRUCT(EndOfSessions, (), (keep_tokens))

struct PasswordResetRequest {
  json::Text<1, 320> email;
};
BOOST_DESCRIBE_STRUCT(PasswordResetRequest, (), (email))

enum class Purpose { invitation, reset };
BOOST_DESCRIBE_ENUM(Purpose, invitation, reset)

// A link that lets its holder choose a password, once.
struct PasswordLink {
  Purpose purpose;
  std::string link;  // shown this once
  std::int64_t expires_at;
};
BOOST_DESCRIBE_STRUCT(PasswordLink, (), (purpose, link, expires_at))

struct PasswordLinkFacts {
  Purpose purpose;
  std::string name;
  std::string email;
  std::int64_t expires_at;
  std::optional<std::string> made_by;  // who made it; nobody: whoever runs the server
};
BOOST_DESCRIBE_STRUCT(PasswordLinkFacts, (), (purpose, name, email, expires_at, made_by))

// A forgotten password: one administrator asks, another one gets the link.
struct ForgottenPassword {
  std::optional<people::PersonName> asked_by;  // who waits for a second administrator
  std::optional<std::int64_t> until;           // this long
  std::optional<PasswordLink> link;            // for the second, shown this once
};
BOOST_DESCRIBE_STRUCT(ForgottenPassword, (), (asked_by, until, link))

// Somebody who has never chosen a password.
struct Newcomer {
  PersonId id;
  std::string name;
  std::string email;
  std::string title;
  std::optional<std::int64_t> link_until;  // until when a link of theirs lasts
  std::optional<std::string> link_by;      // who made it; nobody: whoever runs the server
};
BOOST_DESCRIBE_STRUCT(Newcomer, (), (id, name, email, title, link_until, link_by))

struct NewcomerPage {
  std::optional<PersonId> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(NewcomerPage, (), (after, limit))

struct NewcomerList {
  std::vector<Newcomer> items;
  std::optional<std::string> next;  // give it back as `after` for the next page
  std::int64_t count;               // of all, on every page
  std::int64_t without_link;        // of all
  std::int64_t on_one_sheet;        // how many a sheet for everybody holds, those without a link first
};
BOOST_DESCRIBE_STRUCT(NewcomerList, (), (items, next, count, without_link, on_one_sheet))

struct NewSheet {
  std::vector<PersonId> person_ids;
  std::optional<bool> everybody;  // all who have never been in, those without a link first
};
BOOST_DESCRIBE_STRUCT(NewSheet, (), (person_ids, everybody))

struct LinkOnSheet {
  PersonId id;
  std::string name;
  std::string email;
  std::string link;  // shown this once
  std::int64_t expires_at;
};
BOOST_DESCRIBE_STRUCT(LinkOnSheet, (), (id, name, email, link, expires_at))

struct Sheet {
  std::vector<LinkOnSheet> items;
  std::int64_t without_link;    // who have none yet
  std::int64_t left_with_link;  // of a sheet for everybody: who have one already and found no place on it
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (items, without_link, left_with_link))

struct ChosenPassword {
  Password password;
};
BOOST_DESCRIBE_STRUCT(ChosenPassword, (), (password))

}  // namespace waymark::identity
