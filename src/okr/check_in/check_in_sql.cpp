#include "core/base/problem.hpp"
#include "okr/check_in/check_in_store.hpp"

namespace waymark::okr::store {
namespace {

struct CheckInRow {
  CheckInId id;
  KeyResultId key_result_id;
  std::optional<double> value;
  std::optional<std::int64_t> confidence;
  std::optional<double> progress;
  std::string what_happened, what_next, help_needed, evidence;
  Source source;
  std::string token;
  PersonId author_id;
  std::string author_name;
  std::int64_t at;
  std::optional<PersonId> reader_id;
  std::optional<std::string> reader_name;
  std::optional<std::int64_t> acknowledged_at;
  std::optional<std::int64_t> withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(CheckInRow, (),
                      (id, key_result_id, value, confidence, progress, what_happened, what_next, help_needed, evidence,
                       source, token, author_id, author_name, at, reader_id, reader_name, acknowledged_at,
                       withdrawn_at))

constexpr std::string_view columns = R"sql(
  SELECT i.id, i.key_result_id, i.value, i.confidence, i.progress, i.what_happened, i.what_next, i.help_needed, i.evidence, i.source, i.token,
         i.author_id, a.name, i.at, i.acknowledged_by, r.name, i.acknowledged_at, i.withdrawn_at
)sql";
constexpr std::string_view names = R"sql(
    JOIN people_person a ON a.id = i.author_id
    LEFT JOIN people_person r ON r.id = i.acknowledged_by
)sql";

std::string query(std::string_view from, std::string_view where) {
  return std::string{columns} + std::string{from} + std::string{names} + std::string{where};
}

std::string const one_text = query("FROM okr_check_in i", "WHERE i.id = :id");
db::Sql const select_one{"okr.check_in.select", one_text};

std::string const objective_text =
    query("FROM okr_key_result k JOIN okr_check_in i ON i.key_result_id = k.id",
          "WHERE k.objective_id = :objective AND i.withdrawn_at IS NULL ORDER BY i.at DESC, i.id DESC LIMIT :limit");
db::Sql const select_of_objective{"okr.check_in.of_objective", objective_text};

std::string const history_text = query("FROM okr_check_in i", R"sql(
   WHERE i.key_result_id = :key_result AND i.withdrawn_at IS NULL AND (i.at < :at OR (i.at = :at AND i.id < :id))
   ORDER BY i.at DESC, i.id DESC LIMIT :limit)sql");
db::Sql const select_history{"okr.check_in.history", history_text};

constexpr db::Sql insert_one{"okr.check_in.insert", R"sql(
  INSERT INTO okr_check_in (id, key_result_id, author_id, value, confidence, progress, what_happened, what_next, help_needed, evidence, source, token, at)
  VALUES (:id, :key_result, :author, :value, :confidence, :progress, :what_happened, :what_next, :help_needed, :evidence, :source, :token, :at))sql"};

constexpr db::Sql update_acknowledged{"okr.check_in.acknowledge", R"sql(
  UPDATE okr_check_in SET acknowledged_by = :by, acknowledged_at = :at WHERE id = :id AND acknowledged_by IS NULL)sql"};

constexpr db::Sql select_first_confidence{"okr.check_in.first_confidence", R"sql(
  SELECT confidence FROM okr_check_in WHERE key_result_id = :key_result AND confidence IS NOT NULL AND withdrawn_at IS NULL ORDER BY at, id LIMIT 1)sql"};

struct SpotRow {
  ObjectiveId objective_id;
  State state;
  Kind kind;
  Direction direction;
  std::optional<double> baseline;
  std::optional<base::Day> baseline_on;
  double target;
  std::optional<double> change_percent, low, high, commit, stretch;
  std::optional<KpiId> kpi_id;
  std::optional<double> current, progress;
  Ambition ambition;
};
BOOST_DESCRIBE_STRUCT(SpotRow, (),
                      (objective_id, state, kind, direction, baseline, baseline_on, target, change_percent, low, high,
                       commit, stretch, kpi_id, current, progress, ambition))

constexpr db::Sql select_spot{"okr.check_in.spot", R"sql(
  SELECT k.objective_id, o.state, k.kind, k.direction, k.baseline, k.baseline_on, k.target, k.change_percent, k.low, k.high,
         k.commit_level, k.stretch_level, k.kpi_id, k.current_value, k.progress, o.ambition
    FROM okr_key_result k JOIN okr_objective o ON o.id = k.objective_id
   WHERE k.id = :key_result AND k.dropped = 0)sql"};

struct BlockerRow {
  BlockerId id;
  KeyResultId key_result_id;
  ObjectiveId objective_id;
  std::string title, text;
  PersonId owner_id;
  std::string owner_name;
  PersonId raised_by;
  std::string raised_name;
  std::int64_t raised_at;
  std::optional<std::int64_t> resolved_at;
  std::string resolution;
};
BOOST_DESCRIBE_STRUCT(BlockerRow, (),
                      (id, key_result_id, objective_id, title, text, owner_id, owner_name, raised_by, raised_name,
                       raised_at, resolved_at, resolution))

constexpr std::string_view blocker_columns = R"sql(
  SELECT b.id, b.key_result_id, b.objective_id, o.title, b.text, b.owner_id, w.name, b.raised_by, r.name, b.raised_at, b.resolved_at, b.resolution
    FROM okr_blocker b
    JOIN okr_objective o ON o.id = b.objective_id
    JOIN people_person w ON w.id = b.owner_id
    JOIN people_person r ON r.id = b.raised_by
)sql";

