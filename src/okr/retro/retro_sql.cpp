#include "core/base/text.hpp"
#include "core/db/many.hpp"
#include "okr/retro/retro_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr std::string_view card_columns = R"sql(
  SELECT r.id, r.team_id, r.cycle_id, r.part, r.text, r.objective_id, o.title, r.author_id, p.name, r.created_at, r.version
    FROM okr_retro_card r
    JOIN people_person p ON p.id = r.author_id
    LEFT JOIN okr_objective o ON o.id = r.objective_id)sql";

std::string const cards_text =
    std::string{card_columns} + " WHERE r.team_id = :team AND r.cycle_id = :cycle ORDER BY r.id LIMIT 500";
db::Sql const select_cards{"okr.retro_card.of_retro", cards_text};
std::string const card_text = std::string{card_columns} + " WHERE r.id = :id";
db::Sql const select_card{"okr.retro_card.select", card_text};

constexpr db::Sql insert_one{"okr.retro_card.insert", R"sql(
  INSERT INTO okr_retro_card (id, team_id, cycle_id, part, text, text_key, objective_id, author_id, created_at, version)
  VALUES (:id, :team, :cycle, :part, :text, :text_key, :objective, :author, :created_at, 1))sql"};
constexpr db::Sql update_one{"okr.retro_card.update", R"sql(
  UPDATE okr_retro_card
     SET part = :part, text = :text, text_key = :text_key, version = version + 1
   WHERE id = :id AND version = :seen)sql"};
constexpr db::Sql delete_one{"okr.retro_card.delete", "DELETE FROM okr_retro_card WHERE id = :id"};

constexpr db::Sql upsert_retro{"okr.retro.hold", R"sql(
  INSERT INTO okr_retro (team_id, cycle_id, updated_by, updated_at)
  VALUES (:team, :cycle, :by, :at)
  ON CONFLICT (team_id, cycle_id) DO UPDATE SET updated_by = excluded.updated_by, updated_at = excluded.updated_at)sql"};
constexpr db::Sql select_held{"okr.retro.held", R"sql(
  SELECT r.updated_by, p.name, r.updated_at
    FROM okr_retro r JOIN people_person p ON p.id = r.updated_by
   WHERE r.team_id = :team AND r.cycle_id = :cycle)sql"};

constexpr db::Sql select_shifts{"okr.change.of_team", R"sql(
  SELECT o.id, o.title, k.title, NULLIF(k.restated, ''), h.field, h.before, h.after, h.reason, h.changed_by, p.name, h.at
    FROM okr_objective o
    JOIN okr_change h ON h.objective_id = o.id
    JOIN people_person p ON p.id = h.changed_by
    LEFT JOIN okr_key_result k ON k.id = h.key_result_id
   WHERE o.team_id = :team AND o.cycle_id = :cycle AND o.state <> 'draft'
     AND NOT (h.field = 'state' AND h.after = 'cancelled'
              AND EXISTS (SELECT 1 FROM okr_midcycle d WHERE d.objective_id = o.id AND d.decision = 'drop'))
   ORDER BY h.id
   LIMIT 200)sql"};

struct ShiftRow {
  ObjectiveId id;
  std::string title;
  std::optional<std::string> key_result;
  std::optional<std::string> restated;
  std::string field, before, after, reason;
  PersonId by;
  std::string name;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(ShiftRow, (), (id, title, key_result, restated, field, before, after, reason, by, name, at))

std::string learnings_where(std::string_view narrowed) {
  return R"sql(
  SELECT r.id, r.text, t.id, t.name, t.kind, c.id, c.name, o.id, o.title, x.grade, p.id, p.name, r.created_at
    FROM okr_retro_card r
    JOIN okr_cycle c ON c.id = r.cycle_id
    JOIN people_person p ON p.id = r.author_id
    LEFT JOIN people_team t ON t.id = r.team_id
    LEFT JOIN okr_objective o ON o.id = r.objective_id
    LEFT JOIN okr_closure x ON x.objective_id = r.objective_id
   WHERE r.part = 'learn' AND r.id < :before
     AND (CAST(:cycle AS BIGINT) IS NULL OR r.cycle_id = :cycle)
     AND (CAST(:text AS TEXT) IS NULL OR r.text_key LIKE :text ESCAPE '!'))sql" +
         std::string{narrowed} + " ORDER BY r.id DESC LIMIT :most";
}
std::string const learnings_text = learnings_where("");
db::Sql const select_learnings{"okr.learning.page", learnings_text};
std::string const learnings_of_team_text = learnings_where(" AND r.team_id = :team");
db::Sql const select_learnings_of_team{"okr.learning.page_of_team", learnings_of_team_text};

