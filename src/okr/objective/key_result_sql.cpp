#include <algorithm>
#include <tuple>

#include "core/base/problem.hpp"
#include "core/db/many.hpp"
#include "okr/objective/checks_in_sql.hpp"
#include "okr/objective/many_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_values{"okr.key_result.values", R"sql(
  SELECT at, value FROM okr_check_in
   WHERE key_result_id = :key_result AND withdrawn_at IS NULL AND value IS NOT NULL
   ORDER BY at, id)sql"};
constexpr db::Sql select_measured{"okr.key_result.measured_before", R"sql(
  SELECT i.at, i.value FROM okr_check_in i
   WHERE i.key_result_id = :id AND i.value IS NOT NULL AND i.withdrawn_at IS NULL
   UNION ALL
  SELECT i.at, i.value
    FROM okr_key_result k
    JOIN okr_objective o ON o.id = k.objective_id
    JOIN okr_key_result p ON p.objective_id = o.carried_from AND p.title = k.title AND p.kind = k.kind
    JOIN okr_check_in i ON i.key_result_id = p.id AND i.value IS NOT NULL AND i.withdrawn_at IS NULL
   WHERE k.id = :id
   ORDER BY 1)sql"};

constexpr std::string_view columns = R"sql(
  SELECT k.id, k.objective_id, k.title, k.kind, k.direction, k.baseline, k.baseline_on, k.target, k.change_percent,
         k.low, k.high, k.commit_level, k.stretch_level, k.unit, k.weight, k.owner_id, w.name, CASE WHEN w.left_at IS NULL THEN 0 ELSE 1 END,
         k.due_on, k.paced_from, k.indicator, k.counter, k.kpi_id, k.measured, k.current_value, k.confidence, k.progress,
         k.last_news_at, k.created_at, k.version, k.position, i.id, i.value, i.confidence,
         COALESCE(i.what_happened, ''), COALESCE(i.what_next, ''), COALESCE(i.help_needed, ''), COALESCE(i.author_id, 0), COALESCE(i.at, 0),
         y.grade, CASE WHEN y.grade IS NOT NULL THEN y.outcome END, NULLIF(k.restated, '')
)sql";

constexpr std::string_view news_and_owner = R"sql(
    LEFT JOIN okr_check_in i ON i.id = k.last_check_in
    LEFT JOIN people_person w ON w.id = k.owner_id
    LEFT JOIN okr_key_result_closure y ON y.key_result_id = k.id
)sql";

std::string query(std::string_view from, std::string_view where) {
  return std::string{columns} + std::string{from} + std::string{news_and_owner} + std::string{where};
}

std::string const objective_text =
    query("FROM okr_key_result k", "WHERE k.objective_id = :objective AND k.dropped = 0");
db::Sql const select_of_objective{"okr.key_result.of_objective", objective_text};

std::string const dropped_text = query("FROM okr_key_result k", "WHERE k.objective_id = :objective AND k.dropped = 1");
db::Sql const select_dropped{"okr.key_result.dropped_of_objective", dropped_text};

std::string const team_text = query("FROM okr_objective o JOIN okr_key_result k ON k.objective_id = o.id",
                                    "WHERE o.team_id = :team AND o.cycle_id = :cycle AND k.dropped = 0");
db::Sql const select_of_team{"okr.key_result.of_team", team_text};

std::string const objectives_text =
    std::string{db::asked} +
    query("FROM okr_key_result k", "WHERE k.objective_id IN (SELECT id FROM asked) AND k.dropped = 0");
db::Sql const select_of_objectives{"okr.key_result.of_objectives", objectives_text};

// First the few that may be theirs. CROSS JOIN: SQLite keeps this order, and does not take the whole cycle first.
constexpr std::string_view perhaps_theirs = R"sql(
  WITH perhaps (id) AS (
    SELECT q.id FROM okr_key_result q WHERE q.owner_id = :person
    UNION
    SELECT q.id
      FROM okr_objective p CROSS JOIN okr_key_result q
     WHERE p.accountable_id = :person AND p.cycle_id = :cycle AND q.objective_id = p.id
    UNION
    SELECT q.id
      FROM people_person s CROSS JOIN okr_objective p CROSS JOIN okr_key_result q
     WHERE s.stand_in_id = :person AND p.accountable_id = s.id AND p.cycle_id = :cycle AND q.objective_id = p.id))sql";
