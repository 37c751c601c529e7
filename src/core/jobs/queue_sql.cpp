#include "core/base/text.hpp"
#include "core/jobs/queue.hpp"

namespace waymark::jobs {
namespace {

constexpr db::Sql insert_job{"core.job.insert", R"sql(
  INSERT INTO core_job (id, kind, body, due_at, attempts, held_until, last_error)
  VALUES (:id, :kind, :body, :due_at, 0, 0, '')
  ON CONFLICT (id) DO NOTHING)sql"};

constexpr db::Sql select_due{"core.job.select_due", R"sql(
  SELECT id
    FROM core_job
   WHERE due_at <= :now AND held_until <= :now
   LIMIT 1)sql"};

constexpr db::Sql select_next{"core.job.next",
                              "SELECT due_at FROM core_job WHERE kind = :kind ORDER BY due_at LIMIT 1"};

// Two nodes may find the same job: the second waits for the first, then sees that it is held, and takes none.
constexpr db::Sql claim_due{"core.job.claim", R"sql(
  UPDATE core_job
     SET held_until = :held_until, attempts = attempts + 1
   WHERE id = (SELECT id
                 FROM core_job
                WHERE due_at <= :now AND held_until <= :now
                ORDER BY due_at, id
                LIMIT 1)
     AND held_until <= :now
  RETURNING id, kind, body, attempts, held_until)sql"};

constexpr db::Sql delete_job{"core.job.delete", "DELETE FROM core_job WHERE id = :id"};

constexpr db::Sql update_done{"core.job.put_off", R"sql(
  UPDATE core_job SET due_at = :due_at, attempts = 0, held_until = 0, last_error = '' WHERE id = :id)sql"};

constexpr db::Sql update_failed{"core.job.put_off_failed", R"sql(
  UPDATE core_job SET due_at = :due_at, held_until = 0, last_error = :last_error WHERE id = :id)sql"};

// The id of a repeating job follows from its kind, so that there is one however many nodes begin at once. Below 0,
// where no other id is.
std::int64_t id_of_kind(std::string_view kind) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;  // FNV-1a
  for (char const c : kind) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return static_cast<std::int64_t>(hash | (1ULL << 63));
}

}  // namespace

void add(db::Tx& tx, std::string_view kind, std::string_view body, base::Millis due_at) {
  tx.run(insert_job, base::new_id(tx.now()), kind, body, due_at);
}

void add_repeating(db::Tx& tx, std::string_view kind) {
  tx.run(insert_job, id_of_kind(kind), kind, "", tx.now());
}

bool anything_due(db::Tx& tx) {
  return tx.row<std::int64_t>(select_due, tx.now()).has_value();
}

std::optional<base::Millis> next_due(db::Tx& tx, std::string_view kind) {
  return tx.row<base::Millis>(select_next, kind);
}

std::optional<Claimed> claim(db::Tx& tx, base::Millis held_until) {
  return tx.row<Claimed>(claim_due, held_until, tx.now());
}

void remove(db::Tx& tx, std::int64_t id) {
  tx.run(delete_job, id);
}

void put_off(db::Tx& tx, std::int64_t id, base::Millis due_at) {
  tx.run(update_done, due_at, id);
}

void put_off_failed(db::Tx& tx, std::int64_t id, base::Millis due_at, std::string_view error) {
  tx.run(update_failed, due_at, base::shortened(error, 1000), id);
}

}  // namespace waymark::jobs