struct LearningRow {
  RetroCardId id;
  std::string text;
  std::optional<TeamId> team_id;
  std::optional<std::string> team;
  std::optional<people::TeamKind> kind;
  CycleId cycle_id;
  std::string cycle;
  std::optional<ObjectiveId> objective_id;
  std::optional<std::string> objective;
  std::optional<double> grade;
  PersonId author_id;
  std::string author;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(LearningRow, (),
                      (id, text, team_id, team, kind, cycle_id, cycle, objective_id, objective, grade, author_id,
                       author, at))

Learning learning_of(LearningRow&& row) {
  Learning learning{row.id,    std::move(row.text),         {},    {row.cycle_id, row.cycle}, {},
                    row.grade, {row.author_id, row.author}, row.at};
  if (row.team_id)
    learning.team = TeamName{*row.team_id, row.team.value_or(""), row.kind.value_or(people::TeamKind::team)};
  if (row.objective_id) learning.objective = ObjectiveName{*row.objective_id, row.objective.value_or("")};
  return learning;
}

// A part of a text, whatever its case, as a LIKE pattern.
std::optional<std::string> pattern_of(std::optional<json::Text<1, 100>> const& text) {
  if (!text) return std::nullopt;
  std::string pattern = "%";
  for (char const c : base::folded(*text)) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + '%';
}

std::string const moves_text = std::string{db::asked} + R"sql(
  SELECT k.id, k.title, i.confidence, k.confidence, k.objective_id
    FROM okr_key_result k
    JOIN okr_check_in i ON i.id = (SELECT f.id FROM okr_check_in f
                                    WHERE f.key_result_id = k.id AND f.confidence IS NOT NULL AND f.withdrawn_at IS NULL
                                    ORDER BY f.at, f.id LIMIT 1)
   WHERE k.objective_id IN (SELECT id FROM asked) AND k.dropped = 0 AND k.confidence IS NOT NULL
   ORDER BY k.objective_id, k.position, k.id)sql";
db::Sql const select_moves{"okr.retro.confidence_moves", moves_text};

}  // namespace

std::vector<CardRow> cards(db::Tx& tx, TeamId team, CycleId cycle) {
  return tx.rows<CardRow>(select_cards, team, cycle);
}

std::optional<CardRow> card(db::Tx& tx, RetroCardId id) {
  return tx.row<CardRow>(select_card, id);
}

void insert_card(db::Tx& tx, CardRow const& row) {
  tx.run(insert_one, row.id, row.team_id, row.cycle_id, row.part, row.text, base::folded(row.text), row.objective_id,
         row.author_id, tx.now());
}

bool update_card(db::Tx& tx, CardRow const& row, std::int64_t seen) {
  return tx.run(update_one, row.part, row.text, base::folded(row.text), row.id, seen) > 0;
}

void delete_card(db::Tx& tx, RetroCardId id) {
  tx.run(delete_one, id);
}

void hold_retro(db::Tx& tx, TeamId team, CycleId cycle, PersonId by) {
  tx.run(upsert_retro, team, cycle, by, tx.now());
}

std::optional<HeldRow> held(db::Tx& tx, TeamId team, CycleId cycle) {
  return tx.row<HeldRow>(select_held, team, cycle);
}

std::vector<MoveOf> confidence_moves(db::Tx& tx, std::span<ObjectiveId const> objectives) {
  if (objectives.empty()) return {};
  return tx.rows<MoveOf>(select_moves, db::many(objectives));
}

std::vector<Shift> shifts(db::Tx& tx, TeamId team, CycleId cycle) {
  std::vector<Shift> all;
  for (auto& row : tx.rows<ShiftRow>(select_shifts, team, cycle))
    all.push_back({{row.id, row.title},
                   row.key_result,
                   row.restated,
                   row.field,
                   row.before,
                   row.after,
                   row.reason,
                   {row.by, row.name},
                   row.at});
  return all;
}

std::vector<Learning> learnings(db::Tx& tx, LearningFilter const& filter, RetroCardId before, std::int64_t most) {
  auto const pattern = pattern_of(filter.text);
  auto rows = filter.team
                  ? tx.rows<LearningRow>(select_learnings_of_team, before, filter.cycle, pattern, filter.team, most)
                  : tx.rows<LearningRow>(select_learnings, before, filter.cycle, pattern, most);
  std::vector<Learning> all;
  for (auto& row : rows) all.push_back(learning_of(std::move(row)));
  return all;
}

}  // namespace waymark::okr::store
