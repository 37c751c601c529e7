#include "identity/identity_store.hpp"
#include "people/rules.hpp"

namespace waymark::identity {
namespace {

constexpr db::Sql select_login{"identity.password.login", R"sql(
  SELECT p.id, COALESCE(w.hash, '')
    FROM people_person p
    LEFT JOIN identity_password w ON w.person_id = p.id
   WHERE p.email_key = :email_key AND p.left_at IS NULL)sql"};

constexpr db::Sql select_has{"identity.password.has", "SELECT 1 FROM identity_password WHERE person_id = :person"};

constexpr db::Sql put{"identity.password.put", R"sql(
  INSERT INTO identity_password (person_id, hash, changed_at) VALUES (:person, :hash, :now)
  ON CONFLICT (person_id) DO UPDATE SET hash = :hash, changed_at = :now)sql"};

constexpr db::Sql delete_hash{"identity.password.delete", "DELETE FROM identity_password WHERE person_id = :person"};

constexpr db::Sql insert{"identity.link.insert", R"sql(
  INSERT INTO identity_link (secret, person_id, purpose, created_at, expires_at, made_by)
  VALUES (:secret, :person, :purpose, :now, :expires_at, :made_by))sql"};

constexpr db::Sql select_link{"identity.link.select", R"sql(
  SELECT l.person_id, l.purpose, l.expires_at, l.made_by
    FROM identity_link l
    JOIN people_person p ON p.id = l.person_id
   WHERE l.secret = :secret AND l.expires_at > :now AND p.left_at IS NULL)sql"};

constexpr db::Sql delete_one{"identity.link.delete", "DELETE FROM identity_link WHERE secret = :secret"};
constexpr db::Sql delete_of_person{"identity.link.delete_of_person",
                                   "DELETE FROM identity_link WHERE person_id = :person"};

constexpr db::Sql select_wish{"identity.reset_wish.select", R"sql(
  SELECT asked_by, asked_at FROM identity_reset_wish WHERE person_id = :person AND asked_at > :since)sql"};
constexpr db::Sql put_wish{"identity.reset_wish.put", R"sql(
  INSERT INTO identity_reset_wish (person_id, asked_by, asked_at) VALUES (:person, :asked_by, :now)
  ON CONFLICT (person_id) DO UPDATE SET asked_by = :asked_by, asked_at = :now)sql"};
constexpr db::Sql delete_wish{"identity.reset_wish.delete",
                              "DELETE FROM identity_reset_wish WHERE person_id = :person"};

constexpr db::Sql delete_expired_sessions{
    "identity.session.delete_expired",
    "DELETE FROM identity_session WHERE expires_at <= :now OR seen_at <= :idle_since"};
constexpr db::Sql delete_expired_tokens{"identity.token.delete_expired",
                                        "DELETE FROM identity_token WHERE expires_at <= :now"};
constexpr db::Sql delete_expired_links{"identity.link.delete_expired",
                                       "DELETE FROM identity_link WHERE expires_at <= :now"};

}  // namespace

std::optional<Login> login_of(db::Tx& tx, std::string_view email) {
  return tx.row<Login>(select_login, people::email_key(email));
}

bool has_password(db::Tx& tx, PersonId person) {
  return tx.row<int>(select_has, person).has_value();
}

void put_password(db::Tx& tx, PersonId person, std::string const& hash) {
  tx.run(put, person, hash, tx.now());
}

void delete_password(db::Tx& tx, PersonId person) {
  tx.run(delete_hash, person);
}

void insert_link(db::Tx& tx, std::string const& secret, LinkRow const& link) {
  tx.run(insert, secret, link.person, link.purpose, tx.now(), link.expires_at, link.made_by);
}

std::optional<LinkRow> living_link(db::Tx& tx, std::string const& secret) {
  return tx.row<LinkRow>(select_link, secret, tx.now());
}

bool delete_link(db::Tx& tx, std::string const& secret) {
  return tx.run(delete_one, secret) > 0;
}

void delete_links(db::Tx& tx, PersonId person) {
  tx.run(delete_of_person, person);
}

std::optional<ResetWish> reset_wish(db::Tx& tx, PersonId person, base::Millis since) {
  return tx.row<ResetWish>(select_wish, person, since);
}

void put_reset_wish(db::Tx& tx, PersonId person, PersonId asked_by) {
  tx.run(put_wish, person, asked_by, tx.now());
}

void delete_reset_wish(db::Tx& tx, PersonId person) {
  tx.run(delete_wish, person);
}

void delete_expired(db::Tx& tx, base::Millis idle_since) {
  tx.run(delete_expired_sessions, tx.now(), idle_since);
  tx.run(delete_expired_tokens, tx.now());
  tx.run(delete_expired_links, tx.now());
}

}  // namespace waymark::identity
