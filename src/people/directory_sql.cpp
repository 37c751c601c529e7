#include "people/directory.hpp"

#include "core/base/text.hpp"
#include "core/db/many.hpp"
#include "people/rules.hpp"
#include "people/team_names.hpp"

namespace waymark::people {
namespace {

constexpr db::Sql select_name{"people.directory.name", "SELECT id, name FROM people_person WHERE id = :person"};
constexpr db::Sql select_team{"people.directory.team", "SELECT id, name, kind FROM people_team WHERE id = :team"};
std::string const many_teams_text =
    std::string{db::asked} + " SELECT id, name, kind FROM people_team WHERE id IN (SELECT id FROM asked) ORDER BY id";
db::Sql const select_many_teams{"people.directory.teams", many_teams_text};
constexpr db::Sql select_all_teams{"people.directory.all_teams",
                                   "SELECT id, name, kind FROM people_team ORDER BY name, id"};
constexpr db::Sql select_card{"people.directory.card", R"sql(
  SELECT id, name, email, title, language FROM people_person WHERE id = :person AND left_at IS NULL)sql"};
constexpr db::Sql select_email{"people.directory.email", "SELECT email FROM people_person WHERE id = :person"};
constexpr db::Sql select_by_email{"people.directory.by_email",
                                  "SELECT id FROM people_person WHERE email_key = :email_key"};
constexpr db::Sql select_by_external{"people.directory.by_external_id",
                                     "SELECT id FROM people_person WHERE external_id = :external_id"};
constexpr db::Sql select_by_team_name{"people.directory.by_team_name",
                                      "SELECT id FROM people_team WHERE name_key = :name_key"};
constexpr db::Sql select_company{"people.directory.company",
                                 "SELECT id FROM people_team WHERE parent_id IS NULL AND kind = 'company'"};
constexpr db::Sql select_active{"people.directory.active",
                                "SELECT 1 FROM people_person WHERE id = :person AND left_at IS NULL"};
constexpr db::Sql select_entered{"people.directory.entered", "SELECT 1 FROM people_entered WHERE person_id = :person"};
constexpr db::Sql insert_entered{"people.directory.enter", R"sql(
  INSERT INTO people_entered (person_id, since) VALUES (:person, :now) ON CONFLICT (person_id) DO NOTHING)sql"};
constexpr db::Sql select_manager{"people.directory.manager",
                                 "SELECT manager_id FROM people_person WHERE id = :person AND manager_id IS NOT NULL"};
constexpr db::Sql select_above_of{"people.directory.above", R"sql(
  SELECT COALESCE(stand_in_id, manager_id) FROM people_person WHERE id = :person)sql"};
constexpr db::Sql select_report{"people.directory.report",
                                "SELECT 1 FROM people_person WHERE manager_id = :person AND left_at IS NULL LIMIT 1"};
constexpr db::Sql select_member{"people.directory.member",
                                "SELECT 1 FROM people_member WHERE team_id = :team AND person_id = :person"};

constexpr db::Sql select_leads{"people.directory.leads", R"sql(
  WITH RECURSIVE line (id) AS (
    SELECT manager_id FROM people_person WHERE id = :person
     UNION
    SELECT p.manager_id FROM line JOIN people_person p ON p.id = line.id
  )
  SELECT 1 FROM line WHERE id = :manager)sql"};

constexpr db::Sql select_above{"people.directory.line_above", R"sql(
  WITH RECURSIVE line (id, step) AS (
    SELECT manager_id, 1 FROM people_person WHERE id = :person
    UNION ALL
    SELECT p.manager_id, line.step + 1 FROM line JOIN people_person p ON p.id = line.id WHERE line.step < 100
  )
  SELECT p.id, p.name FROM line JOIN people_person p ON p.id = line.id ORDER BY line.step)sql"};

}  // namespace

std::optional<PersonName> name_of(db::Tx& tx, PersonId person) {
  return tx.row<PersonName>(select_name, person);
}

std::optional<TeamName> team_name(db::Tx& tx, TeamId team) {
  return tx.row<TeamName>(select_team, team);
}

std::vector<TeamName> team_names(db::Tx& tx, std::span<TeamId const> teams) {
  if (teams.empty()) return {};
  return tx.rows<TeamName>(select_many_teams, db::many(teams));
}

std::vector<TeamName> all_teams(db::Tx& tx) {
  return tx.rows<TeamName>(select_all_teams);
}

std::optional<PersonCard> card_of(db::Tx& tx, PersonId person) {
  return tx.row<PersonCard>(select_card, person);
}

std::optional<std::string> email_of(db::Tx& tx, PersonId person) {
  return tx.row<std::string>(select_email, person);
}

std::optional<PersonId> find_by_email(db::Tx& tx, std::string_view email) {
  return tx.row<PersonId>(select_by_email, email_key(email));
}

std::optional<PersonId> find_by_external_id(db::Tx& tx, std::string_view external_id) {
  return tx.row<PersonId>(select_by_external, external_id);
}

std::optional<TeamId> find_team(db::Tx& tx, std::string_view name) {
  return tx.row<TeamId>(select_by_team_name, base::folded(base::trimmed(name)));
}

std::optional<TeamId> company(db::Tx& tx) {
  return tx.row<TeamId>(select_company);
}

bool is_active(db::Tx& tx, PersonId person) {
  return tx.row<int>(select_active, person).has_value();
}

bool has_entered(db::Tx& tx, PersonId person) {
  return tx.row<int>(select_entered, person).has_value();
}

void note_entry(db::Tx& tx, PersonId person) {
  tx.run(insert_entered, person, tx.now());
}

bool leads(db::Tx& tx, PersonId manager, PersonId person) {
  return manager && manager != person && tx.row<int>(select_leads, person, manager).has_value();
}

bool is_manager(db::Tx& tx, PersonId person) {
  return tx.row<int>(select_report, person).has_value();
}

std::optional<PersonId> manager_of(db::Tx& tx, PersonId person) {
  return tx.row<PersonId>(select_manager, person);
}

std::optional<PersonId> above_of(db::Tx& tx, PersonId person) {
  return tx.row<std::optional<PersonId>>(select_above_of, person).value_or(std::nullopt);
}

std::vector<PersonName> line_above(db::Tx& tx, PersonId person) {
  return tx.rows<PersonName>(select_above, person);
}

bool is_member(db::Tx& tx, TeamId team, PersonId person) {
  return tx.row<int>(select_member, team, person).has_value();
}

}  // namespace waymark::people
