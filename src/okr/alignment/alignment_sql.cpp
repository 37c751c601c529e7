#include "okr/alignment/alignment_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_all{"okr.link.all", "SELECT child_id, parent_id FROM okr_link"};
// CROSS JOIN: SQLite takes the chain first, instead of all links for each of its steps. A draft is counted where it is
// the one that is linked, and nowhere else.
constexpr db::Sql select_above{"okr.link.above", R"sql(
  WITH RECURSIVE above (id) AS (
    SELECT CAST(:objective AS BIGINT)
    UNION
    SELECT l.parent_id FROM above CROSS JOIN okr_link l WHERE l.child_id = above.id)
  SELECT l.child_id, l.parent_id,
         (SELECT CASE WHEN o.cycle_id = p.cycle_id AND (o.state <> 'draft' OR o.id = :objective) AND (p.state <> 'draft' OR p.id = :objective)
                     THEN 1 ELSE 0 END
            FROM okr_objective o, okr_objective p WHERE o.id = l.child_id AND p.id = l.parent_id)
    FROM above CROSS JOIN okr_link l WHERE l.child_id = above.id
   ORDER BY l.id)sql"};
constexpr db::Sql select_below{"okr.link.below", R"sql(
  WITH RECURSIVE below (id) AS (
    SELECT CAST(:objective AS BIGINT)
    UNION
    SELECT l.child_id FROM below CROSS JOIN okr_link l WHERE l.parent_id = below.id)
  SELECT l.child_id, l.parent_id,
         (SELECT CASE WHEN o.cycle_id = p.cycle_id AND (o.state <> 'draft' OR o.id = :objective) AND (p.state <> 'draft' OR p.id = :objective)
                     THEN 1 ELSE 0 END
            FROM okr_objective o, okr_objective p WHERE o.id = l.child_id AND p.id = l.parent_id)
    FROM below CROSS JOIN okr_link l WHERE l.parent_id = below.id
   ORDER BY l.id)sql"};
constexpr db::Sql select_one{"okr.link.select", R"sql(
  SELECT id, child_id, parent_id, parent_key_result_id, is_primary, state, proposed_by FROM okr_link WHERE id = :id)sql"};
constexpr db::Sql select_from{"okr.link.from", R"sql(
  SELECT id, child_id, parent_id, parent_key_result_id, is_primary, state, proposed_by FROM okr_link WHERE child_id = :child ORDER BY id)sql"};
constexpr db::Sql insert_one{"okr.link.insert", R"sql(
  INSERT INTO okr_link (id, child_id, parent_id, parent_key_result_id, is_primary, state, proposed_by, created_at)
  VALUES (:id, :child, :parent, :parent_key_result, :is_primary, :state, :proposed_by, :created_at))sql"};
constexpr db::Sql update_accepted{"okr.link.accept", "UPDATE okr_link SET state = 'accepted' WHERE id = :id"};
constexpr db::Sql update_primary{"okr.link.make_primary", R"sql(
  UPDATE okr_link SET is_primary = CASE WHEN id = :id THEN 1 ELSE 0 END WHERE child_id = :child)sql"};
constexpr db::Sql delete_one{"okr.link.delete", "DELETE FROM okr_link WHERE id = :id"};

constexpr db::Sql select_supports{"okr.link.supports", R"sql(
  SELECT l.id, o.id, o.title, o.state, COALESCE(t.name, p.name), k.id, k.title, l.is_primary, l.state, l.proposed_by
    FROM okr_link l
    JOIN okr_objective o ON o.id = l.parent_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN people_person p ON p.id = o.person_id
    LEFT JOIN okr_key_result k ON k.id = l.parent_key_result_id
   WHERE l.child_id = :child AND o.state <> 'draft'
   ORDER BY l.is_primary DESC, l.id)sql"};
constexpr db::Sql select_supporters{"okr.link.supporters", R"sql(
  SELECT l.id, o.id, o.title, o.state, COALESCE(t.name, p.name), k.id, k.title, l.is_primary, l.state, l.proposed_by
    FROM okr_link l
    JOIN okr_objective o ON o.id = l.child_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN people_person p ON p.id = o.person_id
    LEFT JOIN okr_key_result k ON k.id = l.parent_key_result_id
   WHERE l.parent_id = :parent AND o.state <> 'draft'
   ORDER BY l.id)sql"};

constexpr std::string_view dependency_columns = R"sql(
  SELECT d.id, d.objective_id, a.title, d.provider_id, b.title, d.need, d.due_on, d.state, d.answer, d.created_at
    FROM okr_dependency d
    JOIN okr_objective a ON a.id = d.objective_id
    JOIN okr_objective b ON b.id = d.provider_id
)sql";
std::string dependencies_where(std::string_view condition) {
  return std::string{dependency_columns} + std::string{condition};
}

std::string const dependency_text = dependencies_where("WHERE d.id = :id");
db::Sql const select_dependency{"okr.dependency.select", dependency_text};
std::string const dependencies_text = dependencies_where(
    "WHERE (d.objective_id = :objective AND b.state <> 'draft') OR (d.provider_id = :objective AND a.state <> 'draft') "
    "ORDER BY d.id");
