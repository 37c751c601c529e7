#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/cycle/seen_sql.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_all{"okr.cycle.select_all", R"sql(
  SELECT id, name, kind, parent_id, starts_on, ends_on, midcycle_on, phase, cadence, version
    FROM okr_cycle
   ORDER BY starts_on DESC, ends_on, id)sql"};

constexpr db::Sql select_one{"okr.cycle.select", R"sql(
  SELECT id, name, kind, parent_id, starts_on, ends_on, midcycle_on, phase, cadence, version
    FROM okr_cycle
   WHERE id = :id)sql"};

constexpr db::Sql insert_one{"okr.cycle.insert", R"sql(
  INSERT INTO okr_cycle (id, name, name_key, kind, parent_id, starts_on, ends_on, midcycle_on, phase, cadence, links, version, created_at)
  VALUES (:id, :name, :name_key, :kind, :parent_id, :starts_on, :ends_on, :midcycle_on, :phase, :cadence, 0, 1, :created_at))sql"};

constexpr db::Sql update_one{"okr.cycle.update", R"sql(
  UPDATE okr_cycle
     SET name = :name, name_key = :name_key, ends_on = :ends_on, midcycle_on = :midcycle_on, phase = :phase, cadence = :cadence,
         version = version + 1
   WHERE id = :id)sql"};

constexpr db::Sql count_open{"okr.cycle.count_open", R"sql(
  SELECT COUNT(*) FROM okr_objective WHERE cycle_id = :id AND state = 'published')sql"};

constexpr db::Sql hold_one{"okr.cycle.hold", "SELECT id FROM okr_cycle WHERE id = :id FOR NO KEY UPDATE"};
constexpr db::Sql share_one{"okr.cycle.keep_open", "SELECT id FROM okr_cycle WHERE id = :id FOR SHARE"};

// The oldest cycle stands for all links; every objective lies in a cycle, so it is there.
constexpr db::Sql take_links{"okr.cycle.take_links",
                             "UPDATE okr_cycle SET links = links + 1 WHERE id = (SELECT MIN(id) FROM okr_cycle)"};

std::string const states_text = std::string{R"sql(
  SELECT o.state, COUNT(*)
    FROM okr_objective o
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id
   WHERE o.cycle_id = :id AND )sql"} +
                                std::string{seen_by_viewer} + " GROUP BY o.state";
db::Sql const count_states{"okr.cycle.count_states", states_text};

constexpr db::Sql select_open{"okr.cycle.open", R"sql(
  SELECT o.id, o.title, COALESCE(t.name, w.name), p.id, p.name, CASE WHEN p.left_at IS NULL THEN 0 ELSE 1 END
    FROM okr_objective o
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN people_person w ON w.id = o.person_id
   WHERE o.cycle_id = :id AND o.state = 'published'
   ORDER BY p.name, p.id, o.position, o.id
   LIMIT 1000)sql"};

constexpr db::Sql select_grades{"okr.cycle.grades", R"sql(
  SELECT x.grade
    FROM okr_objective o JOIN okr_closure x ON x.objective_id = o.id
   WHERE o.cycle_id = :id)sql"};

constexpr db::Sql select_team_grades{"okr.cycle.team_grades", R"sql(
  SELECT t.id, t.name, t.kind, x.grade
    FROM okr_objective o
    JOIN people_team t ON t.id = o.team_id
    LEFT JOIN okr_closure x ON x.objective_id = o.id
   WHERE o.cycle_id = :id AND o.state IN ('published', 'closed')
   ORDER BY t.name, t.id, o.id)sql"};

constexpr db::Sql select_key_result_grades{"okr.cycle.key_result_grades", R"sql(
  SELECT x.grade
    FROM okr_objective o JOIN okr_key_result_closure x ON x.objective_id = o.id
   WHERE o.cycle_id = :id AND x.grade IS NOT NULL)sql"};

constexpr db::Sql count_unmeasured{"okr.cycle.count_unmeasured", R"sql(
  SELECT COUNT(*)
    FROM okr_objective o JOIN okr_key_result_closure x ON x.objective_id = o.id
   WHERE o.cycle_id = :id AND x.grade IS NULL)sql"};

