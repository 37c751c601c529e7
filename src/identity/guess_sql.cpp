#include "core/base/day.hpp"
#include "identity/guessing.hpp"

namespace waymark::identity {
namespace {

constexpr db::Sql spend{"identity.bucket.spend", R"sql(
  INSERT INTO identity_bucket (account, spent_until, told_at, seen_at)
  VALUES (:account, CAST(:now AS BIGINT) + CAST(:step AS BIGINT), 0, CAST(:now AS BIGINT))
  ON CONFLICT (account) DO UPDATE
     SET spent_until = CASE WHEN identity_bucket.spent_until < CAST(:now AS BIGINT) THEN CAST(:now AS BIGINT) ELSE identity_bucket.spent_until END
                       + CAST(:step AS BIGINT),
         seen_at = CAST(:now AS BIGINT))sql"};
constexpr db::Sql select_spent{"identity.bucket.select",
                               "SELECT spent_until FROM identity_bucket WHERE account = :account"};
constexpr db::Sql select_ahead{"identity.bucket.ahead",
                               "SELECT 1 FROM identity_bucket WHERE account = :account AND seen_at > :now"};
constexpr db::Sql set_back{"identity.bucket.set_back", R"sql(
  UPDATE identity_bucket SET spent_until = spent_until - (seen_at - CAST(:now AS BIGINT)), seen_at = CAST(:now AS BIGINT)
   WHERE account = :account AND seen_at > CAST(:now AS BIGINT))sql"};
constexpr db::Sql give_one_back{"identity.bucket.give_back", R"sql(
  UPDATE identity_bucket SET spent_until = spent_until - CAST(:step AS BIGINT) WHERE account = :account)sql"};
constexpr db::Sql tell{"identity.bucket.tell", R"sql(
  UPDATE identity_bucket SET told_at = :now WHERE account = :account AND told_at < :today)sql"};
constexpr db::Sql delete_old{"identity.bucket.delete_old", "DELETE FROM identity_bucket WHERE spent_until < :before"};

constexpr db::Sql select_device{"identity.device.select", R"sql(
  SELECT 1 FROM identity_device WHERE secret = :secret AND person_id = :person AND seen_at > :since)sql"};
constexpr db::Sql put_device{"identity.device.put", R"sql(
  INSERT INTO identity_device (secret, person_id, seen_at) VALUES (:secret, :person, :now)
  ON CONFLICT (secret) DO UPDATE SET person_id = :person, seen_at = :now)sql"};
constexpr db::Sql delete_oldest_devices{"identity.device.delete_oldest", R"sql(
  DELETE FROM identity_device
   WHERE person_id = :person
     AND secret NOT IN (SELECT secret FROM identity_device WHERE person_id = :person ORDER BY seen_at DESC, secret LIMIT :most))sql"};
constexpr db::Sql delete_devices_of{"identity.device.delete", "DELETE FROM identity_device WHERE person_id = :person"};
constexpr db::Sql delete_old_devices{"identity.device.delete_old",
                                     "DELETE FROM identity_device WHERE seen_at < :before"};

constexpr int most_devices = 30;  // of one person
constexpr base::Millis device_life = 180 * base::ms_per_day;

}  // namespace

std::int64_t left_of(db::Tx& tx, std::string const& account) {
  return tries_left(tx.row<base::Millis>(select_spent, account).value_or(0), tx.now());
}

std::int64_t draw(db::Tx& tx, std::string const& account) {
  tx.run(spend, account, tx.now(), bucket_step);
  return left_of(tx, account);
}

void give_back(db::Tx& tx, std::string const& account) {
  tx.run(give_one_back, bucket_step, account);
}

bool is_ahead(db::Tx& tx, std::string const& account) {
  return tx.row<int>(select_ahead, account, tx.now()).has_value();
}

void follow_clock(db::Tx& tx, std::string const& account) {
  tx.run(set_back, tx.now(), account);
}

bool first_told_today(db::Tx& tx, std::string const& account) {
  return tx.run(tell, tx.now(), account, tx.today().start_ms()) > 0;
}

void forget_spent_buckets(db::Tx& tx) {
  tx.run(delete_old, tx.now() - base::ms_per_day);
  tx.run(delete_old_devices, tx.now() - device_life);
}

bool is_known_device(db::Tx& tx, std::string const& secret, PersonId person) {
  return tx.row<int>(select_device, secret, person, tx.now() - device_life).has_value();
}

void keep_device(db::Tx& tx, std::string const& secret, PersonId person) {
  tx.run(put_device, secret, person, tx.now());
  tx.run(delete_oldest_devices, person, most_devices);
}

void delete_devices(db::Tx& tx, PersonId person) {
  tx.run(delete_devices_of, person);
}

}  // namespace waymark::identity
