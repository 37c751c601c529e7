#include <algorithm>
#include <limits>

#include "audit/audit.hpp"
#include "audit/audit_store.hpp"

namespace waymark::audit {
namespace {

constexpr db::Sql select_lines{"audit.select", R"sql(
  SELECT e.id, e.at, e.actor_id, e.in_place_of_id, e.action, e.subject, e.subject_id, e.with_id, e.codes, w.words,
         CASE WHEN e.words_hash <> '' AND w.words IS NULL THEN 1 ELSE 0 END
    FROM audit_event e
    LEFT JOIN audit_words w ON w.event_id = e.id
   WHERE e.id < :before AND (:subject = '' OR e.subject = :subject)
   ORDER BY e.id DESC
   LIMIT :most)sql"};

constexpr db::Sql select_of_subject{"audit.select_of_subject", R"sql(
  SELECT e.id, e.at, e.actor_id, e.in_place_of_id, e.action, e.subject, e.subject_id, e.with_id, e.codes, w.words,
         CASE WHEN e.words_hash <> '' AND w.words IS NULL THEN 1 ELSE 0 END
    FROM audit_event e
    LEFT JOIN audit_words w ON w.event_id = e.id
   WHERE e.subject_id = :subject_id AND e.id < :before AND (:subject = '' OR e.subject = :subject)
     AND (CAST(:actor AS BIGINT) IS NULL OR e.actor_id = :actor)
   ORDER BY e.id DESC
   LIMIT :most)sql"};

constexpr db::Sql select_of_actor{"audit.select_of_actor", R"sql(
  SELECT e.id, e.at, e.actor_id, e.in_place_of_id, e.action, e.subject, e.subject_id, e.with_id, e.codes, w.words,
         CASE WHEN e.words_hash <> '' AND w.words IS NULL THEN 1 ELSE 0 END
    FROM audit_event e
    LEFT JOIN audit_words w ON w.event_id = e.id
   WHERE e.actor_id = :actor AND e.id < :before AND (:subject = '' OR e.subject = :subject)
   ORDER BY e.id DESC
   LIMIT :most)sql"};

}  // namespace

std::vector<Row> lines(db::Tx& tx, AuditFilter const& filter, std::int64_t most) {
  auto const before = filter.after.value_or(AuditId{std::numeric_limits<std::int64_t>::max()});
  std::string const subject = filter.subject.value_or("");
  if (filter.subject_id)
    return tx.rows<Row>(select_of_subject, *filter.subject_id, before, subject, filter.actor, most);
  if (filter.actor) return tx.rows<Row>(select_of_actor, *filter.actor, before, subject, most);
  return tx.rows<Row>(select_lines, before, subject, most);
}

}  // namespace waymark::audit
