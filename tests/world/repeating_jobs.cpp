#include "world/repeating_jobs.hpp"

namespace waymark::testing {
namespace {

// Their ids are below 0.
constexpr db::Sql move_all{"test.move_repeating_jobs", "UPDATE core_job SET due_at = :due WHERE id < 0"};

// A job under way is due until its end.
constexpr db::Sql count_due{"test.count_due_jobs", "SELECT COUNT(*) FROM core_job WHERE due_at <= :now"};

}  // namespace

void put_off_repeating_jobs(db::Db& database) {
  database.write([](db::Tx& tx) { tx.run(move_all, tx.now() + far_away); });
}

void bring_forward_repeating_jobs(db::Db& database) {
  database.write([](db::Tx& tx) { tx.run(move_all, tx.now()); });
}

bool is_anything_due(db::Db& database) {
  return database.read([](db::Tx& tx) { return tx.row<std::int64_t>(count_due, tx.now()).value_or(0) > 0; });
}

}  // namespace waymark::testing