db::Sql const select_dependencies{"okr.dependency.of_objective", dependencies_text};
std::string const questions_text = dependencies_where(R"sql(
   WHERE d.state = 'asked' AND b.accountable_id = :person AND b.state = 'published' AND a.state <> 'draft'
   ORDER BY d.id)sql");
db::Sql const select_questions{"okr.dependency.questions", questions_text};

constexpr db::Sql insert_dependency_row{"okr.dependency.insert", R"sql(
  INSERT INTO okr_dependency (id, objective_id, provider_id, need, due_on, state, asked_by, answer, created_at)
  VALUES (:id, :objective, :provider, :need, :due_on, 'asked', :asked_by, '', :created_at))sql"};
constexpr db::Sql update_dependency{"okr.dependency.answer", R"sql(
  UPDATE okr_dependency SET state = :state, answer = :answer, answered_by = :by, answered_at = :at WHERE id = :id AND state = :before)sql"};
constexpr db::Sql delete_dependency{"okr.dependency.delete", "DELETE FROM okr_dependency WHERE id = :id"};

constexpr db::Sql select_level{"okr.link.level_in_cycle", R"sql(
  WITH RECURSIVE chain (id, cycle_id, step) AS (
    SELECT id, cycle_id, 1 FROM okr_objective WHERE id = :id
    UNION ALL
    SELECT q.id, q.cycle_id, chain.step + 1
      FROM chain
      JOIN okr_link l ON l.child_id = chain.id AND l.is_primary = 1 AND l.state = 'accepted'
      JOIN okr_objective q ON q.id = l.parent_id AND q.cycle_id = chain.cycle_id AND q.state IN ('published', 'closed')
     WHERE chain.step < 50)
  SELECT MAX(step) FROM chain)sql"};
struct PairRow {
  std::int64_t from;
  std::int64_t to;
};
BOOST_DESCRIBE_STRUCT(PairRow, (), (from, to))

struct NearRow : PairRow {
  bool in_one_cycle;
};
BOOST_DESCRIBE_STRUCT(NearRow, (PairRow), (in_one_cycle))

}  // namespace

std::vector<Link> all_links(db::Tx& tx) {
  std::vector<Link> links;
  tx.each<PairRow>(select_all, [&](PairRow&& pair) { links.push_back({pair.from, pair.to}); });
  return links;
}

LinksAround links_around(db::Tx& tx, ObjectiveId child, ObjectiveId parent) {
  LinksAround around;
  auto const keep = [&](NearRow&& row) {
    around.all.push_back({row.from, row.to});
    if (row.in_one_cycle) around.in_one_cycle.push_back({row.from, row.to});
  };
  tx.each<NearRow>(select_above, keep, parent);
  tx.each<NearRow>(select_below, keep, child);
  return around;
}

std::optional<LinkRow> link(db::Tx& tx, LinkId id) {
  return tx.row<LinkRow>(select_one, id);
}
std::vector<LinkRow> links_from(db::Tx& tx, ObjectiveId child) {
  return tx.rows<LinkRow>(select_from, child);
}

void insert(db::Tx& tx, LinkRow const& row) {
  tx.run(insert_one, row.id, row.child_id, row.parent_id, row.parent_key_result_id, row.primary, row.state,
         row.proposed_by, tx.now());
}

void accept_link(db::Tx& tx, LinkId id) {
  tx.run(update_accepted, id);
}
void make_primary(db::Tx& tx, ObjectiveId child, LinkId id) {
  tx.run(update_primary, id, child);
}
void remove_link(db::Tx& tx, LinkId id) {
  tx.run(delete_one, id);
}
std::vector<LinkLine> supports(db::Tx& tx, ObjectiveId child) {
  return tx.rows<LinkLine>(select_supports, child);
}
std::vector<LinkLine> supporters(db::Tx& tx, ObjectiveId parent) {
  return tx.rows<LinkLine>(select_supporters, parent);
}

void insert_dependency(db::Tx& tx, DependencyId id, ObjectiveId objective, NewDependency const& wanted, PersonId by) {
  tx.run(insert_dependency_row, id, objective, wanted.provider_id, wanted.need, wanted.due_on, by, tx.now());
}

std::optional<DependencyRow> dependency(db::Tx& tx, DependencyId id) {
  return tx.row<DependencyRow>(select_dependency, id);
}
std::vector<DependencyRow> dependencies(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<DependencyRow>(select_dependencies, objective);
}
std::vector<DependencyRow> questions(db::Tx& tx, PersonId person) {
  return tx.rows<DependencyRow>(select_questions, person);
}

bool answer_dependency(db::Tx& tx, DependencyId id, DependencyState before, DependencyState state,
                       std::string const& answer, PersonId by) {
  return tx.run(update_dependency, state, answer, by, tx.now(), id, before) > 0;
}

void remove_dependency(db::Tx& tx, DependencyId id) {
  tx.run(delete_dependency, id);
}

std::int64_t level_in_cycle(db::Tx& tx, ObjectiveId id) {
  return tx.row<std::int64_t>(select_level, id).value_or(1);
}
}  // namespace waymark::okr::store
