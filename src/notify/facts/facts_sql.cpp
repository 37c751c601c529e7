#include "notify/facts/facts.hpp"
#include "notify/facts/waiting_sql.hpp"
#include "okr/objective/checks_in_sql.hpp"

namespace waymark::notify::facts {
namespace {

constexpr db::Sql select_comment{"notify.facts.comment", R"sql(
  SELECT o.title, o.accountable_id, c.text, c.thanked_id
    FROM okr_comment c JOIN okr_objective o ON o.id = c.objective_id
   WHERE c.id = :id)sql"};
constexpr db::Sql select_mentioned{"notify.facts.mentioned",
                                   "SELECT person_id FROM okr_mention WHERE comment_id = :comment"};

constexpr db::Sql select_blocker{"notify.facts.blocker", R"sql(
  SELECT b.id, k.title, b.text, b.owner_id, b.raised_by, b.resolution
    FROM okr_blocker b JOIN okr_key_result k ON k.id = b.key_result_id
   WHERE b.id = :id)sql"};

constexpr db::Sql select_dependency{"notify.facts.dependency", R"sql(
  SELECT o.id, o.title, o.accountable_id, p.id, p.title, p.accountable_id, d.need, d.state, d.answer, d.asked_by
    FROM okr_dependency d
    JOIN okr_objective o ON o.id = d.objective_id
    JOIN okr_objective p ON p.id = d.provider_id
   WHERE d.id = :id)sql"};

std::string const who{okr::store::who_checks_in};

std::string const check_in_text =
    "SELECT i.author_id, k.id, k.title, i.what_happened, i.confidence, " + who + R"sql(, a.id, a.manager_id
    FROM okr_check_in i
    JOIN okr_key_result k ON k.id = i.key_result_id
    JOIN okr_objective o ON o.id = k.objective_id
    JOIN people_person a ON a.id = o.accountable_id
    LEFT JOIN people_person w ON w.id = k.owner_id
   WHERE i.id = :id)sql";
db::Sql const select_check_in{"notify.facts.check_in", check_in_text};

constexpr db::Sql select_link{"notify.facts.link", R"sql(
  SELECT o.id, o.title, o.accountable_id, p.id, p.title, p.accountable_id, p.state, l.proposed_by
    FROM okr_link l
    JOIN okr_objective o ON o.id = l.child_id
    JOIN okr_objective p ON p.id = l.parent_id
   WHERE l.id = :id)sql"};

constexpr db::Sql select_children{"notify.facts.children", R"sql(
  SELECT DISTINCT o.id, o.accountable_id
    FROM okr_link l JOIN okr_objective o ON o.id = l.child_id
   WHERE l.parent_id = :parent AND l.state = 'accepted' AND o.state IN ('draft', 'published')
   ORDER BY o.id)sql"};
constexpr db::Sql select_parents{"notify.facts.parents", R"sql(
  SELECT DISTINCT parent_id FROM okr_link WHERE child_id = :child ORDER BY parent_id)sql"};

constexpr db::Sql select_why_retitled{"notify.facts.why_retitled", R"sql(
  SELECT reason FROM okr_change WHERE objective_id = :objective AND field = 'title' ORDER BY id DESC LIMIT 1)sql"};

constexpr db::Sql select_objective{"notify.facts.objective", R"sql(
  SELECT c.id, c.name, c.phase, c.ends_on, o.title, o.level, o.state, o.published_at, o.accountable_id,
         COALESCE((SELECT g.reason FROM okr_change g
                    WHERE g.objective_id = o.id AND g.field = 'state' ORDER BY g.id DESC LIMIT 1), '')
    FROM okr_objective o JOIN okr_cycle c ON c.id = o.cycle_id
   WHERE o.id = :id)sql"};

constexpr db::Sql select_why_accountable{"notify.facts.why_accountable", R"sql(
  SELECT reason FROM okr_change WHERE objective_id = :objective AND field = 'accountable' ORDER BY id DESC LIMIT 1)sql"};
constexpr db::Sql select_why_owner{"notify.facts.why_owner", R"sql(
  SELECT g.reason
    FROM okr_key_result k JOIN okr_change g ON g.objective_id = k.objective_id
   WHERE k.id = :key_result AND g.key_result_id = k.id AND g.field = 'owner'
   ORDER BY g.id DESC
   LIMIT 1)sql"};

constexpr db::Sql select_key_result{"notify.facts.key_result", R"sql(
  SELECT k.title, COALESCE(k.owner_id, o.accountable_id)
    FROM okr_key_result k JOIN okr_objective o ON o.id = k.objective_id
   WHERE k.id = :id)sql"};

constexpr db::Sql select_kpi{"notify.facts.kpi", "SELECT name, owner_id FROM kpi_kpi WHERE id = :id"};

constexpr db::Sql select_people{"notify.facts.people", R"sql(
  SELECT id FROM people_person WHERE id > :after AND left_at IS NULL ORDER BY id LIMIT :most)sql"};

std::string const owners_text = "SELECT DISTINCT " + who + R"sql(
    FROM okr_objective o
    JOIN okr_key_result k ON k.objective_id = o.id
    JOIN people_person a ON a.id = o.accountable_id
    LEFT JOIN people_person w ON w.id = k.owner_id
   WHERE o.id = :objective)sql";
