#include <algorithm>
#include <tuple>

#include "core/base/problem.hpp"
#include "core/db/many.hpp"
#include "okr/cycle/seen_sql.hpp"
#include "okr/objective/many_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr std::string_view card = R"sql(
  SELECT o.id, o.cycle_id, o.level, o.team_id, o.person_id, o.accountable_id, p.name,
         CASE WHEN p.left_at IS NULL THEN 0 ELSE 1 END, o.title, o.why, o.ambition, o.state, o.position,
         o.progress, l.parent_id, x.grade, CASE WHEN x.learning <> '' THEN 1 ELSE 0 END, o.created_at, o.published_at, o.reopened_at, c.starts_on, c.ends_on, COALESCE(t.cadence, c.cadence), o.version
    FROM okr_objective o
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN okr_link l ON l.child_id = o.id AND l.is_primary = 1 AND l.state = 'accepted'
                        AND NOT EXISTS (SELECT 1 FROM okr_objective q WHERE q.id = l.parent_id AND q.state IN ('cancelled', 'draft'))
    LEFT JOIN okr_closure x ON x.objective_id = o.id
)sql";

std::string with(std::string_view condition) {
  return std::string{card} + std::string{condition};
}

std::string seen(std::string_view condition, std::string_view order) {
  return std::string{card} + " WHERE " + std::string{condition} + " AND " + std::string{seen_by_viewer} +
         std::string{order};
}

std::string const team_text = seen("o.team_id = :team AND o.cycle_id = :cycle", "");
db::Sql const select_team{"okr.objective.of_team", team_text};

std::string const company_text =
    seen("o.cycle_id = :cycle AND o.level = 'company' AND o.state <> 'cancelled'", " ORDER BY o.position, o.id");
db::Sql const select_company{"okr.objective.of_company", company_text};

std::string const drafts_text = with(" WHERE o.accountable_id = :person AND o.state = 'draft' ORDER BY o.id");
db::Sql const select_drafts{"okr.objective.drafts", drafts_text};

std::string const person_text = with(R"sql(
   WHERE o.id IN (SELECT id FROM okr_objective WHERE accountable_id = :person
                  UNION SELECT objective_id FROM okr_contributor WHERE person_id = :person
                  UNION SELECT objective_id FROM okr_key_result WHERE owner_id = :person AND dropped = 0)
     AND o.cycle_id = :cycle AND o.state IN ('published', 'closed')
   ORDER BY o.id)sql");
db::Sql const select_of_person{"okr.objective.of_person", person_text};

std::string const one_text = with(" WHERE o.id = :id");
db::Sql const select_one{"okr.objective.select", one_text};

std::string const many_text = std::string{db::asked} + with(" WHERE o.id IN (SELECT id FROM asked) ORDER BY o.id");
db::Sql const select_many{"okr.objective.select_many", many_text};

// One page of candidates. `narrowed` says again what the first field of the filter says, so that its index is used.
std::string page_where(std::string_view narrowed) {
  return seen(std::string{R"sql(
         o.id > :after
     AND (CAST(:cycle AS BIGINT) IS NULL OR o.cycle_id = :cycle)
     AND (CAST(:team AS BIGINT) IS NULL OR o.team_id = :team)
     AND (CAST(:person AS BIGINT) IS NULL OR o.accountable_id = :person)
     AND (CAST(:level AS TEXT) IS NULL OR o.level = :level)
     AND (CAST(:state AS TEXT) IS NULL OR o.state = :state)
     AND (CAST(:text AS TEXT) IS NULL OR LOWER(o.title) LIKE :text ESCAPE '!'))sql"} +
                  std::string{narrowed},
              " ORDER BY o.id LIMIT :limit");
}

std::string const page_text = page_where("");
db::Sql const select_page{"okr.objective.page", page_text};
std::string const page_of_team_text = page_where(" AND o.team_id = :team");
db::Sql const select_page_of_team{"okr.objective.page_of_team", page_of_team_text};
std::string const page_of_person_text = page_where(" AND o.accountable_id = :person");
db::Sql const select_page_of_person{"okr.objective.page_of_person", page_of_person_text};
std::string const page_of_cycle_text = page_where(" AND o.cycle_id = :cycle");
db::Sql const select_page_of_cycle{"okr.objective.page_of_cycle", page_of_cycle_text};

