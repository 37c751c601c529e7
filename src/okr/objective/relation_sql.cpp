#include "core/base/problem.hpp"
#include "core/db/many.hpp"
#include "okr/objective/relations.hpp"
#include "okr/objective/stand_in.hpp"

namespace waymark::okr {
namespace {

constexpr std::string_view relation_columns = R"sql(
  SELECT o.cycle_id, c.phase, o.state, o.level, o.team_id, o.accountable_id, o.version,
         CASE WHEN o.created_by = :viewer THEN 1 ELSE 0 END,
         CASE WHEN o.created_by = :viewer OR o.accountable_id = :viewer
                OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = o.team_id AND m.person_id = :viewer AND (o.state <> 'draft' OR o.created_at >= m.since))
                OR EXISTS (SELECT 1 FROM okr_contributor h WHERE h.objective_id = o.id AND h.person_id = :viewer)
                OR EXISTS (SELECT 1 FROM okr_key_result k WHERE k.objective_id = o.id AND k.owner_id = :viewer)
              THEN 1 ELSE 0 END,
         CASE WHEN EXISTS (SELECT 1 FROM people_person p WHERE p.id = o.accountable_id AND (p.manager_id = :viewer AND (o.state <> 'draft' OR o.created_at >= p.manager_since) OR p.stand_in_id = :viewer AND (o.state <> 'draft' OR o.created_at >= p.stand_in_since)))
                OR EXISTS (SELECT 1 FROM people_team t WHERE t.id = o.team_id AND t.lead_id = :viewer AND (o.state <> 'draft' OR o.created_at >= t.lead_since))
              THEN 1 ELSE 0 END,
         CASE WHEN o.accountable_id = :viewer
                OR EXISTS (SELECT 1 FROM people_team t WHERE t.id = o.team_id AND t.lead_id = :viewer AND (o.state <> 'draft' OR o.created_at >= t.lead_since))
                OR EXISTS (SELECT 1 FROM people_person p WHERE p.id = o.person_id AND p.manager_id = :viewer AND (o.state <> 'draft' OR o.created_at >= p.manager_since))
                OR EXISTS (SELECT 1 FROM people_person a WHERE a.id = o.accountable_id AND a.stand_in_id = :viewer AND (o.state <> 'draft' OR o.created_at >= a.stand_in_since))
              THEN 1 ELSE 0 END,
         CASE WHEN EXISTS (SELECT 1 FROM okr_reader r WHERE r.objective_id = o.id AND r.person_id = :viewer)
                OR EXISTS (SELECT 1
                             FROM okr_reader_team s JOIN people_member n ON n.team_id = s.team_id
                            WHERE s.objective_id = o.id AND n.person_id = :viewer AND o.created_at >= n.since)
              THEN 1 ELSE 0 END,
         o.id
    FROM okr_objective o
    JOIN okr_cycle c ON c.id = o.cycle_id
)sql";

struct RelationRow : Relation {
  ObjectiveId objective_id;
};
BOOST_DESCRIBE_STRUCT(RelationRow, (Relation), (objective_id))

std::string const relation_text = std::string{relation_columns} + " WHERE o.id = :objective";
db::Sql const select_relation{"okr.relation.select", relation_text};
std::string const relations_text =
    std::string{db::asked} + std::string{relation_columns} + " WHERE o.id IN (SELECT id FROM asked)";
db::Sql const select_relations{"okr.relation.select_many", relations_text};

constexpr db::Sql select_stand_in{"okr.relation.stand_in",
                                  "SELECT 1 FROM people_person WHERE id = :who_left AND stand_in_id = :person"};

constexpr db::Sql select_objective_of{"okr.relation.objective_of",
                                      "SELECT objective_id FROM okr_key_result WHERE id = :key_result AND dropped = 0"};

constexpr db::Sql select_team_writer{"okr.relation.team_writer", R"sql(
  SELECT CASE WHEN t.lead_id = :viewer
                OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = t.id AND m.person_id = :viewer)
                OR EXISTS (SELECT 1 FROM people_team above WHERE above.id = t.parent_id AND above.lead_id = :viewer)
                OR (t.kind = 'company' AND :executive = 1)
              THEN 1 ELSE 0 END
    FROM people_team t
   WHERE t.id = :team)sql"};

