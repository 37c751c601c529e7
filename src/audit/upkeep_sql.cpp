#include "audit/audit.hpp"
#include "audit/audit_store.hpp"

// The only statements that change or take away what stands in the log, each of which leaves a line or the chain's own
// beginning behind.
namespace waymark::audit {
namespace {

constexpr db::Sql select_begun{"audit.upkeep.begun", "SELECT begun FROM audit_head WHERE one = 1"};
constexpr db::Sql bind_line{"audit.upkeep.bind",
                            "UPDATE audit_event SET words_hash = :words_hash, hash = :hash WHERE id = :id"};
constexpr db::Sql salt_words{"audit.upkeep.salt", "UPDATE audit_words SET salt = :salt WHERE event_id = :event"};
constexpr db::Sql mark_begun{"audit.upkeep.mark_begun", "UPDATE audit_head SET hash = :hash, begun = 1 WHERE one = 1"};

constexpr db::Sql hold_chain{"audit.upkeep.hold", "UPDATE audit_head SET begun = begun WHERE one = 1"};
constexpr db::Sql select_first_to_stay{"audit.upkeep.first_to_stay", R"sql(
  SELECT id FROM audit_event WHERE id >= :first AND at >= :before ORDER BY id LIMIT 1)sql"};
constexpr db::Sql select_hash{"audit.upkeep.hash", "SELECT hash FROM audit_event WHERE id = :id"};
constexpr db::Sql delete_words_before{"audit.upkeep.prune_words", "DELETE FROM audit_words WHERE event_id < :first"};
constexpr db::Sql delete_before{"audit.upkeep.prune", "DELETE FROM audit_event WHERE id < :first"};
constexpr db::Sql move_beginning{"audit.upkeep.move_beginning",
                                 "UPDATE audit_head SET first_id = :first, hash_before = :hash WHERE one = 1"};

constexpr db::Sql select_with_words{"audit.upkeep.with_words", R"sql(
  SELECT e.id
    FROM audit_event e
    JOIN audit_words w ON w.event_id = e.id
   WHERE e.actor_id = :person
  UNION
  SELECT e.id
    FROM audit_event e
    JOIN audit_words w ON w.event_id = e.id
   WHERE e.subject_id = :person
   ORDER BY 1)sql"};
constexpr db::Sql delete_words{"audit.upkeep.erase", "DELETE FROM audit_words WHERE event_id = :event"};

constexpr std::int64_t bound_at_once = 5'000;

std::string joined(db::Tx& tx, Link& link, std::string const& before) {
  if (link.words && link.words->empty()) link.words.reset();
  if (link.words) {
    link.salt = new_salt();
    link.words_hash = hash_of_words(*link.salt, *link.words);
    tx.run(salt_words, *link.salt, link.id);
  } else {
    tx.run(delete_words, link.id);
  }
  link.hash = hash_of(link, before);
  tx.run(bind_line, link.words_hash, link.hash, link.id);
  return link.hash;
}

// Thrown to leave the transaction without keeping anything.
struct BoundBefore {};

std::int64_t bind_all(db::Tx& tx) {
  tx.run(hold_chain);
  if (head(tx).begun != 0) return 0;
  std::int64_t bound = 0;
  std::string hash;
  for (std::int64_t after = 0;;) {
    auto links = links_after(tx, after, bound_at_once);
    for (auto& link : links) {
      if (!link.hash.empty()) throw BoundBefore{};
      hash = joined(tx, link, hash);
      ++bound;
    }
    if (std::ssize(links) < bound_at_once) break;
    after = links.back().id;
  }
  tx.run(mark_begun, hash);
  return bound;
}

}  // namespace

// All or nothing, and never twice: a line that has a hash keeps it, whatever the head says.
std::int64_t begin_chain(db::Db& db) try {
  if (db.read([](db::Tx& tx) { return tx.row<std::int64_t>(select_begun).value_or(1); }) != 0) return 0;
  return db.write([](db::Tx& tx) { return bind_all(tx); });
} catch (BoundBefore const&) {
  return 0;
}

std::int64_t prune(db::Tx& tx, policy::PersonId by, base::Millis before) {
  tx.run(hold_chain);
  auto const start = head(tx);
  auto const stays = tx.row<std::int64_t>(select_first_to_stay, start.first_id, before).value_or(start.last_id + 1);
  if (stays <= start.first_id) return 0;
  auto const hash = tx.row<std::string>(select_hash, stays - 1).value_or("");
  tx.run(delete_words_before, stays);
  auto const gone = tx.run(delete_before, stays);
  tx.run(move_beginning, stays, hash);
  record(tx, by, pruned_action, "audit", stays - 1, {}, {.codes = "hash=" + hash});
  return gone;
}

std::int64_t erase_words(db::Tx& tx, policy::PersonId by, policy::PersonId person) {
  auto const those = tx.rows<std::int64_t>(select_with_words, person);
  for (auto const line : those) {
    tx.run(delete_words, line);
    record(tx, by, erased_action, "audit", line);
  }
  return std::ssize(those);
}

}  // namespace waymark::audit
