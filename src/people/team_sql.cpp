#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "people/team_store.hpp"

namespace waymark::people {
namespace {

constexpr db::Sql select_team{"people.team.select", R"sql(
  SELECT t.id, t.name, t.kind, t.parent_id, a.name, a.kind, t.lead_id, l.name, t.cadence, t.version
    FROM people_team t
    LEFT JOIN people_team a ON a.id = t.parent_id
    LEFT JOIN people_person l ON l.id = t.lead_id
   WHERE t.id = :team)sql"};

struct Line {
  TeamId id;
  std::string name;
  TeamKind kind;
  std::optional<TeamId> parent_id;
  std::optional<PersonId> lead_id;
  std::optional<std::string> lead;
  std::int64_t members;
  std::optional<std::string> cadence;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, name, kind, parent_id, lead_id, lead, members, cadence))

constexpr db::Sql select_lines{"people.team.lines", R"sql(
  WITH RECURSIVE tree (id, depth) AS (
    SELECT id, 0 FROM people_team WHERE parent_id IS NULL
     UNION ALL
    SELECT t.id, tree.depth + 1 FROM tree JOIN people_team t ON t.parent_id = tree.id
  )
  SELECT t.id, t.name, t.kind, t.parent_id, t.lead_id, l.name, (SELECT COUNT(*) FROM people_member b WHERE b.team_id = t.id),
         t.cadence
    FROM tree
   CROSS JOIN people_team t
    LEFT JOIN people_person l ON l.id = t.lead_id
   WHERE t.id = tree.id
   ORDER BY tree.depth, t.name_key)sql"};

constexpr db::Sql select_members{"people.team.members", R"sql(
  SELECT p.id, p.name
    FROM people_member b
    JOIN people_person p ON p.id = b.person_id
   WHERE b.team_id = :team
   ORDER BY p.name_key, p.id)sql"};

constexpr db::Sql select_children{"people.team.children",
                                  "SELECT id, name, kind FROM people_team WHERE parent_id = :team ORDER BY name_key"};
constexpr db::Sql select_parent{"people.team.parent",
                                "SELECT parent_id FROM people_team WHERE id = :team AND parent_id IS NOT NULL"};

constexpr db::Sql select_lead{"people.team.is_lead", R"sql(
  SELECT 1
    FROM people_team t
    LEFT JOIN people_team a ON a.id = t.parent_id
   WHERE t.id = :team AND (t.lead_id = :person OR a.lead_id = :person))sql"};

constexpr db::Sql insert{"people.team.insert", R"sql(
  INSERT INTO people_team (id, name, name_key, kind, parent_id, lead_id, lead_since, cadence, version, created_at)
  VALUES (:id, :name, :name_key, :kind, :parent, :lead, :created_at, :cadence, 1, :created_at))sql"};

constexpr db::Sql update{"people.team.update", R"sql(
  UPDATE people_team
     SET name = :name, name_key = :name_key, parent_id = :parent, lead_id = :lead,
         lead_since = CASE WHEN COALESCE(lead_id, 0) = COALESCE(CAST(:lead AS BIGINT), 0) THEN lead_since ELSE CAST(:now AS BIGINT) END,
         cadence = :cadence, version = version + 1
   WHERE id = :id AND version = :version)sql"};

constexpr db::Sql insert_membership{"people.member.insert", R"sql(
  INSERT INTO people_member (team_id, person_id, since) VALUES (:team, :person, :now) ON CONFLICT (team_id, person_id) DO NOTHING)sql"};

constexpr db::Sql delete_membership{"people.member.delete",
                                    "DELETE FROM people_member WHERE team_id = :team AND person_id = :person"};

template <class F>
void with_own_name(F const& write) {
  try {
    write();
  } catch (db::Violation const& violation) {
    if (violation.kind != db::Violation::Kind::unique) throw;
    throw base::conflict("team_name_taken", "Another team has this name.");
  }
}

}  // namespace

std::optional<TeamRow> team_row(db::Tx& tx, TeamId team) {
  return tx.row<TeamRow>(select_team, team);
}

std::vector<TeamLine> team_lines(db::Tx& tx) {
  std::vector<TeamLine> lines;
  tx.each<Line>(select_lines, [&](Line&& line) {
    auto lead = line.lead_id ? std::optional{PersonName{*line.lead_id, line.lead.value_or("")}} : std::nullopt;
    lines.push_back({line.id, std::move(line.name), line.kind, line.parent_id, std::move(lead), line.members,
                     std::move(line.cadence)});
  });
  return lines;
}

std::vector<PersonName> members_of(db::Tx& tx, TeamId team) {
  return tx.rows<PersonName>(select_members, team);
}

std::vector<TeamName> children_of(db::Tx& tx, TeamId team) {
  return tx.rows<TeamName>(select_children, team);
}

std::optional<TeamId> parent_of(db::Tx& tx, TeamId team) {
  return tx.row<TeamId>(select_parent, team);
}

bool is_lead_here_or_above(db::Tx& tx, TeamId team, PersonId person) {
  return tx.row<int>(select_lead, team, person).has_value();
}

void insert_team(db::Tx& tx, TeamRow const& team) {
  with_own_name([&] {
    tx.run(insert, team.id, team.name, base::folded(team.name), team.kind, team.parent_id, team.lead_id, tx.now(),
           team.cadence);
  });
}

void update_team(db::Tx& tx, TeamRow const& team) {
  with_own_name([&] {
    auto const touched = tx.run(update, team.name, base::folded(team.name), team.parent_id, team.lead_id, tx.now(),
                                team.cadence, team.id, team.version);
    if (touched == 0) throw base::conflict("version_conflict", team.name + " was changed by somebody else meanwhile.");
  });
}

bool insert_member(db::Tx& tx, TeamId team, PersonId person) {
  return tx.run(insert_membership, team, person, tx.now()) > 0;
}

bool delete_member(db::Tx& tx, TeamId team, PersonId person) {
  return tx.run(delete_membership, team, person) > 0;
}

}  // namespace waymark::people
