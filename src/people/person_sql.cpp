#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "people/directory.hpp"
#include "people/person_store.hpp"

namespace waymark::people {
namespace {

constexpr db::Sql select_person{"people.person.select", R"sql(
  SELECT p.id, p.name, p.email, p.title, p.manager_id, m.name, p.language, p.left_at, p.stand_in_id, p.version
    FROM people_person p
    LEFT JOIN people_person m ON m.id = p.manager_id
   WHERE p.id = :person)sql"};

constexpr db::Sql select_teams{"people.person.teams", R"sql(
  SELECT t.id, t.name, t.kind
    FROM people_member b
    JOIN people_team t ON t.id = b.team_id
   WHERE b.person_id = :person
   ORDER BY t.name_key)sql"};

constexpr db::Sql select_roles{"people.person.roles", "SELECT role FROM people_role WHERE person_id = :person"};

constexpr db::Sql select_lines{"people.person.lines", R"sql(
  SELECT p.id, p.name, p.title, p.manager_id, CASE WHEN p.left_at IS NULL THEN 1 ELSE 0 END,
         (SELECT COUNT(*) FROM people_person r WHERE r.manager_id = p.id AND r.left_at IS NULL)
    FROM people_person p
   WHERE (p.name_key, p.id) > (:after_name, :after)
     AND CASE WHEN p.left_at IS NULL THEN 0 ELSE 1 END = :has_left
     AND p.name_key LIKE :pattern ESCAPE '!'
     AND (CAST(:manager AS BIGINT) = 0 OR p.manager_id = :manager)
     AND (:top = 0 OR p.manager_id IS NULL)
     AND (CAST(:team AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM people_member b WHERE b.team_id = :team AND b.person_id = p.id))
   ORDER BY p.name_key, p.id
   LIMIT :most)sql"};

constexpr db::Sql select_key{"people.person.name_key", "SELECT name_key FROM people_person WHERE id = :person"};

constexpr db::Sql insert{"people.person.insert", R"sql(
  INSERT INTO people_person (id, name, name_key, email, email_key, external_id, title, manager_id, manager_since, language, version, created_at)
  VALUES (:id, :name, :name_key, :email, :email_key, :external_id, :title, :manager, :created_at, :language, 1, :created_at))sql"};

constexpr db::Sql update{"people.person.update", R"sql(
  UPDATE people_person
     SET name = :name, name_key = :name_key, email = :email, email_key = :email_key, title = :title, manager_id = :manager,
         manager_since = CASE WHEN COALESCE(manager_id, 0) = COALESCE(CAST(:manager AS BIGINT), 0) THEN manager_since ELSE CAST(:now AS BIGINT) END,
         language = :language, left_at = :left_at, stand_in_id = :stand_in,
         stand_in_since = CASE WHEN COALESCE(stand_in_id, 0) = COALESCE(CAST(:stand_in AS BIGINT), 0) THEN stand_in_since
                               WHEN manager_id = CAST(:stand_in AS BIGINT) THEN manager_since
                               ELSE CAST(:now AS BIGINT) END,
         version = version + 1
   WHERE id = :id AND version = :version)sql"};

constexpr db::Sql delete_roles{"people.role.delete", "DELETE FROM people_role WHERE person_id = :person"};
constexpr db::Sql insert_role{"people.role.insert",
                              "INSERT INTO people_role (person_id, role) VALUES (:person, :role)"};

constexpr db::Sql count_administrators{"people.role.administrators", R"sql(
  SELECT COUNT(*)
    FROM people_role r
    JOIN people_person p ON p.id = r.person_id
   WHERE r.role = 'administrator' AND p.left_at IS NULL)sql"};

constexpr db::Sql delete_kept{"people.kept_place.delete", "DELETE FROM people_kept_place WHERE person_id = :person"};
constexpr db::Sql insert_kept{"people.kept_place.insert", R"sql(
  INSERT INTO people_kept_place (person_id, kind, place_id, role)
  SELECT p.id, 'manager', p.manager_id, '' FROM people_person p WHERE p.id = :person AND p.manager_id IS NOT NULL
   UNION ALL
  SELECT t.lead_id, 'lead', t.id, '' FROM people_team t WHERE t.lead_id = :person
   UNION ALL
  SELECT b.person_id, 'member', b.team_id, '' FROM people_member b WHERE b.person_id = :person
   UNION ALL
  SELECT r.manager_id, 'report', r.id, '' FROM people_person r WHERE r.manager_id = :person AND r.left_at IS NULL
   UNION ALL
  SELECT a.person_id, 'role', 0, a.role FROM people_role a WHERE a.person_id = :person)sql"};
constexpr db::Sql select_kept{"people.kept_place.select", R"sql(
  SELECT k.kind, k.place_id, COALESCE(t.name, p.name, k.role)
    FROM people_kept_place k
    LEFT JOIN people_team t ON t.id = k.place_id AND k.kind IN ('lead', 'member')
    LEFT JOIN people_person p ON p.id = k.place_id AND k.kind IN ('manager', 'report')
   WHERE k.person_id = :person
   ORDER BY k.kind, t.name_key, p.name_key, k.role)sql"};

constexpr db::Sql select_first{"people.role.first", "SELECT MIN(person_id) FROM people_role WHERE role = :role"};

constexpr db::Sql delete_memberships{"people.member.delete_all", "DELETE FROM people_member WHERE person_id = :person"};
constexpr db::Sql clear_leads{"people.team.clear_lead",
                              "UPDATE people_team SET lead_id = NULL, version = version + 1 WHERE lead_id = :person"};
constexpr db::Sql move_reports{"people.person.move_reports", R"sql(
  UPDATE people_person SET manager_id = :manager, manager_since = :now, version = version + 1 WHERE manager_id = :person)sql"};

constexpr db::Sql move_places{"people.person.move_places", R"sql(
  UPDATE people_person SET stand_in_id = :stand_in, stand_in_since = :now, version = version + 1 WHERE stand_in_id = :person)sql"};

constexpr db::Sql touch_structure{"people.structure.touch",
                                  "UPDATE people_structure SET changes = changes + 1 WHERE id = 1"};

std::string pattern_of(std::string_view text) {
  std::string pattern{"%"};
  for (char const c : base::folded(text)) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return text.empty() ? pattern : pattern + '%';
}

// Runs a statement that writes an address, and says it where somebody else has it.
template <class F>
void with_own_email(F const& write) {
  try {
    write();
  } catch (db::Violation const& violation) {
    if (violation.kind != db::Violation::Kind::unique) throw;
    throw base::conflict("email_taken", "Somebody else in this organisation has this e-mail address or external id.");
  }
}

}  // namespace

std::optional<PersonRow> person_row(db::Tx& tx, PersonId person) {
  return tx.row<PersonRow>(select_person, person);
}

std::vector<TeamName> teams_of(db::Tx& tx, PersonId person) {
  return tx.rows<TeamName>(select_teams, person);
}

Roles roles_of(db::Tx& tx, PersonId person) {
  return roles_of(tx.rows<Role>(select_roles, person));
}

std::vector<PersonLine> person_lines(db::Tx& tx, PersonFilter const& filter, std::int64_t most) {
  auto const id = filter.after ? base::id_of(*filter.after) : std::nullopt;
  if (filter.after && !id) throw base::invalid("after", "\"after\" is the \"next\" of the page before.");
  auto const after = PersonId{id.value_or(0)};
  auto const after_name = tx.row<std::string>(select_key, after).value_or("");
  std::string const text = filter.text.value_or("");
  return tx.rows<PersonLine>(select_lines, after_name, after, filter.left.value_or(false), pattern_of(text),
                             filter.manager.value_or(PersonId{}), filter.top.value_or(false),
                             filter.team.value_or(TeamId{}), most);
}

void insert_person(db::Tx& tx, PersonRow const& person, std::string_view external_id) {
  auto const external = external_id.empty() ? std::nullopt : std::optional{std::string{external_id}};
  with_own_email([&] {
    tx.run(insert, person.id, person.name, base::folded(person.name), person.email, email_key(person.email), external,
           person.title, person.manager_id, tx.now(), person.language);
  });
}

void update_person(db::Tx& tx, PersonRow const& person) {
  with_own_email([&] {
    auto const touched = tx.run(update, person.name, base::folded(person.name), person.email, email_key(person.email),
                                person.title, person.manager_id, tx.now(), person.language, person.left_at,
                                person.stand_in_id, person.id, person.version);
    if (touched == 0)
      throw base::conflict("version_conflict", person.name + " was changed by somebody else meanwhile.");
  });
}

void replace_roles(db::Tx& tx, PersonId person, Roles roles) {
  tx.run(delete_roles, person);
  for (auto const role : list_of(roles)) {
    if (role != Role::employee) tx.run(insert_role, person, role);
  }
}

std::int64_t administrators(db::Tx& tx) {
  return tx.row<std::int64_t>(count_administrators).value_or(0);
}

void keep_places(db::Tx& tx, PersonId person) {
  tx.run(delete_kept, person);
  tx.run(insert_kept, person);
}

std::vector<KeptPlace> kept_places(db::Tx& tx, PersonId person) {
  return tx.rows<KeptPlace>(select_kept, person);
}

void forget_places(db::Tx& tx, PersonId person) {
  tx.run(delete_kept, person);
}

std::optional<PersonId> first_with(db::Tx& tx, Role role) {
  return tx.row<std::optional<PersonId>>(select_first, role).value_or(std::nullopt);
}

void release(db::Tx& tx, PersonId person, std::optional<PersonId> manager, std::optional<PersonId> stand_in) {
  tx.run(delete_memberships, person);
  tx.run(clear_leads, person);
  tx.run(move_reports, manager, tx.now(), person);
  tx.run(move_places, stand_in, tx.now(), person);
}

void hold_structure(db::Tx& tx) {
  tx.run(touch_structure);
}

}  // namespace waymark::people
