#include "core/db/db.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <latch>
#include <thread>

#include "core/base/problem.hpp"
#include "core/db/many.hpp"
#include "testing/databases.hpp"

namespace waymark::db {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Thing {
  base::Id<struct ThingTag> id;
  std::string name;
  std::optional<std::string> note;
  Colour colour;
  base::Day day;
  bool open;
  double weight;
  std::optional<double> limit;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, name, note, colour, day, open, weight, limit))

constexpr Sql create{"test.create", R"sql(
  CREATE TABLE test_thing (
    id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, note TEXT, colour TEXT NOT NULL, day TEXT NOT NULL,
    open INTEGER NOT NULL, weight DOUBLE PRECISION NOT NULL, most DOUBLE PRECISION))sql"};
constexpr Sql create_child{
    "test.create_child",
    "CREATE TABLE test_child (id BIGINT NOT NULL PRIMARY KEY, thing_id BIGINT NOT NULL REFERENCES test_thing (id))"};
constexpr Sql insert{"test.insert", R"sql(
  INSERT INTO test_thing (id, name, note, colour, day, open, weight, most)
  VALUES (:id, :name, :note, :colour, :day, :open, :weight, :most))sql"};
constexpr Sql insert_child{"test.insert_child", "INSERT INTO test_child (id, thing_id) VALUES (:id, :thing)"};
constexpr Sql select{"test.select",
                     "SELECT id, name, note, colour, day, open, weight, most FROM test_thing WHERE id = :id"};
constexpr Sql names{"test.names", "SELECT name FROM test_thing ORDER BY id"};
constexpr Sql count{"test.count", "SELECT COUNT(*) FROM test_thing"};
constexpr Sql empty_note{"test.empty_note", "SELECT note FROM test_thing WHERE id = :id"};
constexpr Sql empty_limit{"test.empty_limit", "SELECT most FROM test_thing WHERE id = :id"};
constexpr Sql name_of_one{"test.name_of_one", "SELECT name FROM test_thing WHERE id = :id"};
constexpr Sql rename_thing{"test.rename", "UPDATE test_thing SET name = :name WHERE id = :id"};
constexpr Sql twice{"test.twice",
                    "SELECT name FROM test_thing WHERE (name = :name OR note = :name) AND id > :after ORDER BY id"};

class DbTest : public testing::OnBothDatabases {
 protected:
  DbTest() {
    db->write([](Tx& tx) {
      tx.run(create);
      tx.run(create_child);
    });
  }
  static void add(Tx& tx, std::int64_t id, std::string const& name) {
    tx.run(insert, id, name, std::optional<std::string>{}, Colour::red, base::Day{0}, false, 0.0,
           std::optional<double>{});
  }
  std::vector<std::string> all_names() {
    return db->read([](Tx& tx) { return tx.rows<std::string>(names); });
  }
  bool on_sqlite() const { return GetParam() == Dialect::sqlite; }
};

TEST_P(DbTest, KeepsEveryKindOfValue) {
  Thing const thing{{INT64_MAX}, "Grüße 'quoted' :colon", "", Colour::green, *base::Day::parse("2026-03-31"), true, 0.1,
                    -1e15};
  db->write([&](Tx& tx) {
    tx.run(insert, thing.id, thing.name, thing.note, thing.colour, thing.day, thing.open, thing.weight, thing.limit);
    add(tx, 2, "plain");
  });
  auto const read = db->read([](Tx& tx) { return tx.row<Thing>(select, INT64_MAX); }).value();
  EXPECT_EQ(read.id.value, INT64_MAX);
  EXPECT_EQ(read.name, thing.name);
  EXPECT_EQ(read.note, "");
  EXPECT_EQ(read.colour, Colour::green);
  EXPECT_EQ(read.day.to_string(), "2026-03-31");
  EXPECT_TRUE(read.open);
  EXPECT_EQ(read.weight, 0.1);
  EXPECT_EQ(read.limit, -1e15);
  auto const plain = db->read([](Tx& tx) { return tx.row<Thing>(select, 2); }).value();
  EXPECT_EQ(plain.note, std::nullopt);
  EXPECT_EQ(plain.limit, std::nullopt);
}

