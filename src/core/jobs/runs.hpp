#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/db/db.hpp"

// How jobs went.
namespace waymark::jobs {

// Why a job did not work.
enum class JobFault {
  no_database,  // not reached, or not written
  not_known,    // nobody here does jobs of this kind: it is of a newer release
  defect        // what the log of the server tells under the reference
};
BOOST_DESCRIBE_ENUM(JobFault, no_database, not_known, defect)

using JobRunId = base::Id<struct JobRunTag>;

struct JobRun {
  JobRunId id;
  std::string job;
  std::int64_t at;  // when it began, ms UTC
  std::int64_t took_ms;
  std::optional<std::int64_t> sent;  // notices; null where it failed, or sends none
  std::optional<JobFault> fault;     // null: it worked
  std::string reference;             // of a fault, in the log of the server
};
BOOST_DESCRIBE_STRUCT(JobRun, (), (id, job, at, took_ms, sent, fault, reference))

// What comes back within the hour leaves its newest run only, and those that failed.
void record(db::Tx& tx, JobRun const& run, bool each);

// The newest first, of one job or of all; those before `before`.
std::vector<JobRun> runs(db::Tx& tx, std::string_view job, JobRunId before, std::int64_t most);
std::optional<JobRun> last_run(db::Tx& tx, std::string_view job);

void forget_runs(db::Tx& tx, base::Millis before);

}  // namespace waymark::jobs