db::Sql const select_owners{"notify.facts.owners", owners_text};

std::string waiting_where(std::string const& condition) {
  return "SELECT " + std::string{waiting_columns} + std::string{waiting_tables} +
         std::string{okr::store::who_checks_in} + " WHERE c.phase = 'active'" + condition;
}

std::string const waiting_text = waiting_where(" ORDER BY h.id, k.id");
db::Sql const select_waiting{"notify.facts.waiting", waiting_text};

// The oldest first, then by title. By two indexes: of their own, and of the objectives that they answer for or that who
// answered for has left to them.
std::string const waiting_for_text =
    waiting_where(" AND h.id = :person AND k.owner_id = :person UNION ALL ") + waiting_where(R"sql(
     AND h.id = :person AND (k.owner_id IS NULL OR k.owner_id <> :person)
     AND o.accountable_id IN (SELECT s.id FROM people_person s WHERE s.id = :person OR s.stand_in_id = :person)
   ORDER BY 10, 4)sql");
db::Sql const select_waiting_for{"notify.facts.waiting_for", waiting_for_text};

}  // namespace

std::optional<Comment> comment(db::Tx& tx, okr::CommentId id) {
  return tx.row<Comment>(select_comment, id);
}

std::vector<PersonId> mentioned(db::Tx& tx, okr::CommentId comment) {
  return tx.rows<PersonId>(select_mentioned, comment);
}

std::optional<Blocker> blocker(db::Tx& tx, okr::BlockerId id) {
  return tx.row<Blocker>(select_blocker, id);
}

std::optional<Dependency> dependency(db::Tx& tx, okr::DependencyId id) {
  return tx.row<Dependency>(select_dependency, id);
}

std::optional<CheckIn> check_in(db::Tx& tx, okr::CheckInId id) {
  return tx.row<CheckIn>(select_check_in, id);
}

std::optional<Link> link(db::Tx& tx, okr::LinkId id) {
  return tx.row<Link>(select_link, id);
}

std::vector<Child> children(db::Tx& tx, ObjectiveId parent) {
  return tx.rows<Child>(select_children, parent);
}

std::vector<ObjectiveId> parents(db::Tx& tx, ObjectiveId child) {
  return tx.rows<ObjectiveId>(select_parents, child);
}

std::string why_retitled(db::Tx& tx, ObjectiveId id) {
  return tx.row<std::string>(select_why_retitled, id).value_or("");
}

std::optional<Objective> objective(db::Tx& tx, ObjectiveId id) {
  return tx.row<Objective>(select_objective, id);
}

std::string why_handed_over(db::Tx& tx, ObjectiveId id) {
  return tx.row<std::string>(select_why_accountable, id).value_or("");
}

std::string why_handed_over(db::Tx& tx, KeyResultId id) {
  return tx.row<std::string>(select_why_owner, id).value_or("");
}

std::optional<KeyResult> key_result(db::Tx& tx, KeyResultId id) {
  return tx.row<KeyResult>(select_key_result, id);
}

std::optional<Kpi> kpi(db::Tx& tx, kpi::KpiId id) {
  return tx.row<Kpi>(select_kpi, id);
}

std::vector<PersonId> people_after(db::Tx& tx, PersonId after, std::int64_t most) {
  return tx.rows<PersonId>(select_people, after, most);
}

std::vector<PersonId> owners(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<PersonId>(select_owners, objective);
}

std::vector<Waiting> waiting(db::Tx& tx) {
  return tx.rows<Waiting>(select_waiting);
}

std::vector<Waiting> waiting_for(db::Tx& tx, PersonId person) {
  return tx.rows<Waiting>(select_waiting_for, person);
}

}  // namespace waymark::notify::facts