constexpr db::Sql select_own_teams{"okr.relation.teams_to_write_for", R"sql(
  WITH own (id) AS (
    SELECT team_id FROM people_member WHERE person_id = :viewer
    UNION SELECT id FROM people_team WHERE lead_id = :viewer
    UNION SELECT below.id FROM people_team above JOIN people_team below ON below.parent_id = above.id WHERE above.lead_id = :viewer
    UNION SELECT id FROM people_team WHERE parent_id IS NULL AND kind = 'company' AND :executive = 1)
  SELECT t.id, t.name, t.kind FROM own JOIN people_team t ON t.id = own.id ORDER BY t.name, t.id)sql"};

constexpr db::Sql select_own_people{"okr.relation.people_to_write_for", R"sql(
  WITH own (id, step) AS (
    SELECT id, 0 FROM people_person WHERE id = :viewer
    UNION SELECT id, 1 FROM people_person WHERE manager_id = :viewer)
  SELECT p.id, p.name FROM own JOIN people_person p ON p.id = own.id WHERE p.left_at IS NULL ORDER BY own.step, p.name, p.id)sql"};

constexpr db::Sql select_person_writer{"okr.relation.person_writer", R"sql(
  SELECT CASE WHEN id = :viewer OR manager_id = :viewer THEN 1 ELSE 0 END
    FROM people_person
   WHERE id = :person AND left_at IS NULL)sql"};

}  // namespace

bool stands_in_for(db::Tx& tx, policy::PersonId person, policy::PersonId who_left) {
  return tx.row<int>(select_stand_in, who_left, person).has_value();
}

static bool is_found(Relation const& relation, policy::Viewer const& viewer) {
  return relation.state != State::draft || relation.concerned(viewer) || relation.reads;
}

Relation relation_to(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  auto const relation = tx.row<RelationRow>(select_relation, viewer.person, objective);
  if (relation && is_found(*relation, viewer)) return *relation;
  throw base::not_found("There is no such objective.");
}

Relations relations_to(db::Tx& tx, policy::Viewer const& viewer, std::span<ObjectiveId const> objectives) {
  Relations found;
  if (objectives.empty()) return found;
  for (auto const& row : tx.rows<RelationRow>(select_relations, db::many(objectives), viewer.person)) {
    if (is_found(row, viewer)) found.emplace(row.objective_id, row);
  }
  return found;
}

Relation const& relation_in(Relations const& all, ObjectiveId objective) {
  auto const found = all.find(objective);
  if (found == all.end()) throw base::not_found("There is no such objective.");
  return found->second;
}

ObjectiveId objective_of(db::Tx& tx, KeyResultId key_result) {
  auto const objective = tx.row<ObjectiveId>(select_objective_of, key_result);
  if (!objective) throw base::not_found("There is no such key result.");
  return *objective;
}

bool may_write_for_team(db::Tx& tx, policy::Viewer const& viewer, TeamId team) {
  auto const may = tx.row<bool>(select_team_writer, viewer.person, viewer.is(policy::Role::executive), team);
  if (!may) throw base::invalid("team_id", "There is no such team.");
  return *may;
}

bool may_write_for_person(db::Tx& tx, policy::Viewer const& viewer, PersonId person) {
  auto const may = tx.row<bool>(select_person_writer, viewer.person, person);
  if (!may) throw base::invalid("person_id", "There is no such person.");
  return *may;
}

std::vector<TeamName> teams_to_write_for(db::Tx& tx, policy::Viewer const& viewer) {
  return tx.rows<TeamName>(select_own_teams, viewer.person, viewer.is(policy::Role::executive));
}

std::vector<PersonName> people_to_write_for(db::Tx& tx, policy::Viewer const& viewer) {
  return tx.rows<PersonName>(select_own_people, viewer.person);
}

}  // namespace waymark::okr
