#include "audit/audit.hpp"
#include "audit/audit_store.hpp"
#include "core/base/problem.hpp"

namespace waymark::audit {
namespace {

constexpr db::Sql take_turn{"audit.chain.turn",
                            "UPDATE audit_head SET last_id = last_id + 1 WHERE one = 1 RETURNING last_id, hash, begun"};
constexpr db::Sql keep_hash{"audit.chain.keep_hash", "UPDATE audit_head SET hash = :hash WHERE one = 1"};
constexpr db::Sql insert_line{"audit.chain.insert", R"sql(
  INSERT INTO audit_event (id, at, actor_id, in_place_of_id, action, subject, subject_id, with_id, codes, words_hash, hash)
  VALUES (:id, :at, :actor, :in_place_of, :action, :subject, :subject_id, :with, :codes, :words_hash, :hash))sql"};
constexpr db::Sql insert_words{"audit.chain.insert_words",
                               "INSERT INTO audit_words (event_id, salt, words) VALUES (:event, :salt, :words)"};

constexpr db::Sql select_head{"audit.chain.head",
                              "SELECT last_id, hash, begun, first_id, hash_before FROM audit_head WHERE one = 1"};
constexpr db::Sql select_links{"audit.chain.select", R"sql(
  SELECT e.id, e.at, e.actor_id, e.in_place_of_id, e.action, e.subject, e.subject_id, e.with_id, e.codes, e.words_hash,
         e.hash, w.salt, w.words
    FROM audit_event e
    LEFT JOIN audit_words w ON w.event_id = e.id
   WHERE e.id > :after
   ORDER BY e.id
   LIMIT :most)sql"};
constexpr db::Sql select_link_at{"audit.chain.at", "SELECT id, at, hash FROM audit_event WHERE id = :id"};

struct Turn {
  std::int64_t id;
  std::string before;
  std::int64_t begun;
};
BOOST_DESCRIBE_STRUCT(Turn, (), (id, before, begun))

struct At {
  std::int64_t id;
  std::int64_t at;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(At, (), (id, at, hash))

constexpr std::int64_t at_once = 5'000;
constexpr std::int64_t before_all = -9'000'000'000'000'000'000;

void bind_to(Link& link, std::string const& before) {
  if (link.words) {
    link.salt = new_salt();
    link.words_hash = hash_of_words(*link.salt, *link.words);
  }
  link.hash = hash_of(link, before);
}

}  // namespace

// The row of the head is held until the transaction ends, so that lines have the order in which they are committed.
// While lines of an earlier release wait for their hashes, this one waits with them.
void append(db::Tx& tx, Link link) {
  auto const turn = tx.row<Turn>(take_turn);
  if (!turn) throw base::conflict("damaged", "The log has lost its end; run 'waymark check'.");
  link.id = turn->id;
  if (link.words) link.salt = "";
  if (turn->begun != 0) bind_to(link, turn->before);
  tx.run(insert_line, link.id, link.at, link.actor_id, link.in_place_of_id, link.action, link.subject, link.subject_id,
         link.with_id, link.codes, link.words_hash, link.hash);
  if (link.words) tx.run(insert_words, link.id, *link.salt, *link.words);
  if (turn->begun != 0) tx.run(keep_hash, link.hash);
}

Head head(db::Tx& tx) {
  auto found = tx.row<Head>(select_head);
  if (!found) throw base::conflict("damaged", "The log has lost its end; run 'waymark check'.");
  return std::move(*found);
}

std::vector<Link> links_after(db::Tx& tx, std::int64_t id, std::int64_t most) {
  return tx.rows<Link>(select_links, id, most);
}

std::optional<Checkpoint> checkpoint(db::Tx& tx) {
  auto const last = tx.row<At>(select_link_at, head(tx).last_id);
  if (!last) return std::nullopt;
  return Checkpoint{last->id, last->at, last->hash};
}

namespace {

// `read` calls what it is given with a transaction: with the same one each time, or with a new one for each stretch.
template <class Read>
ChainReport gone_along(Read const& read, std::vector<Checkpoint> const& kept) {
  Head const start = read([](db::Tx& tx) { return head(tx); });
  if (start.begun == 0)
    return {0, start.first_id, 0, Break{start.first_id, "the log has no hashes yet: start the server once"}};
  Walk walk{start, kept};
  for (auto after = before_all;;) {
    std::vector<Link> const links = read([&](db::Tx& tx) { return links_after(tx, after, at_once); });
    for (auto const& link : links) walk.take(link);
    if (std::ssize(links) < at_once) break;
    after = links.back().id;
  }
  walk.finish(read([](db::Tx& tx) { return head(tx); }));
  return walk.report();
}

}  // namespace

ChainReport verify_chain(db::Db& db, std::vector<Checkpoint> const& kept) {
  return gone_along([&](auto const& work) { return db.read(work); }, kept);
}

ChainReport verify_chain(db::Tx& tx, std::vector<Checkpoint> const& kept) {
  return gone_along([&](auto const& work) { return work(tx); }, kept);
}

}  // namespace waymark::audit