std::string const person_text =
    std::string{perhaps_theirs} +
    query("FROM perhaps CROSS JOIN okr_key_result k CROSS JOIN okr_objective o",
          std::string{R"sql(
   WHERE k.id = perhaps.id AND o.id = k.objective_id
     AND o.cycle_id = :cycle AND o.state = 'published' AND k.dropped = 0 AND k.kpi_id IS NULL AND )sql"} +
              std::string{checked_in_by_person} + " ORDER BY o.position, o.id, k.position, k.id");
db::Sql const select_of_person{"okr.key_result.of_person", person_text};

std::string const one_text = query("FROM okr_key_result k", "WHERE k.id = :id AND k.dropped = 0");
db::Sql const select_one{"okr.key_result.select", one_text};

std::string const many_text =
    std::string{db::asked} +
    query("FROM okr_key_result k", "WHERE k.id IN (SELECT id FROM asked) AND k.dropped = 0 ORDER BY k.id");
db::Sql const select_many{"okr.key_result.select_many", many_text};

constexpr db::Sql insert_one{"okr.key_result.insert", R"sql(
  INSERT INTO okr_key_result (id, objective_id, title, kind, direction, baseline, baseline_on, target, change_percent, low, high, commit_level, stretch_level, unit, weight,
                              owner_id, due_on, indicator, counter, kpi_id, measured, position, dropped, import_key, paced_from, created_at, version)
  VALUES (:id, :objective_id, :title, :kind, :direction, :baseline, :baseline_on, :target, :change_percent, :low, :high, :commit_level, :stretch_level, :unit, :weight,
          :owner_id, :due_on, :indicator, :counter, :kpi_id, :measured, :position, 0, :import_key, :paced_from, :created_at, 1))sql"};

constexpr db::Sql update_one{"okr.key_result.update", R"sql(
  UPDATE okr_key_result
     SET title = :title, direction = :direction, baseline = :baseline, baseline_on = :baseline_on, target = :target,
         change_percent = :change_percent, low = :low, high = :high,
         current_value = :current_value, commit_level = :commit_level, stretch_level = :stretch_level, unit = :unit, weight = :weight, owner_id = :owner_id,
         due_on = :due_on, indicator = :indicator, counter = :counter, kpi_id = :kpi_id, progress = :progress, restated = NULL, version = version + 1
   WHERE id = :id)sql"};

constexpr db::Sql drop_one{"okr.key_result.drop",
                           "UPDATE okr_key_result SET dropped = 1, version = version + 1 WHERE id = :id"};
constexpr db::Sql count_of{"okr.key_result.count",
                           "SELECT COUNT(*) FROM okr_key_result WHERE objective_id = :objective AND dropped = 0"};

constexpr db::Sql update_news{"okr.key_result.set_news", R"sql(
  UPDATE okr_key_result
     SET current_value = :current_value, confidence = :confidence, progress = :progress, last_check_in = :check_in, last_news_at = :now
   WHERE id = :id)sql"};

constexpr db::Sql update_progress{"okr.key_result.set_progress",
                                  "UPDATE okr_key_result SET progress = :progress WHERE id = :id"};

constexpr db::Sql select_weights{"okr.key_result.weights", R"sql(
  SELECT progress, weight FROM okr_key_result WHERE objective_id = :objective AND dropped = 0 AND progress IS NOT NULL)sql"};

constexpr db::Sql update_start{"okr.key_result.set_start", R"sql(
  UPDATE okr_key_result SET baseline = :baseline, baseline_on = :baseline_on, target = :target, restated = NULL WHERE id = :id)sql"};

struct WeightRow {
  double progress;
  double weight;
};
BOOST_DESCRIBE_STRUCT(WeightRow, (), (progress, weight))

constexpr db::Sql select_milestones{"okr.milestone.of_objective", R"sql(
  SELECT m.id, m.key_result_id, m.title, m.weight, m.due_on, m.reached_at
    FROM okr_key_result k JOIN okr_milestone m ON m.key_result_id = k.id
   WHERE k.objective_id = :objective AND k.dropped = 0
   ORDER BY m.key_result_id, m.position, m.id)sql"};

constexpr db::Sql select_milestones_of{"okr.milestone.of_key_result", R"sql(
  SELECT id, key_result_id, title, weight, due_on, reached_at
    FROM okr_milestone
   WHERE key_result_id = :key_result
   ORDER BY position, id)sql"};

std::string const many_milestones_text = std::string{db::asked} + R"sql(
  SELECT m.id, m.key_result_id, m.title, m.weight, m.due_on, m.reached_at
    FROM okr_milestone m
   WHERE m.key_result_id IN (SELECT id FROM asked)
   ORDER BY m.key_result_id, m.position, m.id)sql";
db::Sql const select_many_milestones{"okr.milestone.of_key_results", many_milestones_text};

