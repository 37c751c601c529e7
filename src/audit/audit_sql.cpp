#include <limits>

#include "audit/audit.hpp"
#include "audit/audit_store.hpp"

namespace waymark::audit {
namespace {

constexpr db::Sql insert_line{"audit.insert", R"sql(
  INSERT INTO audit_event (id, at, actor_id, action, subject, subject_id, detail)
  VALUES (:id, :at, :actor, :action, :subject, :subject_id, :detail))sql"};

constexpr db::Sql select_lines{"audit.select", R"sql(
  SELECT id, at, actor_id, CAST(NULL AS TEXT), action, subject, subject_id, detail
    FROM audit_event
   WHERE id < :before AND (:subject = '' OR subject = :subject)
   ORDER BY id DESC
   LIMIT :most)sql"};

constexpr db::Sql select_of_subject{"audit.select_of_subject", R"sql(
  SELECT id, at, actor_id, CAST(NULL AS TEXT), action, subject, subject_id, detail
    FROM audit_event
   WHERE subject_id = :subject_id AND id < :before AND (:subject = '' OR subject = :subject)
     AND (CAST(:actor AS BIGINT) IS NULL OR actor_id = :actor)
   ORDER BY id DESC
   LIMIT :most)sql"};

constexpr db::Sql select_of_actor{"audit.select_of_actor", R"sql(
  SELECT id, at, actor_id, CAST(NULL AS TEXT), action, subject, subject_id, detail
    FROM audit_event
   WHERE actor_id = :actor AND id < :before AND (:subject = '' OR subject = :subject)
   ORDER BY id DESC
   LIMIT :most)sql"};

}  // namespace

void record(db::Tx& tx, policy::PersonId actor, std::string_view action, std::string_view subject,
            std::int64_t subject_id, std::string_view detail) {
  auto const who = actor ? std::optional{actor} : std::nullopt;
  auto const what = subject_id != 0 ? std::optional{subject_id} : std::nullopt;
  tx.run(insert_line, tx.new_id<AuditId>(), tx.now(), who, action, subject, what, detail);
}

std::vector<AuditLine> lines(db::Tx& tx, AuditFilter const& filter, std::int64_t most) {
  auto const before = filter.after.value_or(AuditId{std::numeric_limits<std::int64_t>::max()});
  std::string const subject = filter.subject.value_or("");
  if (filter.subject_id)
    return tx.rows<AuditLine>(select_of_subject, *filter.subject_id, before, subject, filter.actor, most);
  if (filter.actor) return tx.rows<AuditLine>(select_of_actor, *filter.actor, before, subject, most);
  return tx.rows<AuditLine>(select_lines, before, subject, most);
}

}  // namespace waymark::audit
