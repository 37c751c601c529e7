#include "identity/invitations.hpp"

namespace waymark::identity {
namespace {

// A link that lasts: the one that does so longest.
constexpr std::string_view lasting_link = R"sql(
   EXISTS (SELECT 1 FROM identity_link l WHERE l.person_id = p.id AND l.purpose = 'invitation' AND l.expires_at > :now))sql";

constexpr std::string_view are_newcomers = R"sql(
   p.left_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM people_entered e WHERE e.person_id = p.id)
     AND (:administrator = 1 OR NOT EXISTS (SELECT 1 FROM people_role r WHERE r.person_id = p.id AND r.role = 'administrator')))sql";

constexpr std::string_view columns = R"sql(
  SELECT p.id, p.name, p.email, p.title,
         (SELECT MAX(l.expires_at) FROM identity_link l WHERE l.person_id = p.id AND l.purpose = 'invitation' AND l.expires_at > :now),
         (SELECT m.name
            FROM identity_link l JOIN people_person m ON m.id = l.made_by
           WHERE l.person_id = p.id AND l.purpose = 'invitation' AND l.expires_at > :now
           ORDER BY l.expires_at DESC LIMIT 1)
    FROM people_person p
   WHERE )sql";

std::string const list_text = std::string{columns} + R"sql(
     (p.name_key, p.id) > (COALESCE((SELECT a.name_key FROM people_person a WHERE a.id = :after), ''), :after) AND )sql" +
                              std::string{are_newcomers} + R"sql(
   ORDER BY p.name_key, p.id
   LIMIT :most)sql";
db::Sql const select_newcomers{"identity.newcomer.list", list_text};

std::string const one_text = std::string{columns} + " p.id = :person AND " + std::string{are_newcomers};
db::Sql const select_newcomer{"identity.newcomer.select", one_text};

std::string const count_text = R"sql(
  SELECT COUNT(*), COALESCE(SUM(CASE WHEN )sql" +
                               std::string{lasting_link} + R"sql( THEN 0 ELSE 1 END), 0)
    FROM people_person p
   WHERE p.name_key >= '' AND )sql" +
                               std::string{are_newcomers};
db::Sql const count{"identity.newcomer.count", count_text};

std::string const next_text = R"sql(
  SELECT p.id
    FROM people_person p
   WHERE p.name_key >= '' AND )sql" +
                              std::string{are_newcomers} + R"sql(
   ORDER BY CASE WHEN )sql" + std::string{lasting_link} +
                              R"sql( THEN 1 ELSE 0 END, p.name_key, p.id
   LIMIT :most)sql";
db::Sql const select_next{"identity.newcomer.next", next_text};

bool administers(policy::Viewer const& viewer) {
  return viewer.is(Role::administrator);
}

}  // namespace

std::vector<Newcomer> newcomers(db::Tx& tx, policy::Viewer const& viewer, PersonId after, std::int64_t most) {
  return tx.rows<Newcomer>(select_newcomers, tx.now(), after, administers(viewer), most);
}

std::optional<Newcomer> newcomer(db::Tx& tx, policy::Viewer const& viewer, PersonId person) {
  return tx.row<Newcomer>(select_newcomer, tx.now(), person, administers(viewer));
}

NewcomerCount count_newcomers(db::Tx& tx, policy::Viewer const& viewer) {
  return tx.row<NewcomerCount>(count, tx.now(), administers(viewer)).value_or(NewcomerCount{});
}

std::vector<PersonId> next_newcomers(db::Tx& tx, policy::Viewer const& viewer, std::int64_t most) {
  return tx.rows<PersonId>(select_next, administers(viewer), tx.now(), most);
}

}  // namespace waymark::identity
