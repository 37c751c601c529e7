#include "core/base/problem.hpp"
#include "identity/guessing.hpp"

namespace waymark::identity {
namespace {

struct Count {
  std::int64_t failures;
  base::Millis locked_until;
};
BOOST_DESCRIBE_STRUCT(Count, (), (failures, locked_until))

// A new day starts a new count.
constexpr db::Sql count_one{"identity.guess.count", R"sql(
  INSERT INTO identity_guess (account, failures, locked_until, last_at) VALUES (:account, 1, 0, :now)
  ON CONFLICT (account) DO UPDATE
     SET failures = CASE WHEN identity_guess.last_at < :today THEN 1 ELSE identity_guess.failures + 1 END, last_at = :now)sql"};

constexpr db::Sql select_count{"identity.guess.select",
                               "SELECT failures, locked_until FROM identity_guess WHERE account = :account"};
constexpr db::Sql update_lock{"identity.guess.lock",
                              "UPDATE identity_guess SET locked_until = :until WHERE account = :account"};
constexpr db::Sql delete_one{"identity.guess.delete", "DELETE FROM identity_guess WHERE account = :account"};
constexpr db::Sql delete_old{"identity.guess.delete_old", "DELETE FROM identity_guess WHERE last_at < :before"};

constexpr std::int64_t daily_limit = 5;

Count counted(db::Tx& tx, std::string const& account) {
  tx.run(count_one, account, tx.now(), tx.today().start_ms());
  return tx.row<Count>(select_count, account).value_or(Count{});
}

void close(db::Tx& tx, std::string const& account, std::int64_t failures) {
  tx.run(update_lock, closed_until(failures, tx.now()), account);
}

}  // namespace

void take_turn(db::Tx& tx, std::string const& account) {
  auto const count = counted(tx, account);
  if (count.locked_until > tx.now()) {
    base::Problem wait{base::Code::too_many, "too_many_tries",
                       "Too many tries. Please wait a moment before the next one."};
    wait.retry_after_seconds = static_cast<int>((count.locked_until - tx.now() + 999) / 1000);
    throw wait;
  }
  if (count.failures >= free_tries) close(tx, account, count.failures);
}

void close_after_failure(db::Tx& tx, std::string const& account) {
  close(tx, account, tx.row<Count>(select_count, account).value_or(Count{}).failures);
}

void forget_failures(db::Tx& tx, std::string const& account) {
  tx.run(delete_one, account);
}

void forget_old_failures(db::Tx& tx) {
  tx.run(delete_old, (tx.today() - 1).start_ms());
}

bool within_daily_limit(db::Tx& tx, std::string const& account) {
  return counted(tx, account).failures <= daily_limit;
}

}  // namespace waymark::identity