constexpr db::Sql select_stretch_grades{"okr.cycle.stretch_grades", R"sql(
  SELECT x.grade
    FROM okr_objective o JOIN okr_key_result_closure x ON x.objective_id = o.id
   WHERE o.cycle_id = :id AND o.ambition = 'aspirational' AND x.grade IS NOT NULL)sql"};

constexpr db::Sql select_without_retro{"okr.cycle.without_retro", R"sql(
  SELECT t.id, t.name, t.kind
    FROM people_team t
   WHERE EXISTS (SELECT 1 FROM okr_objective o WHERE o.team_id = t.id AND o.cycle_id = :cycle AND o.state <> 'draft')
     AND NOT EXISTS (SELECT 1 FROM okr_retro r WHERE r.team_id = t.id AND r.cycle_id = :cycle)
   ORDER BY t.name, t.id)sql"};

constexpr db::Sql select_without_okrs{"okr.cycle.without_okrs", R"sql(
  SELECT t.id, t.name, t.kind
    FROM people_team t
   WHERE t.kind <> 'company'
     AND NOT EXISTS (SELECT 1 FROM okr_objective o WHERE o.team_id = t.id AND o.cycle_id = :cycle AND o.state <> 'draft')
     AND (SELECT MIN(m.person_id) FROM people_member m WHERE m.team_id = t.id) IS NOT NULL
   ORDER BY t.name, t.id)sql"};

[[noreturn]] void name_taken() {
  throw base::conflict("name_taken", "There is a cycle of that name already.");
}

}  // namespace

std::vector<CycleRow> cycles(db::Tx& tx) {
  return tx.rows<CycleRow>(select_all);
}

std::optional<CycleRow> cycle(db::Tx& tx, CycleId id) {
  return tx.row<CycleRow>(select_one, id);
}

void insert(db::Tx& tx, CycleRow const& row) try {
  tx.run(insert_one, row.id, row.name, base::folded(row.name), row.kind, row.parent_id, row.starts_on, row.ends_on,
         row.midcycle_on, row.phase, row.cadence, tx.now());
} catch (db::Violation const&) {
  name_taken();
}

void update(db::Tx& tx, CycleRow const& row) try {
  tx.run(update_one, row.name, base::folded(row.name), row.ends_on, row.midcycle_on, row.phase, row.cadence, row.id);
} catch (db::Violation const&) {
  name_taken();
}

std::int64_t open_objectives(db::Tx& tx, CycleId id) {
  return tx.row<std::int64_t>(count_open, id).value_or(0);
}

void hold(db::Tx& tx, CycleId id) {
  if (tx.dialect() == db::Dialect::postgresql) tx.row<CycleId>(hold_one, id);
}

void keep_open(db::Tx& tx, CycleId id) {
  if (tx.dialect() == db::Dialect::postgresql) tx.row<CycleId>(share_one, id);
}

void lock_links(db::Tx& tx) {
  tx.run(take_links);
}

std::vector<StateCount> objectives_by_state(db::Tx& tx, PersonId viewer, CycleId id) {
  return tx.rows<StateCount>(count_states, id, viewer);
}

std::vector<OpenRow> still_open_in(db::Tx& tx, CycleId id) {
  return tx.rows<OpenRow>(select_open, id);
}

std::vector<double> grades(db::Tx& tx, CycleId id) {
  return tx.rows<double>(select_grades, id);
}

std::vector<TeamGradeRow> team_grades(db::Tx& tx, CycleId id) {
  return tx.rows<TeamGradeRow>(select_team_grades, id);
}

std::int64_t closed_unmeasured(db::Tx& tx, CycleId id) {
  return tx.row<std::int64_t>(count_unmeasured, id).value_or(0);
}

std::vector<double> key_result_grades(db::Tx& tx, CycleId id) {
  return tx.rows<double>(select_key_result_grades, id);
}

std::vector<double> stretch_grades(db::Tx& tx, CycleId id) {
  return tx.rows<double>(select_stretch_grades, id);
}

std::vector<TeamName> teams_without_retro(db::Tx& tx, CycleId id) {
  return tx.rows<TeamName>(select_without_retro, id);
}

std::vector<TeamName> teams_without_okrs(db::Tx& tx, CycleId id) {
  return tx.rows<TeamName>(select_without_okrs, id);
}

}  // namespace waymark::okr::store