constexpr db::Sql select_extras{"okr.objective.extras", R"sql(
  SELECT o.limit_reason, o.carried_from, o.published_at, c.name, t.name, t.kind, p.name, o.changed_by, w.name, o.changed_at
    FROM okr_objective o
    JOIN okr_cycle c ON c.id = o.cycle_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN people_person p ON p.id = o.person_id
    LEFT JOIN people_person w ON w.id = o.changed_by
   WHERE o.id = :id)sql"};

constexpr db::Sql select_days{"okr.objective.cycle_days", R"sql(
  SELECT c.starts_on, c.ends_on FROM okr_objective o JOIN okr_cycle c ON c.id = o.cycle_id WHERE o.id = :id)sql"};

constexpr db::Sql insert_one{"okr.objective.insert", R"sql(
  INSERT INTO okr_objective (id, cycle_id, level, team_id, person_id, accountable_id, title, why, ambition, state, position, limit_reason,
                             carried_from, import_key, created_by, created_at, version)
  VALUES (:id, :cycle_id, :level, :team_id, :person_id, :accountable_id, :title, :why, :ambition, 'draft', :position, :limit_reason,
          :carried_from, :import_key, :created_by, :created_at, 1))sql"};

constexpr db::Sql update_one{"okr.objective.update", R"sql(
  UPDATE okr_objective
     SET cycle_id = :cycle_id, level = :level, team_id = :team_id, person_id = :person_id, title = :title, why = :why,
         accountable_id = :accountable_id, ambition = :ambition, position = :position, limit_reason = :limit_reason, version = version + 1
   WHERE id = :id)sql"};

constexpr db::Sql update_state{"okr.objective.set_state", R"sql(
  UPDATE okr_objective
     SET state = :state, version = version + 1,
         published_at = CASE WHEN :state = 'published' AND published_at IS NULL THEN CAST(:now AS BIGINT) ELSE published_at END,
         reopened_at = CASE WHEN :state = 'published' AND state IN ('closed', 'cancelled') THEN CAST(:now AS BIGINT) ELSE reopened_at END
   WHERE id = :id)sql"};

constexpr db::Sql update_changed{"okr.objective.touch",
                                 "UPDATE okr_objective SET changed_by = :by, changed_at = :at WHERE id = :id"};
constexpr db::Sql hold_one{"okr.objective.hold", "SELECT id FROM okr_objective WHERE id = :id FOR NO KEY UPDATE"};
constexpr db::Sql hold_by_key_result{"okr.objective.hold_by_key_result", R"sql(
  SELECT o.id
    FROM okr_key_result k JOIN okr_objective o ON o.id = k.objective_id
   WHERE k.id = :key_result
     FOR NO KEY UPDATE OF o)sql"};
constexpr db::Sql update_progress{"okr.objective.set_progress",
                                  "UPDATE okr_objective SET progress = :progress WHERE id = :id"};

constexpr db::Sql count_of_team{"okr.objective.count_of_team", R"sql(
  SELECT COUNT(*) FROM okr_objective WHERE team_id = :team AND cycle_id = :cycle AND state <> 'cancelled')sql"};
constexpr db::Sql count_of_person{"okr.objective.count_of_person", R"sql(
  SELECT COUNT(*) FROM okr_objective WHERE person_id = :person AND cycle_id = :cycle AND state <> 'cancelled')sql"};

// CROSS JOIN: SQLite keeps this order, and takes the few of the chain first instead of all objectives.
constexpr db::Sql select_ancestors{"okr.objective.ancestors", R"sql(
  WITH RECURSIVE chain (id, step) AS (
    SELECT parent_id, 1 FROM okr_link WHERE child_id = :id AND is_primary = 1 AND state = 'accepted'
    UNION ALL
    SELECT l.parent_id, chain.step + 1
      FROM chain JOIN okr_objective q ON q.id = chain.id AND q.state <> 'draft'
      JOIN okr_link l ON l.child_id = chain.id AND l.is_primary = 1 AND l.state = 'accepted'
     WHERE chain.step < 20)
  SELECT o.id, o.title, o.state
    FROM chain CROSS JOIN okr_objective o
   WHERE o.id = chain.id AND o.state <> 'draft'
   ORDER BY chain.step)sql"};

