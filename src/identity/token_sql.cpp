#include "core/base/day.hpp"
#include "core/base/text.hpp"
#include "identity/identity_store.hpp"

namespace waymark::identity {
namespace {

struct Row {
  std::int64_t id;
  PersonId person;
  base::Millis seen_at;
  std::string scopes;
  std::string name;
  std::optional<Role> role;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, person, seen_at, scopes, name, role))

struct Line {
  TokenId id;
  std::string name;
  std::string scopes;
  base::Millis created_at;
  base::Millis seen_at;
  base::Millis expires_at;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, name, scopes, created_at, seen_at, expires_at))

constexpr db::Sql select_holder{"identity.token.holder", R"sql(
  SELECT t.id, t.person_id, t.seen_at, t.scopes, t.name, r.role
    FROM identity_token t
    JOIN people_person p ON p.id = t.person_id
    LEFT JOIN people_role r ON r.person_id = t.person_id
   WHERE t.secret = :secret AND t.expires_at > :now AND p.left_at IS NULL)sql"};

constexpr db::Sql touch{"identity.token.touch",
                        "UPDATE identity_token SET seen_at = :now WHERE id = :id AND seen_at < :before"};

constexpr db::Sql insert{"identity.token.insert", R"sql(
  INSERT INTO identity_token (id, secret, person_id, name, scopes, created_at, seen_at, expires_at)
  VALUES (:id, :secret, :person, :name, :scopes, :now, :now, :expires_at))sql"};

constexpr db::Sql select_all{"identity.token.select", R"sql(
  SELECT id, name, scopes, created_at, seen_at, expires_at
    FROM identity_token
   WHERE person_id = :person AND expires_at > :now
   ORDER BY id DESC)sql"};

constexpr db::Sql delete_one{"identity.token.delete",
                             "DELETE FROM identity_token WHERE id = :id AND person_id = :person"};
constexpr db::Sql delete_all{"identity.token.delete_all", "DELETE FROM identity_token WHERE person_id = :person"};

// Kept as names with a space between them.
std::string text_of(std::vector<Scope> const& scopes) {
  std::string text;
  for (auto const scope : scopes) text.append(text.empty() ? "" : " ").append(json::name_of(scope));
  return text;
}

std::vector<Scope> scopes_in(std::string_view text) {
  std::vector<Scope> scopes;
  for (auto const name : base::split(text, ' ')) {
    if (auto const scope = json::enum_of<Scope>(name)) scopes.push_back(*scope);
  }
  return scopes;
}

}  // namespace

std::optional<Holder> token_holder(db::Tx& tx, std::string const& secret) {
  std::optional<Holder> holder;
  tx.each<Row>(
      select_holder,
      [&](Row&& row) {
        if (!holder) {
          holder = Holder{row.id, row.person, row.seen_at, {}, {Role::employee}, policy::Proof::token, row.name};
          for (auto const scope : scopes_in(row.scopes)) holder->scopes.add(scope);
        }
        if (row.role) holder->roles.add(*row.role);
      },
      secret, tx.now());
  return holder;
}

void touch_token(db::Tx& tx, std::int64_t token, base::Millis seen_before) {
  tx.run(touch, tx.now(), token, seen_before);
}

TokenId insert_token(db::Tx& tx, std::string const& secret, PersonId person, NewToken const& token) {
  auto const id = tx.new_id<TokenId>();
  auto const expires_at = tx.now() + token.expires_in_days * base::ms_per_day;
  tx.run(insert, id, secret, person, token.name, text_of(token.scopes), tx.now(), expires_at);
  return id;
}

std::vector<Token> tokens_of(db::Tx& tx, PersonId person) {
  std::vector<Token> tokens;
  tx.each<Line>(
      select_all,
      [&](Line&& line) {
        tokens.push_back(
            {line.id, std::move(line.name), scopes_in(line.scopes), line.created_at, line.seen_at, line.expires_at});
      },
      person, tx.now());
  return tokens;
}

bool delete_token(db::Tx& tx, PersonId person, TokenId token) {
  return tx.run(delete_one, token, person) > 0;
}

void delete_tokens(db::Tx& tx, PersonId person) {
  tx.run(delete_all, person);
}

}  // namespace waymark::identity
