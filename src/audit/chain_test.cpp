#include "audit/chain.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <random>
#include <thread>

#include "audit/audit.hpp"
#include "audit/audit_store.hpp"
#include "audit/chain_watch.hpp"
#include "testing/databases.hpp"

namespace waymark::audit {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

constexpr policy::PersonId ana{11};
constexpr policy::PersonId sam{12};
constexpr std::int64_t lines_in_chain = 120;

// Statements of somebody who may write into the tables.
constexpr db::Sql set_action{"test.action", "UPDATE audit_event SET action = :value WHERE id = :id"};
constexpr db::Sql set_subject{"test.subject", "UPDATE audit_event SET subject = :value WHERE id = :id"};
constexpr db::Sql set_codes{"test.codes", "UPDATE audit_event SET codes = :value WHERE id = :id"};
constexpr db::Sql set_words_hash{"test.words_hash", "UPDATE audit_event SET words_hash = :value WHERE id = :id"};
constexpr db::Sql set_hash{"test.hash", "UPDATE audit_event SET hash = :value WHERE id = :id"};
constexpr db::Sql set_at{"test.at", "UPDATE audit_event SET at = :value WHERE id = :id"};
constexpr db::Sql set_actor{"test.actor", "UPDATE audit_event SET actor_id = :value WHERE id = :id"};
constexpr db::Sql set_place{"test.place", "UPDATE audit_event SET in_place_of_id = :value WHERE id = :id"};
constexpr db::Sql set_subject_id{"test.subject_id", "UPDATE audit_event SET subject_id = :value WHERE id = :id"};
constexpr db::Sql set_with{"test.with", "UPDATE audit_event SET with_id = :value WHERE id = :id"};
constexpr db::Sql set_id{"test.id", "UPDATE audit_event SET id = :value WHERE id = :id"};
constexpr db::Sql set_words{"test.words", "UPDATE audit_words SET words = :value WHERE event_id = :id"};
constexpr db::Sql set_salt{"test.salt", "UPDATE audit_words SET salt = :value WHERE event_id = :id"};
constexpr db::Sql add_words{"test.add_words", "INSERT INTO audit_words (event_id, salt, words) VALUES (:id, '', 'x')"};
constexpr db::Sql drop_words{"test.drop_words", "DELETE FROM audit_words WHERE event_id BETWEEN :first AND :last"};
constexpr db::Sql drop_lines{"test.drop_lines", "DELETE FROM audit_event WHERE id BETWEEN :first AND :last"};
constexpr db::Sql copy_line{"test.copy", R"sql(
  INSERT INTO audit_event (id, at, actor_id, in_place_of_id, action, subject, subject_id, with_id, codes, words_hash, hash)
  SELECT CAST(:to AS BIGINT), at, actor_id, in_place_of_id, action, subject, subject_id, with_id, codes, words_hash, hash
    FROM audit_event WHERE id = :from)sql"};
constexpr db::Sql insert_line{"test.insert", R"sql(
  INSERT INTO audit_event (id, at, action, subject, subject_id, codes, words_hash, hash)
  VALUES (:id, :at, :action, :subject, :subject_id, :codes, '', :hash))sql"};
constexpr db::Sql set_head{"test.head", "UPDATE audit_head SET last_id = :last, hash = :hash WHERE one = 1"};
constexpr db::Sql set_start{"test.start", "UPDATE audit_head SET first_id = :first, hash_before = :hash WHERE one = 1"};
constexpr db::Sql forget_hashes{"test.forget", "UPDATE audit_event SET hash = '', words_hash = ''"};
constexpr db::Sql forget_begin{"test.forget_begin", "UPDATE audit_head SET begun = 0, hash = ''"};

struct NothingKept {};

class Chain : public testing::OnBothDatabases {
 protected:
  void add(std::int64_t how_many) {
    for (std::int64_t i = 0; i < how_many; ++i) {
      clock.set(clock.now() + 1000);
      db->write([&](db::Tx& tx) {
        record(tx, i % 3 == 0 ? ana : sam, "person.roles_set", "person", 7 + i, i % 3 == 1 ? "words of mine" : "",
               {.with = i % 4 == 0 ? sam : policy::PersonId{}, .codes = "roles=employee,hr"});
      });
    }
  }
  std::vector<Link> links() {
    return db->read([](db::Tx& tx) { return links_after(tx, 0, 10'000); });
  }
  std::vector<Checkpoint> kept_now() {
    return {*db->read([](db::Tx& tx) { return checkpoint(tx); })};
  }
  std::optional<Break> broken(std::vector<Checkpoint> const& kept = {}) { return verify_chain(*db, kept).broken; }
  // What is found after `change`, of which nothing is kept.
  template <class Change>
  std::optional<Break> after(Change const& change, std::vector<Checkpoint> const& kept = {}) {
    std::optional<Break> found;
    try {
      db->write([&](db::Tx& tx) {
        change(tx);
        found = verify_chain(tx, kept).broken;
        throw NothingKept{};
      });
    } catch (NothingKept const&) {
    }
    return found;
  }
};
INSTANTIATE_TEST_SUITE_P(Audit, Chain, testing::on_both_databases, testing::name_of);

TEST_P(Chain, is_whole_from_its_first_line_on) {  // [AUD-7]
  EXPECT_FALSE(broken());
  add(5);
  auto const report = verify_chain(*db, kept_now());
  EXPECT_FALSE(report.broken);
  EXPECT_EQ(report.lines, 5);
  EXPECT_EQ(report.first, 1);
  EXPECT_EQ(report.outside, 1);
}

TEST_P(Chain, has_one_order_with_many_writers) {  // [AUD-7]
  std::vector<std::thread> writers;
  for (int w = 0; w < 8; ++w)
    writers.emplace_back([&] {
      for (int i = 0; i < 25; ++i)
        db->write([&](db::Tx& tx) { record(tx, ana, "thing.done", "person", i, i % 2 == 0 ? "said" : ""); });
    });
  for (auto& writer : writers) writer.join();
  auto const report = verify_chain(*db);
  EXPECT_FALSE(report.broken) << report.broken->line << ": " << report.broken->what;
  EXPECT_EQ(report.lines, 200);
}

// Changes of chance, one at a time: a byte of any column, lines taken out, put in, exchanged, the tail cut off, words
// changed or taken, the head rewritten, a change whose own hash was made anew, a pruning that never was.
class Tampering {
 public:
  Tampering(db::Tx& tx, std::vector<Link> const& all, std::mt19937& chance) : tx_(tx), all_(all), chance_(chance) {}

  // Does one change; the line at which it must be found, or 0 where any will do.
  std::int64_t once() {
    auto const& link = all_[below(all_.size())];
    switch (below(21)) {
      case 0: return text(set_action, link, link.action);
      case 1: return text(set_subject, link, link.subject);
      case 2: return text(set_codes, link, link.codes);
      case 3: return text(set_words_hash, link, link.words_hash);
      case 4: return text(set_hash, link, link.hash);
      case 5: return number(set_at, link, link.at);
      case 6: return number(set_actor, link, link.actor_id);
      case 7: return number(set_place, link, link.in_place_of_id);
      case 8: return number(set_subject_id, link, link.subject_id);
      case 9: return number(set_with, link, link.with_id);
      case 10: return taken_out(link.id, link.id);
      case 11: return taken_out(link.id, link.id + static_cast<std::int64_t>(below(9)));
      case 12: return cut_off_with_the_head();
      case 13: return begins_later();
      case 14: return exchanged();
      case 15: return put_in();
      case 16: return numbered_otherwise(link);
      case 17: return words(link);
      case 18: return made_anew(link);
      case 19: return pruned_and_made_anew();
      default: return head();
    }
  }

 private:
  std::size_t below(std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most - 1}(chance_); }
  std::int64_t last() const { return all_.back().id; }

  std::string other_than(std::string value) {
    if (value.empty() || below(8) == 0) return value + static_cast<char>('a' + below(26));
    if (below(8) == 0) return value.substr(0, value.size() - 1);
    auto& letter = value[below(value.size())];
    letter = letter == 'q' ? 'z' : 'q';
    return value;
  }
  std::int64_t text(db::Sql const& sql, Link const& link, std::string const& value) {
    tx_.run(sql, other_than(value), link.id);
    return link.id;
  }
  std::int64_t number(db::Sql const& sql, Link const& link, std::optional<std::int64_t> const& value) {
    if (&sql != &set_at && value && below(3) == 0) {
      tx_.run(sql, std::optional<std::int64_t>{}, link.id);
    } else {
      auto const flipped = value.value_or(0) ^ (std::int64_t{1} << below(62));
      tx_.run(sql, std::optional{flipped}, link.id);
    }
    return link.id;
  }
  std::int64_t taken_out(std::int64_t first, std::int64_t to) {
    tx_.run(drop_words, first, to);
    tx_.run(drop_lines, first, to);
    return first;
  }
  // Only what was kept outside tells.
  std::int64_t cut_off_with_the_head() {
    auto const ends = 1 + static_cast<std::int64_t>(below(all_.size() - 1));
    taken_out(ends + 1, last());
    tx_.run(set_head, ends, all_[static_cast<std::size_t>(ends - 1)].hash);
    return ends + 1;
  }
  // As if it had been pruned.
  std::int64_t begins_later() {
    auto const begins = 2 + static_cast<std::int64_t>(below(all_.size() - 2));
    taken_out(1, begins - 1);
    tx_.run(set_start, begins, all_[static_cast<std::size_t>(begins - 2)].hash);
    return begins;
  }
  // All of it is gone behind a line that says that this was done for good. Only what was kept outside tells.
  std::int64_t pruned_and_made_anew() {
    auto const begins = last() + 2 + static_cast<std::int64_t>(below(9));
    taken_out(1, last());
    auto const before = hash_of(all_.front(), "made up");
    Link pruned{};
    pruned.id = begins;
    pruned.at = all_.back().at;
    pruned.action = pruned_action;
    pruned.subject = "audit";
    pruned.subject_id = begins - 1;
    pruned.codes = "hash=" + before;
    pruned.hash = hash_of(pruned, before);
    tx_.run(insert_line, pruned.id, pruned.at, pruned.action, pruned.subject, pruned.subject_id, pruned.codes,
            pruned.hash);
    tx_.run(set_start, begins, before);
    tx_.run(set_head, begins, pruned.hash);
    return begins;
  }
  std::int64_t without_words() {
    for (;;) {
      auto const& link = all_[below(all_.size())];
      if (link.words_hash.empty()) return link.id;
    }
  }
  std::int64_t exchanged() {
    auto const one = without_words();
    auto other = without_words();
    while (other == one) other = without_words();
    tx_.run(set_id, last() + 1000, one);
    tx_.run(set_id, one, other);
    tx_.run(set_id, other, last() + 1000);
    return std::min(one, other);
  }
  std::int64_t put_in() {
    constexpr std::array<std::int64_t, 4> places{0, -1, -77, 1};
    auto const place = places[below(places.size())];
    auto const to = place == 1 ? last() + 1 : place;
    tx_.run(copy_line, to, without_words());
    if (place == 1 && below(2) == 0) tx_.run(set_head, to, all_[below(all_.size())].hash);
    return 0;
  }
  std::int64_t numbered_otherwise(Link const& link) {
    tx_.run(drop_words, link.id, link.id);
    auto const to =
        below(2) == 0 ? last() + 1 + static_cast<std::int64_t>(below(5)) : -static_cast<std::int64_t>(below(5));
    tx_.run(set_id, to, link.id);
    return to > 0 ? link.id : 0;
  }
  std::int64_t words(Link const& link) {
    if (!link.words) {
      tx_.run(add_words, link.id);
      return link.id;
    }
    switch (below(3)) {
      case 0: return text(set_words, link, *link.words);
      case 1: return text(set_salt, link, *link.salt);
      default: tx_.run(drop_words, link.id, link.id); return link.id;
    }
  }
  // The line is changed and its own hash fits again: the next line tells, or what was kept outside.
  std::int64_t made_anew(Link link) {
    link.actor_id = 99;
    auto const before = link.id == 1 ? std::string{} : all_[static_cast<std::size_t>(link.id - 2)].hash;
    tx_.run(set_actor, link.actor_id, link.id);
    tx_.run(set_hash, hash_of(link, before), link.id);
    if (link.id == last()) tx_.run(set_head, link.id, hash_of(link, before));
    return 0;
  }
  std::int64_t head() {
    switch (below(3)) {
      case 0: tx_.run(set_head, last() + 1 + static_cast<std::int64_t>(below(9)), all_.back().hash); break;
      case 1: tx_.run(set_head, last(), other_than(all_.back().hash)); break;
      default: tx_.run(set_start, std::int64_t{1}, all_[below(all_.size())].hash); break;
    }
    return 0;
  }

  db::Tx& tx_;
  std::vector<Link> const& all_;
  std::mt19937& chance_;
};

// WAYMARK_CHAIN_CHANGES says how many. [AUD-7] [AUD-9]
TEST_P(Chain, finds_every_change_and_where) {
  add(lines_in_chain);
  auto const all = links();
  auto const kept = kept_now();
  ASSERT_FALSE(broken(kept));
  auto const* given = std::getenv("WAYMARK_CHAIN_CHANGES");
  auto const changes = given ? std::atoi(given) : 500;
  std::mt19937 chance{20'251'117};
  int found = 0;
  for (int i = 0; i < changes; ++i) {
    std::int64_t where = 0;
    auto const seen = after([&](db::Tx& tx) { where = Tampering{tx, all, chance}.once(); }, kept);
    ASSERT_TRUE(seen) << "change " << i << " at line " << where << " was not found";
    if (where == 0) where = seen->line;
    ASSERT_EQ(seen->line, where) << "change " << i << ": " << seen->what;
    ++found;
  }
  EXPECT_EQ(found, changes);
  EXPECT_FALSE(broken(kept));
  fmt::print("{} of {} changes were found\n", found, changes);
}

TEST_P(Chain, tells_what_was_taken_away_for_good_from_what_was_deleted) {  // [AUD-7]
  add(10);
  auto const middle = links()[4];
  db->write([&](db::Tx& tx) { EXPECT_EQ(prune(tx, {}, middle.at), 4); });
  auto const report = verify_chain(*db);
  EXPECT_FALSE(report.broken) << report.broken->what;
  EXPECT_EQ(report.first, 5);
  EXPECT_EQ(report.lines, 7);  // six that stayed, and one that says so
  add(3);
  EXPECT_FALSE(broken());
  db->write([&](db::Tx& tx) { EXPECT_EQ(prune(tx, {}, middle.at), 0); });
  auto const seen = after([&](db::Tx& tx) {
    tx.run(drop_words, std::int64_t{5}, std::int64_t{6});
    tx.run(drop_lines, std::int64_t{5}, std::int64_t{6});
  });
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->line, 5);
  // A checkpoint from before still fits where the chain begins.
  EXPECT_FALSE(broken({{4, 0, db->read([](db::Tx& tx) { return head(tx); }).hash_before}}));
  EXPECT_TRUE(broken({{4, 0, middle.hash}}));
}

TEST_P(Chain, needs_a_checkpoint_that_reaches_where_it_begins) {  // [AUD-7] [AUD-9]
  add(3);
  auto const old = kept_now().front();
  add(3);
  auto const stays = links()[4];
  db->write([&](db::Tx& tx) { EXPECT_EQ(prune(tx, {}, stays.at), 4); });
  auto const fresh = kept_now().front();
  auto const seen = broken({old});
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->line, 5);
  EXPECT_THAT(seen->what, HasSubstr("no checkpoint reaches so far"));
  EXPECT_FALSE(broken({old, fresh}));
  EXPECT_FALSE(broken({fresh}));
  EXPECT_FALSE(broken());
}

TEST_P(Chain, holds_when_words_are_erased_and_says_when_they_only_went) {  // [AUD-7]
  add(10);
  db->write([&](db::Tx& tx) { EXPECT_EQ(erase_words(tx, ana, sam), 3); });
  EXPECT_FALSE(broken());
  auto const all = db->read([](db::Tx& tx) { return lines(tx, {}, 100); });
  EXPECT_EQ(std::count_if(all.begin(), all.end(), [](auto const& line) { return line.erased; }), 3);
  EXPECT_TRUE(std::none_of(all.begin(), all.end(), [](auto const& line) { return line.words.has_value(); }));
}

TEST_P(Chain, is_made_for_lines_that_were_there_before_it) {  // [AUD-7]
  add(10);
  db->write([](db::Tx& tx) {
    tx.run(forget_hashes);
    tx.run(forget_begin);
  });
  ASSERT_TRUE(broken());
  EXPECT_EQ(begin_chain(*db), 10);
  EXPECT_FALSE(broken());
  EXPECT_EQ(begin_chain(*db), 0);
  add(2);
  EXPECT_FALSE(broken());
}

TEST_P(Chain, begins_with_lines_that_came_before_its_hashes_were_made) {  // [AUD-7]
  add(4);
  db->write([](db::Tx& tx) {
    tx.run(forget_hashes);
    tx.run(forget_begin);
  });
  add(3);  // as a backup leaves one, between the tables and the hashes of a new release
  EXPECT_EQ(begin_chain(*db), 7);
  auto const report = verify_chain(*db);
  EXPECT_FALSE(report.broken) << report.broken->what;
  EXPECT_EQ(report.lines, 7);
  EXPECT_EQ(db->read([](db::Tx& tx) { return lines(tx, {}, 100); }).at(1).words, "words of mine");
  add(2);
  EXPECT_FALSE(broken());
}

// Whoever claims that there is no chain yet does not get one made over what they changed.
TEST_P(Chain, is_not_made_twice) {  // [AUD-7]
  add(3);
  db->write([](db::Tx& tx) { tx.run(forget_begin); });
  EXPECT_EQ(begin_chain(*db), 0);
  EXPECT_TRUE(broken());
  db->write([](db::Tx& tx) { tx.run(set_hash, std::string{}, std::int64_t{1}); });
  EXPECT_EQ(begin_chain(*db), 0);
  EXPECT_EQ(links().front().hash, "") << "some of it was kept";
}

TEST_P(Chain, is_watched_a_stretch_at_a_time) {  // [AUD-9]
  ChainWatch watch;
  auto const look = [&] { return db->read([&](db::Tx& tx) { return watch.look(tx); }); };
  EXPECT_TRUE(look().whole);
  EXPECT_FALSE(look().checkpoint);
  add(4);
  auto const seen = look();
  EXPECT_TRUE(seen.whole);
  EXPECT_EQ(seen.lines, 4);
  EXPECT_EQ(seen.looked_at, 4);
  EXPECT_THAT(seen.checkpoint.value_or(""), HasSubstr("waymark-audit 4 2025-11-17T12:00:04.000Z "));
  db->write([](db::Tx& tx) { tx.run(set_actor, std::int64_t{5}, std::int64_t{2}); });
  clock.set(clock.now() + 11 * 60 * 1000);
  EXPECT_EQ(look().broken_at, 2);
  EXPECT_FALSE(look().whole);
}

TEST(Checkpoints, are_lines_that_a_file_keeps) {  // [AUD-9]
  std::string const hash(64, 'a');
  auto const line = text_of({1042, 1'763'380'800'123, hash});
  EXPECT_EQ(line, "waymark-audit 1042 2025-11-17T12:00:00.123Z " + hash);
  auto const read = checkpoints_in("# kept in the safe\n\n" + line + "\r\n");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].line, 1042);
  EXPECT_EQ(read[0].hash, hash);
  EXPECT_ANY_THROW(checkpoints_in("nothing of it"));
  EXPECT_ANY_THROW(checkpoints_in(""));
}

}  // namespace
}  // namespace waymark::audit