// Looked up one by one: PostgreSQL guesses that a chain is long, and would read all objectives to join them with it.
std::string const many_ancestors_text = std::string{db::asked} + R"sql(,
  chain (start_id, id, step) AS (
    SELECT l.child_id, l.parent_id, 1
      FROM asked CROSS JOIN okr_link l
     WHERE l.child_id = asked.id AND l.is_primary = 1 AND l.state = 'accepted'
    UNION ALL
    SELECT chain.start_id, l.parent_id, chain.step + 1
      FROM chain CROSS JOIN okr_link l
     WHERE l.child_id = chain.id AND l.is_primary = 1 AND l.state = 'accepted' AND chain.step < 20
       AND (SELECT q.state FROM okr_objective q WHERE q.id = chain.id) <> 'draft')
  SELECT chain.id,
         (SELECT o.title FROM okr_objective o WHERE o.id = chain.id),
         (SELECT o.state FROM okr_objective o WHERE o.id = chain.id), chain.start_id
    FROM chain
   WHERE (SELECT o.state FROM okr_objective o WHERE o.id = chain.id) <> 'draft'
   ORDER BY chain.start_id, chain.step)sql";
db::Sql const select_many_ancestors{"okr.objective.ancestors_of_many", many_ancestors_text};

constexpr db::Sql select_contributors{"okr.contributor.select", R"sql(
  SELECT p.id, p.name FROM okr_contributor h JOIN people_person p ON p.id = h.person_id WHERE h.objective_id = :id ORDER BY p.name, p.id)sql"};
constexpr db::Sql insert_contributor{"okr.contributor.insert", R"sql(
  INSERT INTO okr_contributor (objective_id, person_id) VALUES (:objective, :person) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_contributor{"okr.contributor.delete", R"sql(
  DELETE FROM okr_contributor WHERE objective_id = :objective AND person_id = :person)sql"};

constexpr db::Sql select_carried_to{"okr.objective.carried_to", R"sql(
  SELECT o.id, o.state, c.id, c.name
    FROM okr_objective o JOIN okr_cycle c ON c.id = o.cycle_id
   WHERE o.carried_from = :id AND o.state <> 'cancelled'
   ORDER BY o.id
   LIMIT 1)sql"};

struct CarriedRow {
  ObjectiveId id;
  State state;
  CycleId cycle_id;
  std::string cycle;
};
BOOST_DESCRIBE_STRUCT(CarriedRow, (), (id, state, cycle_id, cycle))

constexpr db::Sql select_imported{"okr.objective.imported",
                                  "SELECT id FROM okr_objective WHERE import_key = :import_key"};

constexpr db::Sql select_begun{"okr.person.begun", R"sql(
  SELECT 1
    FROM people_person p
   WHERE p.id = :person
     AND (EXISTS (SELECT 1 FROM okr_objective o WHERE o.accountable_id = p.id)
          OR EXISTS (SELECT 1 FROM okr_key_result k WHERE k.owner_id = p.id)
          OR EXISTS (SELECT 1 FROM okr_contributor h WHERE h.person_id = p.id)))sql"};
constexpr db::Sql select_active{"okr.person.active", "SELECT 1 FROM people_person WHERE id = :id AND left_at IS NULL"};
constexpr db::Sql select_person{"okr.person.name", "SELECT id, name FROM people_person WHERE id = :id"};
constexpr db::Sql select_language{"okr.person.language", "SELECT language FROM people_person WHERE id = :id"};
constexpr db::Sql select_kind{"okr.team.kind", "SELECT kind FROM people_team WHERE id = :id"};

constexpr db::Sql insert_change_row{"okr.change.insert", R"sql(
  INSERT INTO okr_change (id, objective_id, key_result_id, field, before, after, reason, changed_by, at)
  VALUES (:id, :objective, :key_result, :field, :before, :after, :reason, :changed_by, :at))sql"};

struct ChangeRow {
  ChangeId id;
  std::optional<KeyResultId> key_result_id;
  std::string field, before, after, reason;
  PersonId changed_by;
  std::string name;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (id, key_result_id, field, before, after, reason, changed_by, name, at))

constexpr db::Sql select_changes{"okr.change.select", R"sql(
  SELECT h.id, h.key_result_id, h.field, h.before, h.after, h.reason, h.changed_by, p.name, h.at
    FROM okr_change h JOIN people_person p ON p.id = h.changed_by
   WHERE h.objective_id = :objective
   ORDER BY h.id DESC
   LIMIT 200)sql"};

constexpr db::Sql deletions[] = {
    {"okr.draft.delete_milestones",
     "DELETE FROM okr_milestone WHERE key_result_id IN (SELECT id FROM okr_key_result WHERE objective_id = :id)"},
    {"okr.draft.delete_initiatives", "DELETE FROM okr_initiative WHERE objective_id = :id"},
    {"okr.draft.delete_links", "DELETE FROM okr_link WHERE child_id = :id OR parent_id = :id"},
    {"okr.draft.delete_dependencies", "DELETE FROM okr_dependency WHERE objective_id = :id OR provider_id = :id"},
    {"okr.draft.delete_role_fit", "DELETE FROM okr_role_fit WHERE objective_id = :id"},
    {"okr.draft.delete_pair_acts", "DELETE FROM okr_pair_act WHERE low_id = :id OR high_id = :id"},
    {"okr.draft.delete_votes", "DELETE FROM okr_vote WHERE objective_id = :id"},
    {"okr.draft.delete_readers", "DELETE FROM okr_reader WHERE objective_id = :id"},
    {"okr.draft.delete_reader_teams", "DELETE FROM okr_reader_team WHERE objective_id = :id"},
    {"okr.draft.delete_contributors", "DELETE FROM okr_contributor WHERE objective_id = :id"},
    {"okr.draft.delete_mentions",
     "DELETE FROM okr_mention WHERE comment_id IN (SELECT id FROM okr_comment WHERE objective_id = :id)"},
    {"okr.draft.delete_comments", "DELETE FROM okr_comment WHERE objective_id = :id"},
    {"okr.draft.delete_changes", "DELETE FROM okr_change WHERE objective_id = :id"},
    {"okr.draft.delete_key_results", "DELETE FROM okr_key_result WHERE objective_id = :id"},
    {"okr.draft.delete", "DELETE FROM okr_objective WHERE id = :id"},
};

// A part of a title as a LIKE pattern.
std::optional<std::string> pattern_of(std::optional<json::Text<1, 100>> const& text) {
  if (!text) return std::nullopt;
  std::string pattern = "%";
  for (char const c : *text) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return pattern + '%';
}

}  // namespace

