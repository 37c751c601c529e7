#include "core/db/many.hpp"
#include "okr/midcycle/midcycle_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql insert_one{"okr.midcycle.insert", R"sql(
  INSERT INTO okr_midcycle (id, objective_id, decision, reason, decided_by, at)
  VALUES (:id, :objective, :decision, :reason, :by, :at))sql"};

constexpr db::Sql select_newest{"okr.midcycle.newest", R"sql(
  SELECT o.id, o.title, d.decision, d.reason, p.id, p.name, d.at
    FROM okr_midcycle d
    JOIN okr_objective o ON o.id = d.objective_id
    JOIN people_person p ON p.id = d.decided_by
   WHERE d.objective_id = :objective
   ORDER BY d.id DESC
   LIMIT 1)sql"};

constexpr db::Sql select_of_team{"okr.midcycle.of_team", R"sql(
  SELECT o.id, o.title, d.decision, d.reason, p.id, p.name, d.at
    FROM okr_objective o
    JOIN okr_midcycle d ON d.objective_id = o.id
    JOIN people_person p ON p.id = d.decided_by
   WHERE o.team_id = :team AND o.cycle_id = :cycle
     AND d.id = (SELECT MAX(n.id) FROM okr_midcycle n WHERE n.objective_id = o.id)
   ORDER BY d.id
   LIMIT 200)sql"};

std::string const newest_of_many_text = std::string{db::asked} + R"sql(
  SELECT o.id, o.title, d.decision, d.reason, p.id, p.name, d.at
    FROM okr_midcycle d
    JOIN okr_objective o ON o.id = d.objective_id
    JOIN people_person p ON p.id = d.decided_by
   WHERE d.id IN (SELECT MAX(n.id) FROM okr_midcycle n WHERE n.objective_id IN (SELECT id FROM asked) GROUP BY n.objective_id)
   ORDER BY o.id)sql";
db::Sql const select_newest_of_many{"okr.midcycle.newest_of_many", newest_of_many_text};

// CROSS JOIN: SQLite takes the teams first, and not the whole cycle.
constexpr db::Sql select_up{"okr.midcycle.up", R"sql(
  SELECT o.id
    FROM okr_objective o
   WHERE o.accountable_id = :person AND o.cycle_id = :cycle AND o.state IN ('published', 'cancelled')
  UNION
  SELECT o.id
    FROM people_member m CROSS JOIN okr_objective o
   WHERE m.person_id = :person AND o.team_id = m.team_id AND o.cycle_id = :cycle AND o.state IN ('published', 'cancelled')
  UNION
  SELECT o.id
    FROM people_team t CROSS JOIN okr_objective o
   WHERE t.lead_id = :person AND o.team_id = t.id AND o.cycle_id = :cycle AND o.state IN ('published', 'cancelled')
   ORDER BY id)sql"};

struct DecisionRow {
  ObjectiveId id;
  std::string title;
  Decision decision;
  std::string reason;
  PersonId by;
  std::string name;
  std::int64_t at;

  MidcycleDecision shape() const { return {{id, title}, decision, reason, {by, name}, at}; }
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (id, title, decision, reason, by, name, at))

}  // namespace

void insert_decision(db::Tx& tx, ObjectiveId objective, Decision decision, std::string const& reason, PersonId by) {
  tx.run(insert_one, tx.new_id<ObjectiveId>().value, objective, decision, reason, by, tx.now());
}

std::optional<MidcycleDecision> decision(db::Tx& tx, ObjectiveId objective) {
  auto const row = tx.row<DecisionRow>(select_newest, objective);
  if (!row) return std::nullopt;
  return row->shape();
}

std::vector<MidcycleDecision> decisions(db::Tx& tx, std::span<ObjectiveId const> objectives) {
  std::vector<MidcycleDecision> newest;
  if (objectives.empty()) return newest;
  for (auto const& row : tx.rows<DecisionRow>(select_newest_of_many, db::many(objectives)))
    newest.push_back(row.shape());
  return newest;
}

std::vector<MidcycleDecision> decisions_of_team(db::Tx& tx, TeamId team, CycleId cycle) {
  std::vector<MidcycleDecision> decisions;
  tx.each<DecisionRow>(
      select_of_team, [&](DecisionRow&& row) { decisions.push_back(row.shape()); }, team, cycle);
  return decisions;
}

std::vector<ObjectiveId> up_for_decision(db::Tx& tx, PersonId person, CycleId cycle) {
  return tx.rows<ObjectiveId>(select_up, person, cycle);
}

}  // namespace waymark::okr::store