// [CORE-10]
TEST_P(DbTest, WhatAColumnCannotSayIsAFault) {
  db->write([](Tx& tx) { add(tx, 1, "a"); });
  db->read([](Tx& tx) {
    EXPECT_THROW(tx.row<std::string>(empty_note, 1), Unreadable);
    EXPECT_EQ(tx.row<std::optional<std::string>>(empty_note, 1).value(), std::nullopt);
    EXPECT_THROW(tx.row<double>(empty_limit, 1), Unreadable);
    EXPECT_THROW(tx.row<Colour>(name_of_one, 1), Unreadable);
    EXPECT_THROW(tx.row<base::Day>(name_of_one, 1), Unreadable);
    EXPECT_EQ(tx.row<std::string>(name_of_one, 1), "a");  // and the statement can be used again
  });
}

// What people wrote stands in no log: a fault names its statement, in one line.
TEST_P(DbTest, AFaultNamesItsStatementAndNeverAValue) {
  constexpr Sql wrong_table{"test.wrong_table", "INSERT INTO test_nowhere (id, name) VALUES (:id, :name)"};
  auto const secret = "a private\nthought";
  auto const fault_of = [&](auto const& work) -> std::string {
    try {
      db->write(work);
    } catch (std::exception const& fault) {
      return fault.what();
    }
    return "";
  };
  auto const twice_added = fault_of([&](Tx& tx) {
    add(tx, 1, secret);
    add(tx, 2, secret);
  });
  auto const nowhere = fault_of([&](Tx& tx) { tx.run(wrong_table, 1, secret); });
  auto const orphan = fault_of([&](Tx& tx) { tx.run(insert_child, 4711, 815); });
  EXPECT_THAT(twice_added, ::testing::StartsWith("test.insert: "));
  EXPECT_THAT(nowhere, ::testing::StartsWith("test.wrong_table: "));
  EXPECT_THAT(orphan, ::testing::StartsWith("test.insert_child: "));
  for (auto const& fault : {twice_added, nowhere, orphan}) {
    EXPECT_THAT(fault, ::testing::Not(HasSubstr("private")));
    EXPECT_THAT(fault, ::testing::Not(HasSubstr("thought")));
    EXPECT_THAT(fault, ::testing::Not(HasSubstr("815")));
    EXPECT_THAT(fault, ::testing::Not(HasSubstr("\n")));
  }
}

TEST_P(DbTest, AStatementIsUsedAgainWithOtherArguments) {
  db->write([](Tx& tx) {
    for (int id = 1; id <= 300; ++id) add(tx, id, "n" + std::to_string(id));
    for (int id = 1; id <= 300; ++id) {
      ASSERT_EQ(tx.row<Thing>(select, id).value().name, "n" + std::to_string(id));
      ASSERT_EQ(tx.row<std::string>(twice, "n" + std::to_string(id), 0), "n" + std::to_string(id));
    }
    EXPECT_EQ(tx.row<Thing>(select, 301).has_value(), false);
    EXPECT_EQ(tx.row<std::string>(twice, "n7", 7), std::nullopt);
  });
}

TEST_P(DbTest, TheSameStatementMayBeReadAsAnotherShape) {
  db->write([](Tx& tx) { add(tx, 1, "a"); });
  db->read([](Tx& tx) {
    EXPECT_EQ(tx.row<std::int64_t>(count), 1);
    EXPECT_EQ(tx.row<std::optional<std::int64_t>>(count), std::optional<std::int64_t>{1});
    EXPECT_EQ(tx.row<std::int64_t>(count), 1);
  });
}