std::vector<ObjectiveRow> of_team(db::Tx& tx, PersonId viewer, TeamId team, CycleId cycle) {
  // Sorted here: a sort in the database would copy all columns of each row once more.
  auto rows = tx.rows<ObjectiveRow>(select_team, team, cycle, viewer);
  std::sort(rows.begin(), rows.end(),
            [](auto const& a, auto const& b) { return std::tie(a.position, a.id) < std::tie(b.position, b.id); });
  return rows;
}

std::vector<ObjectiveRow> drafts_of(db::Tx& tx, PersonId person) {
  return tx.rows<ObjectiveRow>(select_drafts, person);
}

std::vector<ObjectiveRow> of_person(db::Tx& tx, PersonId person, CycleId cycle) {
  return tx.rows<ObjectiveRow>(select_of_person, person, cycle);
}

std::vector<ObjectiveRow> of_company(db::Tx& tx, PersonId viewer, CycleId cycle) {
  return tx.rows<ObjectiveRow>(select_company, cycle, viewer);
}

std::optional<ObjectiveRow> objective(db::Tx& tx, ObjectiveId id) {
  return tx.row<ObjectiveRow>(select_one, id);
}

std::vector<ObjectiveRow> objectives(db::Tx& tx, std::span<ObjectiveId const> ids) {
  if (ids.empty()) return {};
  return tx.rows<ObjectiveRow>(select_many, db::many(ids));
}

ObjectiveExtras extras(db::Tx& tx, ObjectiveId id) {
  return tx.row<ObjectiveExtras>(select_extras, id).value_or(ObjectiveExtras{});
}

std::vector<ObjectiveRow> page(db::Tx& tx, PersonId viewer, ObjectiveFilter const& filter, std::int64_t after,
                               std::int64_t limit) {
  auto const& narrowest = filter.team     ? select_page_of_team
                          : filter.person ? select_page_of_person
                          : filter.cycle  ? select_page_of_cycle
                                          : select_page;
  return tx.rows<ObjectiveRow>(narrowest, after, filter.cycle, filter.team, filter.person, filter.level, filter.state,
                               pattern_of(filter.text), viewer, limit);
}

CycleDays cycle_days_of(db::Tx& tx, ObjectiveId id) {
  return *tx.row<CycleDays>(select_days, id);
}

void insert(db::Tx& tx, FreshObjective const& fresh) try {
  tx.run(insert_one, fresh.id, fresh.cycle_id, fresh.level, fresh.team_id, fresh.person_id, fresh.accountable_id,
         fresh.title, fresh.why, fresh.ambition, fresh.position, fresh.limit_reason, fresh.carried_from,
         fresh.import_key, fresh.created_by, tx.now());
} catch (db::Violation const& violation) {
  if (violation.kind == db::Violation::Kind::reference)
    throw base::invalid("accountable_id", "There is no such person.");
  throw;
}