std::string blockers_where(std::string_view condition) {
  return std::string{blocker_columns} + std::string{condition};
}

std::string const blockers_text = blockers_where("WHERE b.objective_id = :objective ORDER BY b.id DESC");
db::Sql const select_blockers{"okr.blocker.of_objective", blockers_text};
std::string const waiting_text =
    blockers_where("WHERE b.owner_id = :owner AND b.resolved_at IS NULL AND o.state = 'published' ORDER BY b.id");
db::Sql const select_waiting{"okr.blocker.waiting_for", waiting_text};
std::string const open_of_team_text = blockers_where(R"sql(
   WHERE o.team_id = :team AND o.cycle_id = :cycle AND o.state = 'published' AND b.resolved_at IS NULL
   ORDER BY b.raised_at, b.id
   LIMIT 50)sql");
db::Sql const select_open_of_team{"okr.blocker.open_of_team", open_of_team_text};
std::string const blocker_text = blockers_where("WHERE b.id = :id");
db::Sql const select_blocker{"okr.blocker.select", blocker_text};

constexpr db::Sql insert_blocker_row{"okr.blocker.insert", R"sql(
  INSERT INTO okr_blocker (id, key_result_id, objective_id, text, owner_id, raised_by, raised_at, resolution, check_in_id)
  VALUES (:id, :key_result, :objective, :text, :owner, :raised_by, :raised_at, '', :check_in))sql"};
constexpr db::Sql update_resolved{"okr.blocker.resolve", R"sql(
  UPDATE okr_blocker SET resolved_by = :by, resolved_at = :at, resolution = :resolution WHERE id = :id AND resolved_at IS NULL)sql"};
constexpr db::Sql update_owner{"okr.blocker.hand_over", "UPDATE okr_blocker SET owner_id = :owner WHERE id = :id"};

constexpr db::Sql select_helper{"okr.blocker.helper", R"sql(
  SELECT COALESCE(m.id, p.stand_in_id, p.id)
    FROM okr_objective o
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_person m ON m.id = p.manager_id AND m.left_at IS NULL
   WHERE o.id = :objective)sql"};

CheckIn shown(CheckInRow&& row) {
  std::optional<PersonName> reader;
  if (row.reader_id) reader = PersonName{*row.reader_id, row.reader_name.value_or("")};
  return {row.id,
          row.key_result_id,
          row.value,
          row.confidence,
          row.progress,
          std::move(row.what_happened),
          std::move(row.what_next),
          std::move(row.help_needed),
          std::move(row.evidence),
          row.source,
          std::move(row.token),
          {row.author_id, std::move(row.author_name)},
          row.at,
          std::move(reader),
          row.acknowledged_at,
          row.withdrawn_at};
}

Blocker shown(BlockerRow&& row, PersonId viewer, base::Millis now) {
  std::vector<std::string> may;
  if (!row.resolved_at && (row.owner_id == viewer || row.raised_by == viewer)) may = {"resolve", "hand_over"};
  auto const age = (row.resolved_at.value_or(now) - row.raised_at) / base::ms_per_day;
  return {row.id,
          row.key_result_id,
          row.objective_id,
          row.title,
          row.text,
          {row.owner_id, row.owner_name},
          {row.raised_by, row.raised_name},
          row.raised_at,
          age,
          row.resolved_at,
          row.resolution,
          std::move(may)};
}