TEST_P(DbTest, ManyIdsAreOneParameter) {
  using ThingId = base::Id<struct ThingTag>;
  static std::string const text = std::string{asked} + " SELECT id FROM asked ORDER BY id";
  static Sql const ids{"test.asked", text};
  db->read([](Tx& tx) {
    EXPECT_THAT(tx.rows<std::int64_t>(ids, many(std::vector<ThingId>{})), ElementsAre(0));
    EXPECT_THAT(tx.rows<std::int64_t>(ids, many(std::vector<ThingId>{{7}})), ElementsAre(7));
    EXPECT_THAT(tx.rows<std::int64_t>(ids, many(std::vector<ThingId>{{9'223'372'036'854'775'807}, {3}, {12}})),
                ElementsAre(3, 12, 9'223'372'036'854'775'807));
  });
}

TEST_P(DbTest, SaysHowManyRowsItTouched) {
  db->write([](Tx& tx) {
    add(tx, 1, "a");
    EXPECT_EQ(tx.run(rename_thing, "b", 1), 1);
    EXPECT_EQ(tx.run(rename_thing, "b", 9), 0);
  });
}

TEST_P(DbTest, AStatementWithAnotherNumberOfArgumentsIsADefect) {
  db->read([](Tx& tx) { EXPECT_THROW(tx.rows<std::string>(select), std::logic_error); });
}

// [CORE-3]
TEST_P(DbTest, AWriteThatThrowsLeavesNothing) {
  EXPECT_THROW(db->write([](Tx& tx) {
    add(tx, 1, "a");
    throw base::conflict("no", "No.");
  }),
               base::Problem);
  EXPECT_THAT(all_names(), ElementsAre());
}

TEST_P(DbTest, ABrokenRuleSaysWhichAndTheConnectionGoesOn) {
  db->write([](Tx& tx) { add(tx, 1, "a"); });
  auto const kind_of = [&](auto const& work) {
    try {
      db->write(work);
    } catch (Violation const& violation) {
      EXPECT_THAT(violation.what(), HasSubstr("test.insert"));
      return violation.kind;
    }
    return Violation::Kind::other;
  };
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(kind_of([](Tx& tx) { add(tx, 2, "a"); }), Violation::Kind::unique);
    EXPECT_EQ(kind_of([](Tx& tx) { tx.run(insert_child, 1, 99); }), Violation::Kind::reference);
  }
  db->write([](Tx& tx) { add(tx, 2, "b"); });
  EXPECT_THAT(all_names(), ElementsAre("a", "b"));
}

