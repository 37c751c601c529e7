#include "okr/home/feed_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_visit{"okr.visit.select", "SELECT since, seen_at FROM okr_visit WHERE person_id = :person"};
constexpr db::Sql put_visit{"okr.visit.put", R"sql(
  INSERT INTO okr_visit (person_id, since, seen_at) VALUES (:person, :since, :seen_at)
  ON CONFLICT (person_id) DO UPDATE SET since = EXCLUDED.since, seen_at = EXCLUDED.seen_at)sql"};

struct Row {
  base::Millis at;
  std::string kind;
  std::optional<PersonId> actor_id;
  std::string actor;
  std::optional<TeamId> team_id;
  std::string team;
  std::optional<people::TeamKind> team_kind;
  std::optional<ObjectiveId> objective_id;
  std::string objective;
  std::optional<KeyResultId> key_result_id;
  std::string key_result;
  std::optional<double> value;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (at, kind, actor_id, actor, team_id, team, team_kind, objective_id, objective, key_result_id,
                       key_result, value, unit))

constexpr db::Sql select_happenings{"okr.feed.select", R"sql(
  SELECT e.at, e.kind, a.id, COALESCE(a.name, ''), t.id, COALESCE(t.name, ''), t.kind, o.id, COALESCE(o.title, ''), k.id, COALESCE(k.title, ''),
         CASE WHEN k.kind = 'milestones' OR k.kind = 'yes_no' THEN NULL ELSE i.value END,
         CASE WHEN k.kind = 'percent' AND k.unit = '' THEN '%' ELSE COALESCE(k.unit, '') END
    FROM core_event e
    LEFT JOIN people_person a ON a.id = e.actor_id
    LEFT JOIN okr_objective o ON o.id = e.parent_id
    LEFT JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = e.team_id
    LEFT JOIN okr_check_in i ON i.id = e.subject_id AND e.kind = 'check_in.made'
    LEFT JOIN okr_key_result k ON k.id = i.key_result_id
   WHERE e.at > :since AND e.restricted = 0 AND (e.actor_id IS NULL OR e.actor_id <> :viewer)
     AND (o.id IS NULL OR o.state <> 'draft')
     AND (e.kind IN ('objective.published', 'objective.closed')
          OR e.kind IN ('check_in.made', 'objective.cancelled', 'comment.made', 'blocker.raised', 'blocker.resolved', 'retro.changed')
         AND (o.level = 'company' OR o.accountable_id = :viewer OR p.manager_id = :viewer OR p.stand_in_id = :viewer OR t.lead_id = :viewer
              OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = e.team_id AND m.person_id = :viewer)
              OR EXISTS (SELECT 1 FROM okr_contributor h WHERE h.objective_id = o.id AND h.person_id = :viewer)
              OR EXISTS (SELECT 1 FROM okr_key_result r WHERE r.objective_id = o.id AND r.owner_id = :viewer)))
   ORDER BY e.at DESC, e.id DESC
   LIMIT 500)sql"};

constexpr db::Sql select_value{"okr.feed.value_before", R"sql(
  SELECT was.value
    FROM (SELECT COALESCE((SELECT i.value FROM okr_check_in i
                            WHERE i.key_result_id = k.id AND i.at <= :at
                            ORDER BY i.at DESC, i.id DESC LIMIT 1), k.baseline) AS value
            FROM okr_key_result k
           WHERE k.id = :key_result) was
   WHERE was.value IS NOT NULL)sql"};

Happening happening_of(Row&& row) {
  Happening one{row.at, std::move(row.kind), {}, {}, {}, {}, row.value, std::move(row.unit)};
  if (row.actor_id) one.person = PersonName{*row.actor_id, std::move(row.actor)};
  if (row.team_id) one.team = TeamName{*row.team_id, std::move(row.team), row.team_kind.value_or(people::TeamKind{})};
  if (row.objective_id) one.objective = ObjectiveName{*row.objective_id, std::move(row.objective)};
  if (row.key_result_id) one.key_result = KeyResultName{*row.key_result_id, std::move(row.key_result)};
  return one;
}

}  // namespace

std::optional<Visit> visit(db::Tx& tx, PersonId person) {
  return tx.row<Visit>(select_visit, person);
}

void save_visit(db::Tx& tx, PersonId person, Visit const& visit) {
  tx.run(put_visit, person, visit.since, visit.seen_at);
}

std::vector<Happening> happenings(db::Tx& tx, PersonId viewer, base::Millis since) {
  std::vector<Happening> all;
  tx.each<Row>(
      select_happenings, [&](Row&& row) { all.push_back(happening_of(std::move(row))); }, since, viewer);
  return all;
}

std::optional<double> value_before(db::Tx& tx, KeyResultId key_result, base::Millis at) {
  return tx.row<double>(select_value, at, key_result);
}

}  // namespace waymark::okr::store
