#include <limits>

#include "core/jobs/runs.hpp"

namespace waymark::jobs {
namespace {

constexpr db::Sql insert_run{"core.job_run.insert", R"sql(
  INSERT INTO core_job_run (id, kind, at, took_ms, sent, fault, reference)
  VALUES (:id, :kind, :at, :took_ms, :sent, :fault, :reference))sql"};

constexpr db::Sql delete_good{"core.job_run.delete_good",
                              "DELETE FROM core_job_run WHERE kind = :kind AND fault IS NULL"};

constexpr db::Sql select_all{"core.job_run.select", R"sql(
  SELECT id, kind, at, took_ms, sent, fault, reference
    FROM core_job_run
   WHERE id < :before
   ORDER BY id DESC
   LIMIT :most)sql"};

constexpr db::Sql select_of_kind{"core.job_run.select_of_kind", R"sql(
  SELECT id, kind, at, took_ms, sent, fault, reference
    FROM core_job_run
   WHERE kind = :kind AND id < :before
   ORDER BY id DESC
   LIMIT :most)sql"};

constexpr db::Sql delete_old{"core.job_run.forget", "DELETE FROM core_job_run WHERE at < :before"};

}  // namespace

void record(db::Tx& tx, JobRun const& run, bool each) {
  if (!each && !run.fault) tx.run(delete_good, run.job);
  tx.run(insert_run, tx.new_id<JobRunId>(), run.job, run.at, run.took_ms, run.sent, run.fault, run.reference);
}

std::vector<JobRun> runs(db::Tx& tx, std::string_view job, JobRunId before, std::int64_t most) {
  if (job.empty()) return tx.rows<JobRun>(select_all, before, most);
  return tx.rows<JobRun>(select_of_kind, job, before, most);
}

std::optional<JobRun> last_run(db::Tx& tx, std::string_view job) {
  return tx.row<JobRun>(select_of_kind, job, JobRunId{std::numeric_limits<std::int64_t>::max()}, std::int64_t{1});
}

void forget_runs(db::Tx& tx, base::Millis before) {
  tx.run(delete_old, before);
}

}  // namespace waymark::jobs