template <class... Args>
std::vector<CheckIn> all_check_ins(db::Tx& tx, db::Sql const& sql, Args const&... args) {
  std::vector<CheckIn> all;
  tx.each<CheckInRow>(
      sql, [&](CheckInRow&& row) { all.push_back(shown(std::move(row))); }, args...);
  return all;
}

template <class... Args>
std::vector<Blocker> all_blockers(db::Tx& tx, PersonId viewer, db::Sql const& sql, Args const&... args) {
  std::vector<Blocker> all;
  tx.each<BlockerRow>(
      sql, [&](BlockerRow&& row) { all.push_back(shown(std::move(row), viewer, tx.now())); }, args...);
  return all;
}

}  // namespace

void insert(db::Tx& tx, FreshCheckIn const& fresh) {
  tx.run(insert_one, fresh.id, fresh.key_result_id, fresh.author_id, fresh.value, fresh.confidence, fresh.progress,
         fresh.what_happened, fresh.what_next, fresh.help_needed, fresh.evidence, fresh.source, fresh.token,
         fresh.at.value_or(tx.now()));
}

std::optional<CheckIn> check_in(db::Tx& tx, CheckInId id) {
  auto row = tx.row<CheckInRow>(select_one, id);
  if (!row) return std::nullopt;
  return shown(std::move(*row));
}

std::vector<CheckIn> check_ins_of(db::Tx& tx, ObjectiveId objective, std::int64_t limit) {
  return all_check_ins(tx, select_of_objective, objective, limit);
}

std::vector<CheckIn> history(db::Tx& tx, KeyResultId key_result, std::int64_t before_at, std::int64_t before_id,
                             std::int64_t limit) {
  return all_check_ins(tx, select_history, key_result, before_at, before_id, limit);
}

bool acknowledge(db::Tx& tx, CheckInId id, PersonId by) {
  return tx.run(update_acknowledged, by, tx.now(), id) > 0;
}

std::optional<std::int64_t> first_confidence(db::Tx& tx, KeyResultId key_result) {
  return tx.row<std::int64_t>(select_first_confidence, key_result);
}

std::optional<Spot> spot(db::Tx& tx, KeyResultId key_result) {
  auto const row = tx.row<SpotRow>(select_spot, key_result);
  if (!row) return std::nullopt;
  return Spot{row->objective_id,
              row->state,
              {row->kind, row->direction, row->baseline, row->target, row->low, row->high, row->commit, row->stretch,
               row->change_percent},
              row->baseline_on,
              row->kpi_id,
              row->current,
              row->progress,
              row->ambition};
}

void insert_blocker(db::Tx& tx, FreshBlocker const& fresh) {
  tx.run(insert_blocker_row, fresh.id, fresh.key_result_id, fresh.objective_id, fresh.text, fresh.owner_id,
         fresh.raised_by, tx.now(), fresh.check_in_id);
}

std::vector<Blocker> blockers_of(db::Tx& tx, PersonId viewer, ObjectiveId objective) {
  return all_blockers(tx, viewer, select_blockers, objective);
}

std::vector<Blocker> blockers_waiting_for(db::Tx& tx, PersonId owner) {
  return all_blockers(tx, owner, select_waiting, owner);
}

std::vector<Blocker> open_blockers_of_team(db::Tx& tx, PersonId viewer, TeamId team, CycleId cycle) {
  return all_blockers(tx, viewer, select_open_of_team, team, cycle);
}

std::optional<Blocker> blocker(db::Tx& tx, PersonId viewer, BlockerId id) {
  auto row = tx.row<BlockerRow>(select_blocker, id);
  if (!row) return std::nullopt;
  return shown(std::move(*row), viewer, tx.now());
}

void resolve(db::Tx& tx, BlockerId id, std::string const& resolution, PersonId by) {
  tx.run(update_resolved, by, tx.now(), resolution, id);
}

void hand_over(db::Tx& tx, BlockerId id, PersonId owner) {
  tx.run(update_owner, owner, id);
}

PersonId helper_of(db::Tx& tx, ObjectiveId objective) {
  return tx.row<PersonId>(select_helper, objective).value_or(PersonId{});
}

}  // namespace waymark::okr::store