void update(db::Tx& tx, ObjectiveRow const& row, std::string const& limit_reason) {
  tx.run(update_one, row.cycle_id, row.level, row.team_id, row.person_id, row.title, row.why, row.accountable_id,
         row.ambition, row.position, limit_reason, row.id);
}

void set_state(db::Tx& tx, ObjectiveId id, State state) {
  tx.run(update_state, state, tx.now(), id);
}

void touch(db::Tx& tx, ObjectiveId id, PersonId by) {
  tx.run(update_changed, by, tx.now(), id);
}

void hold(db::Tx& tx, ObjectiveId id) {
  if (tx.dialect() == db::Dialect::postgresql) tx.row<ObjectiveId>(hold_one, id);
}

void hold_objective_of(db::Tx& tx, KeyResultId key_result) {
  if (tx.dialect() == db::Dialect::postgresql) tx.row<ObjectiveId>(hold_by_key_result, key_result);
}

void set_progress(db::Tx& tx, ObjectiveId id, std::optional<double> progress) {
  tx.run(update_progress, progress, id);
}

void remove(db::Tx& tx, ObjectiveId id) {
  for (auto const& deletion : deletions) tx.run(deletion, id);
}

std::int64_t count_open(db::Tx& tx, CycleId cycle, std::optional<TeamId> team, std::optional<PersonId> person) {
  auto const count =
      team ? tx.row<std::int64_t>(count_of_team, *team, cycle) : tx.row<std::int64_t>(count_of_person, person, cycle);
  return count.value_or(0);
}

std::vector<Ancestor> ancestors(db::Tx& tx, ObjectiveId id) {
  return tx.rows<Ancestor>(select_ancestors, id);
}

std::vector<AncestorOf> ancestors(db::Tx& tx, std::span<ObjectiveId const> ids) {
  if (ids.empty()) return {};
  return tx.rows<AncestorOf>(select_many_ancestors, db::many(ids));
}

std::vector<PersonName> contributors(db::Tx& tx, ObjectiveId id) {
  return tx.rows<PersonName>(select_contributors, id);
}

void add_contributor(db::Tx& tx, ObjectiveId id, PersonId person) {
  tx.run(insert_contributor, id, person);
}

bool remove_contributor(db::Tx& tx, ObjectiveId id, PersonId person) {
  return tx.run(delete_contributor, id, person) > 0;
}

std::optional<CarriedTo> carried_to(db::Tx& tx, ObjectiveId id) {
  auto row = tx.row<CarriedRow>(select_carried_to, id);
  if (!row) return std::nullopt;
  return CarriedTo{row->id, row->state, {row->cycle_id, std::move(row->cycle)}};
}

std::optional<ObjectiveId> imported(db::Tx& tx, std::string const& key) {
  return tx.row<ObjectiveId>(select_imported, key);
}

bool is_active(db::Tx& tx, PersonId person) {
  return tx.row<int>(select_active, person).has_value();
}

bool has_begun(db::Tx& tx, PersonId person) {
  return tx.row<int>(select_begun, person).has_value();
}

PersonName person(db::Tx& tx, PersonId id) {
  return tx.row<PersonName>(select_person, id).value_or(PersonName{});
}

Language language_of(db::Tx& tx, PersonId id) {
  return tx.row<Language>(select_language, id).value_or(Language::en);
}

std::optional<people::TeamKind> kind_of(db::Tx& tx, TeamId id) {
  return tx.row<people::TeamKind>(select_kind, id);
}

void insert_change(db::Tx& tx, ObjectiveId objective, std::optional<KeyResultId> key_result, std::string_view field,
                   std::string_view before, std::string_view after, std::string_view reason, PersonId by) {
  tx.run(insert_change_row, tx.new_id<ChangeId>(), objective, key_result, field, before, after, reason, by, tx.now());
}

std::vector<ChangeLine> changes(db::Tx& tx, ObjectiveId id) {
  std::vector<ChangeLine> lines;
  tx.each<ChangeRow>(
      select_changes,
      [&](ChangeRow&& row) {
        lines.push_back({row.id,
                         row.key_result_id,
                         row.field,
                         row.before,
                         row.after,
                         row.reason,
                         {row.changed_by, row.name},
                         row.at});
      },
      id);
  return lines;
}

}  // namespace waymark::okr::store
