#include "identity/identity_store.hpp"

namespace waymark::identity {
namespace {

struct Row {
  std::int64_t id;
  PersonId person;
  base::Millis seen_at;
  std::optional<Role> role;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, person, seen_at, role))

// A row for each role.
constexpr db::Sql select_holder{"identity.session.holder", R"sql(
  SELECT s.id, s.person_id, s.seen_at, r.role
    FROM identity_session s
    JOIN people_person p ON p.id = s.person_id
    LEFT JOIN people_role r ON r.person_id = s.person_id
   WHERE s.secret = :secret AND s.expires_at > :now AND s.seen_at > :idle_since AND p.left_at IS NULL)sql"};

constexpr db::Sql touch{"identity.session.touch",
                        "UPDATE identity_session SET seen_at = :now WHERE id = :id AND seen_at < :before"};

constexpr db::Sql insert{"identity.session.insert", R"sql(
  INSERT INTO identity_session (id, secret, person_id, agent, created_at, seen_at, expires_at, proved_at)
  VALUES (:id, :secret, :person, :agent, :now, :now, :expires_at, :now))sql"};

constexpr db::Sql select_proved{"identity.session.proved", R"sql(
  SELECT 1 FROM identity_session WHERE id = :session AND person_id = :person AND proved_at > :since)sql"};
constexpr db::Sql update_proved{"identity.session.prove", R"sql(
  UPDATE identity_session SET proved_at = :now WHERE id = :session AND person_id = :person)sql"};

constexpr db::Sql delete_oldest{"identity.session.delete_oldest", R"sql(
  DELETE FROM identity_session
   WHERE person_id = :person
     AND id NOT IN (SELECT id FROM identity_session WHERE person_id = :person ORDER BY id DESC LIMIT :most))sql"};

constexpr db::Sql select_all{"identity.session.select", R"sql(
  SELECT id, agent, created_at, seen_at, CASE WHEN id = :session THEN 1 ELSE 0 END
    FROM identity_session
   WHERE person_id = :person AND expires_at > :now AND seen_at > :idle_since
   ORDER BY id DESC)sql"};

constexpr db::Sql delete_one{"identity.session.delete",
                             "DELETE FROM identity_session WHERE id = :id AND person_id = :person"};
constexpr db::Sql delete_by_secret{"identity.session.delete_by_secret",
                                   "DELETE FROM identity_session WHERE secret = :secret"};
constexpr db::Sql delete_others{"identity.session.delete_others",
                                "DELETE FROM identity_session WHERE person_id = :person AND id <> :except"};

}  // namespace

std::optional<Holder> session_holder(db::Tx& tx, std::string const& secret, base::Millis idle_since) {
  std::optional<Holder> holder;
  tx.each<Row>(
      select_holder,
      [&](Row&& row) {
        if (!holder)
          holder = Holder{row.id,           row.person,
                          row.seen_at,      {Scope::read, Scope::write, Scope::administer},
                          {Role::employee}, policy::Proof::session};
        if (row.role) holder->roles.add(*row.role);
      },
      secret, tx.now(), idle_since);
  return holder;
}

void touch_session(db::Tx& tx, std::int64_t session, base::Millis seen_before) {
  tx.run(touch, tx.now(), session, seen_before);
}

SessionId insert_session(db::Tx& tx, std::string const& secret, PersonId person, std::string const& agent,
                         base::Millis expires_at, int most) {
  auto const id = tx.new_id<SessionId>();
  tx.run(insert, id, secret, person, agent, tx.now(), expires_at);
  tx.run(delete_oldest, person, most);
  return id;
}

bool is_proved(db::Tx& tx, PersonId person, std::int64_t session, base::Millis since) {
  return tx.row<int>(select_proved, session, person, since).has_value();
}

void note_proof(db::Tx& tx, PersonId person, std::int64_t session) {
  tx.run(update_proved, tx.now(), session, person);
}

std::vector<Session> sessions_of(db::Tx& tx, PersonId person, std::int64_t current, base::Millis idle_since) {
  return tx.rows<Session>(select_all, current, person, tx.now(), idle_since);
}

bool delete_session(db::Tx& tx, PersonId person, SessionId session) {
  return tx.run(delete_one, session, person) > 0;
}

void delete_session(db::Tx& tx, std::string const& secret) {
  tx.run(delete_by_secret, secret);
}

void delete_sessions(db::Tx& tx, PersonId person, std::int64_t except) {
  tx.run(delete_others, person, except);
}

}  // namespace waymark::identity