// [CORE-3]
TEST_P(DbTest, WritesThatWaitForEachOtherKeepTheirOwnFate) {
  constexpr int writers = 24;
  std::latch all_here{writers};
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (int i = 1; i <= writers; ++i) {
    threads.emplace_back([&, i] {
      all_here.arrive_and_wait();
      try {
        db->write([&](Tx& tx) {
          add(tx, i, "n" + std::to_string(i));
          if (i % 3 == 0) throw std::runtime_error("no");
        });
      } catch (std::runtime_error const&) {
        ++refused;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(refused, writers / 3);
  auto const kept = all_names();
  EXPECT_EQ(kept.size(), static_cast<std::size_t>(writers - writers / 3));
  EXPECT_EQ(std::count(kept.begin(), kept.end(), "n3"), 0);
}

TEST_P(DbTest, WhatComesAfterACommitSeesItAndNothingComesAfterARollback) {
  std::vector<std::string> heard;
  db->write([&](Tx& tx) {
    add(tx, 1, "a");
    tx.after_commit([&] { heard.push_back("first"); });
    tx.after_commit([&] { heard.push_back("second"); });
    EXPECT_TRUE(heard.empty());
  });
  EXPECT_ANY_THROW(db->write([&](Tx& tx) {
    tx.after_commit([&] { heard.push_back("never"); });
    throw std::runtime_error("no");
  }));
  EXPECT_THAT(heard, ElementsAre("first", "second"));
}

TEST_P(DbTest, ACommitIsKeptAndToldToAllThoughOneOfThemFails) {
  std::vector<std::string> heard;
  EXPECT_NO_THROW(db->write([&](Tx& tx) {
    add(tx, 1, "a");
    tx.after_commit([] { throw std::bad_alloc{}; });
    tx.after_commit([&] { heard.push_back("second"); });
  }));
  EXPECT_THAT(heard, ElementsAre("second"));
  EXPECT_THAT(all_names(), ElementsAre("a"));
}

TEST_P(DbTest, ATransactionHasOneMoment) {
  clock.set(86'400'000 + 5);
  db->write([&](Tx& tx) {
    clock.set(0);
    EXPECT_EQ(tx.now(), 86'400'005);
    EXPECT_EQ(tx.today().to_string(), "1970-01-02");
  });
}

TEST_P(DbTest, AReaderOnSqliteSeesOneMomentAndWritesNothing) {
  if (!on_sqlite()) return;  // on PostgreSQL each statement of a read has its own
  db->write([](Tx& tx) { add(tx, 1, "a"); });
  db->read([&](Tx& tx) {
    EXPECT_EQ(tx.row<std::int64_t>(count), 1);
    std::thread([&] { db->write([](Tx& other) { add(other, 2, "b"); }); }).join();
    EXPECT_EQ(tx.row<std::int64_t>(count), 1);
    EXPECT_ANY_THROW(add(tx, 3, "c"));
  });
  EXPECT_THAT(all_names(), ElementsAre("a", "b"));
}

TEST_P(DbTest, ManyReadersShareFewConnections) {
  db->write([](Tx& tx) { add(tx, 1, "a"); });
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 12; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 50; ++n) right += all_names() == std::vector<std::string>{"a"} ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, 600);
}

TEST_P(DbTest, PostgresqlRunsAWriteAgainWhenItIsAskedTo) {
  if (on_sqlite()) return;  // one writer: nobody is ever in its way
  int runs = 0;
  db->write([&](Tx& tx) {
    add(tx, ++runs, "a");
    if (runs < 3) throw TryAgain{"once more"};
  });
  EXPECT_EQ(runs, 3);
  EXPECT_THAT(all_names(), ElementsAre("a"));
  EXPECT_THROW(db->write([&](Tx&) {
    ++runs;
    throw TryAgain{"for ever"};
  }),
               base::Problem);
  EXPECT_EQ(runs, 6);
}

TEST_P(DbTest, TwoWritesThatWaitForEachOtherBothSucceed) {
  if (on_sqlite()) return;
  db->write([](Tx& tx) {
    add(tx, 1, "a");
    add(tx, 2, "b");
  });
  std::latch both_hold_one{2};
  auto const rename_both = [&](int first, int second) {
    bool waited = false;
    db->write([&, first, second](Tx& tx) {
      tx.run(rename_thing, fmt::format("{}{}", first, second), first);
      if (!std::exchange(waited, true)) both_hold_one.arrive_and_wait();
      tx.run(rename_thing, fmt::format("{}{}'", first, second), second);
    });
  };
  std::thread other([&] { rename_both(2, 1); });
  EXPECT_NO_THROW(rename_both(1, 2));
  other.join();
}

TEST_P(DbTest, ABackupIsWholeAndOpens) {
  db->write([](Tx& tx) { add(tx, 1, "a"); });
  auto const folder = std::filesystem::temp_directory_path() / fmt::format("waymark_backup_{}", getpid());
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  auto const file = (folder / "waymark.db").string();
  if (!on_sqlite()) {
    EXPECT_THROW(db->back_up_to(file), base::Problem);
    return;
  }
  db->back_up_to(file);
  auto const copy = Db::open(folder.string(), clock);
  EXPECT_EQ(copy->read([](Tx& tx) { return tx.rows<std::string>(names); }), all_names());
  std::filesystem::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(Databases, DbTest, testing::on_both_databases, testing::name_of);

TEST(Sql, NamesItsParametersOnceInOrder) {
  EXPECT_THAT(parameters_of("SELECT :b, :a_2, ':no', :b FROM t WHERE x = :c"), ElementsAre("b", "a_2", "c"));
  EXPECT_THAT(parameters_of("SELECT 'it''s :no', :yes"), ElementsAre("yes"));
  EXPECT_THAT(parameters_of("SELECT 1"), ElementsAre());
}

}  // namespace
}  // namespace waymark::db