std::string const said_text = std::string{db::asked} + R"sql(
  SELECT i.key_result_id, i.value, i.confidence
    FROM okr_check_in i
   WHERE i.key_result_id IN (SELECT id FROM asked) AND i.withdrawn_at IS NULL
   ORDER BY i.key_result_id, i.at, i.id)sql";
db::Sql const select_said{"okr.key_result.said", said_text};

constexpr db::Sql insert_milestone_row{"okr.milestone.insert", R"sql(
  INSERT INTO okr_milestone (id, key_result_id, title, weight, due_on, position) VALUES (:id, :key_result, :title, :weight, :due_on, :position))sql"};

constexpr db::Sql update_milestone_row{"okr.milestone.update", R"sql(
  UPDATE okr_milestone SET title = :title, weight = :weight, due_on = :due_on, position = :position WHERE id = :id)sql"};
constexpr db::Sql delete_turns{"okr.milestone_turn.delete", "DELETE FROM okr_milestone_turn WHERE milestone_id = :id"};
constexpr db::Sql delete_milestone{"okr.milestone.delete", "DELETE FROM okr_milestone WHERE id = :id"};

constexpr db::Sql update_reached{"okr.milestone.set_reached",
                                 "UPDATE okr_milestone SET reached_at = :at WHERE id = :id"};

constexpr db::Sql select_followers{"okr.key_result.followers", R"sql(
  SELECT k.id, k.objective_id
    FROM okr_key_result k JOIN okr_objective o ON o.id = k.objective_id
   WHERE k.kpi_id = :kpi AND k.id > :after AND k.dropped = 0 AND o.state IN ('published', 'closed')
   ORDER BY k.id
   LIMIT :most)sql"};

constexpr db::Sql select_following{"okr.key_result.following", R"sql(
  SELECT k.id, k.objective_id
    FROM okr_key_result k JOIN okr_objective o ON o.id = k.objective_id
   WHERE k.kpi_id = :kpi AND k.dropped = 0 AND o.state = 'published'
   ORDER BY k.id)sql"};

constexpr db::Sql update_following{"okr.key_result.stop_following", R"sql(
  UPDATE okr_key_result SET kpi_id = NULL, version = version + 1
   WHERE kpi_id = :kpi
     AND EXISTS (SELECT 1 FROM okr_objective o
                  WHERE o.id = okr_key_result.objective_id AND o.state IN ('draft', 'published')))sql"};

}  // namespace

Measure measure_of(KeyResultRow const& row) {
  return {row.kind, row.direction, row.baseline, row.target,        row.low,
          row.high, row.commit,    row.stretch,  row.change_percent};
}

// Sorted here: a sort in the database would copy all columns of each row once more.
static std::vector<KeyResultRow> in_order(std::vector<KeyResultRow> rows) {
  std::sort(rows.begin(), rows.end(),
            [](auto const& a, auto const& b) { return std::tie(a.position, a.id) < std::tie(b.position, b.id); });
  return rows;
}

std::vector<KeyResultRow> of_objective(db::Tx& tx, ObjectiveId objective) {
  return in_order(tx.rows<KeyResultRow>(select_of_objective, objective));
}

std::vector<KeyResultRow> of_objectives(db::Tx& tx, std::span<ObjectiveId const> objectives) {
  if (objectives.empty()) return {};
  auto rows = in_order(tx.rows<KeyResultRow>(select_of_objectives, db::many(objectives)));
  std::ranges::stable_sort(rows, {}, &KeyResultRow::objective_id);
  return rows;
}

std::vector<KeyResultRow> dropped_of_objective(db::Tx& tx, ObjectiveId objective) {
  return in_order(tx.rows<KeyResultRow>(select_dropped, objective));
}

std::vector<KeyResultRow> key_results_of_team(db::Tx& tx, TeamId team, CycleId cycle) {
  return in_order(tx.rows<KeyResultRow>(select_of_team, team, cycle));
}

std::vector<KeyResultRow> key_results_of_person(db::Tx& tx, PersonId person, CycleId cycle) {
  return tx.rows<KeyResultRow>(select_of_person, person, cycle);
}

std::vector<Sample> measured_before(db::Tx& tx, KeyResultId id) {
  std::vector<Sample> all;
  tx.each<Measured>(
      select_measured,
      [&](Measured const& one) {
        all.push_back({base::day_of(one.at), one.value});
      },
      id);
  return all;
}

std::vector<Measured> values_of(db::Tx& tx, KeyResultId key_result) {
  return tx.rows<Measured>(select_values, key_result);
}

std::vector<SaidOf> said_of(db::Tx& tx, std::span<KeyResultId const> key_results) {
  if (key_results.empty()) return {};
  return tx.rows<SaidOf>(select_said, db::many(key_results));
}

std::optional<KeyResultRow> key_result(db::Tx& tx, KeyResultId id) {
  return tx.row<KeyResultRow>(select_one, id);
}

std::vector<KeyResultRow> key_results(db::Tx& tx, std::span<KeyResultId const> ids) {
  if (ids.empty()) return {};
  return tx.rows<KeyResultRow>(select_many, db::many(ids));
}

void insert(db::Tx& tx, FreshKeyResult const& fresh) try {
  auto const& m = fresh.measure;
  tx.run(insert_one, fresh.id, fresh.objective_id, fresh.title, m.kind, m.direction, m.baseline, fresh.baseline_on,
         m.target, m.change_percent, m.low, m.high, m.commit, m.stretch, fresh.unit, fresh.weight, fresh.owner_id,
         fresh.due_on, fresh.indicator, fresh.counter, fresh.kpi_id, fresh.measured, fresh.position, fresh.import_key,
         fresh.paced_from, tx.now());
} catch (db::Violation const& violation) {
  if (violation.kind == db::Violation::Kind::reference) throw base::invalid("owner_id", "There is no such person.");
  throw;
}

void update(db::Tx& tx, KeyResultRow const& row) {
  tx.run(update_one, row.title, row.direction, row.baseline, row.baseline_on, row.target, row.change_percent, row.low,
         row.high, row.current, row.commit, row.stretch, row.unit, row.weight, row.owner_id, row.due_on, row.indicator,
         row.counter, row.kpi_id, row.progress, row.id);
}

void drop(db::Tx& tx, KeyResultId id) {
  tx.run(drop_one, id);
}

std::int64_t count(db::Tx& tx, ObjectiveId objective) {
  return tx.row<std::int64_t>(count_of, objective).value_or(0);
}

void set_news(db::Tx& tx, KeyResultId id, std::optional<double> current, std::optional<std::int64_t> confidence,
              std::optional<double> progress, CheckInId check_in, std::optional<base::Millis> at) {
  tx.run(update_news, current, confidence, progress, check_in, at.value_or(tx.now()), id);
}

void set_progress(db::Tx& tx, KeyResultId id, std::optional<double> progress) {
  tx.run(update_progress, progress, id);
}

void set_start(db::Tx& tx, KeyResultId id, Measure const& measure, std::optional<base::Day> baseline_on) {
  tx.run(update_start, measure.baseline, baseline_on, measure.target, id);
}

std::vector<Weighted> weights(db::Tx& tx, ObjectiveId objective) {
  std::vector<Weighted> all;
  tx.each<WeightRow>(
      select_weights,
      [&](WeightRow&& row) {
        all.push_back({row.progress, row.weight});
      },
      objective);
  return all;
}

std::vector<MilestoneLine> milestones(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<MilestoneLine>(select_milestones, objective);
}

std::vector<MilestoneLine> milestones_of(db::Tx& tx, KeyResultId key_result) {
  return tx.rows<MilestoneLine>(select_milestones_of, key_result);
}

std::vector<MilestoneLine> milestones_of(db::Tx& tx, std::span<KeyResultId const> key_results) {
  if (key_results.empty()) return {};
  return tx.rows<MilestoneLine>(select_many_milestones, db::many(key_results));
}

void insert_milestone(db::Tx& tx, KeyResultId key_result, NewMilestone const& milestone, std::int64_t position) {
  tx.run(insert_milestone_row, tx.new_id<MilestoneId>(), key_result, milestone.title,
         milestone.weight.value_or(1).value, milestone.due_on, position);
}

void update_milestone(db::Tx& tx, MilestoneId id, MilestoneChange const& change, std::int64_t position) {
  tx.run(update_milestone_row, change.title, change.weight.value_or(1).value, change.due_on, position, id);
}

void remove_milestone(db::Tx& tx, MilestoneId id) {
  tx.run(delete_turns, id);
  tx.run(delete_milestone, id);
}

void set_reached(db::Tx& tx, MilestoneId id, std::optional<std::int64_t> at) {
  tx.run(update_reached, at, id);
}

std::vector<Following> following(db::Tx& tx, KpiId kpi) {
  return tx.rows<Following>(select_following, kpi);
}

void stop_following(db::Tx& tx, KpiId kpi) {
  tx.run(update_following, kpi);
}

std::vector<Following> followers(db::Tx& tx, KpiId kpi, KeyResultId after, std::int64_t most) {
  return tx.rows<Following>(select_followers, kpi, after, most);
}

}  // namespace waymark::okr::store
