#include <fmt/format.h>
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <latch>
#include <random>
#include <thread>

#include "core/base/problem.hpp"
#include "core/db/db.hpp"
#include "core/db/sqlite_backup.hpp"
#include "testing/failing_disk.hpp"

namespace waymark::db {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Disk = testing::FailingDisk;
using Call = Disk::Call;
using How = Disk::How;

constexpr Sql create{"test.create", "CREATE TABLE test_line (id BIGINT NOT NULL PRIMARY KEY, text TEXT NOT NULL)"};
constexpr Sql create_other{"test.create_other", "CREATE TABLE test_other (id BIGINT NOT NULL PRIMARY KEY)"};
constexpr Sql insert{"test.insert", "INSERT INTO test_line (id, text) VALUES (:id, :text)"};
constexpr Sql lengths{"test.lengths", "SELECT COALESCE(SUM(LENGTH(text)), 0) FROM test_line"};
constexpr Sql count{"test.count", "SELECT COUNT(*) FROM test_line"};
constexpr Sql count_other{"test.count_other", "SELECT COUNT(*) FROM test_other"};

constexpr Sql remove_most{"test.remove_most", "DELETE FROM test_line WHERE id > 3"};

constexpr int lines = 200;
constexpr int line_size = 3000;

// n = 1 to 50 and powers of two.
std::vector<int> moments() {
  std::vector<int> all;
  for (int n = 1; n <= 50; ++n) all.push_back(n);
  for (int n = 64; n <= 4096; n *= 2) all.push_back(n);
  return all;
}

class Faults : public ::testing::Test {
 protected:
  Faults() {
    spdlog::set_level(spdlog::level::off);  // what fails here is meant to
    disk.heal();
    std::filesystem::remove_all(place);
    open();
    db->write([](Tx& tx) {
      tx.run(create);
      tx.run(create_other);
      for (int id = 1; id <= lines; ++id) add(tx, id);
    });
  }
  ~Faults() override {
    disk.heal();
    db.reset();
    std::filesystem::remove_all(place);
    spdlog::set_level(spdlog::level::info);
  }

  void open() {
    db.reset();
    db = Db::open(place, clock, {.readers = 2, .cache_kib = 64, .wait = std::chrono::milliseconds{500}});
  }
  static void add(Tx& tx, int id) { tx.run(insert, id, std::string(line_size, 'x')); }
  std::int64_t how_many() {
    return db->read([](Tx& tx) { return *tx.row<std::int64_t>(count); });
  }
  std::int64_t read_all() {
    return db->read([](Tx& tx) { return *tx.row<std::int64_t>(lengths); });
  }

  // What the caller is refused with; nothing when it went well.
  template <class Act>
  static std::optional<base::Problem> refusal(Act const& act) {
    try {
      act();
      return std::nullopt;
    } catch (base::Problem const& problem) {
      return problem;
    }
  }

  Disk& disk = Disk::installed();
  base::FixedClock clock{1'763'380'800'000};
  std::string const place =
      (std::filesystem::temp_directory_path() / fmt::format("waymark_faults_{}", getpid())).string();
  std::unique_ptr<Db> db;
};

// [CORE-11]
TEST_F(Faults, AfterAReadThatFailedAtAnyCallTheNextIsAnswered) {
  for (auto const how : {How::once, How::from_then_on}) {
    for (auto const n : moments()) {
      open();
      disk.fail(Call::read, n, how, SQLITE_IOERR_READ);
      int failed = 0;
      for (int i = 0; i < 5; ++i) {  // more often than there are readers
        if (auto const problem = refusal([&] { EXPECT_EQ(read_all(), lines * line_size); })) {
          EXPECT_EQ(problem->code, base::Code::too_busy);
          EXPECT_GT(problem->retry_after_seconds, 0);
          ++failed;
        }
      }
      if (how == How::from_then_on && disk.has_failed()) {
        EXPECT_GT(failed, 0);
        EXPECT_THAT(db->faults(), Not(IsEmpty()));
      }
      disk.heal();
      for (int i = 0; i < 4; ++i) ASSERT_EQ(read_all(), lines * line_size) << "after read " << n;
      EXPECT_THAT(db->faults(), IsEmpty());
      if (how == How::from_then_on && failed == 0) break;  // it passed
    }
  }
}

// [CORE-11]
TEST_F(Faults, ADamagedPageIsSaidAndTheRestIsRead) {
  db.reset();
  {
    std::fstream file{place + "/waymark.db", std::ios::in | std::ios::out | std::ios::binary};
    file.seekp(100 * 4096);
    file << std::string(4096, '\xEE');
  }
  EXPECT_ANY_THROW(verify_database(place + "/waymark.db"));
  open();
  for (int i = 0; i < 5; ++i) {
    auto const problem = refusal([&] { read_all(); });
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->slug, "damaged");
    EXPECT_EQ(db->read([](Tx& tx) { return tx.row<std::int64_t>(count_other); }), 0);
  }
  EXPECT_THAT(db->faults(), ::testing::ElementsAre(HasSubstr("waymark check")));
}

// [CORE-11]
TEST_F(Faults, AfterAWriteThatFailedAtAnyCallItIsThereOrNot) {
  struct Kind {
    Call call;
    int code;
  };
  auto id = 1000;
  auto kept = how_many();
  for (auto const& [call, code] : {Kind{Call::read, SQLITE_IOERR_READ}, Kind{Call::write, SQLITE_IOERR_WRITE},
                                   Kind{Call::write, SQLITE_FULL}, Kind{Call::sync, SQLITE_IOERR_FSYNC}}) {
    for (auto const how : {How::once, How::from_then_on}) {
      for (auto const n : moments()) {
        open();
        disk.fail(call, n, how, code);
        auto const problem = refusal([&] { db->write([&](Tx& tx) { add(tx, ++id); }); });
        auto const failed = disk.has_failed();
        disk.heal();
        EXPECT_EQ(how_many(), problem ? kept : ++kept);
        if (problem) {
          auto const full = code == SQLITE_FULL;
          EXPECT_EQ(problem->code, full ? base::Code::no_space : base::Code::too_busy);
          auto const next = refusal([&] { db->write([&](Tx& tx) { add(tx, ++id); }); });
          if (!next) ++kept;
          EXPECT_FALSE(full && next) << "room was made, and still nothing is kept";
          EXPECT_EQ(next ? next->slug : "storage_failed", "storage_failed");
          EXPECT_EQ(!db->faults().empty(), next.has_value());
          EXPECT_EQ(how_many(), kept);
        }
        if (!failed) break;  // it passed
        open();              // and whoever starts anew finds the same
        EXPECT_EQ(how_many(), kept) << "after call " << n;
      }
    }
  }
  db.reset();
  verify_database(place + "/waymark.db");
}

// [CORE-12]
TEST_F(Faults, WhatWaitsBehindAFailedSyncIsNotBegun) {
  std::latch second_waits{1};
  std::atomic<bool> second_ran{false};
  std::optional<base::Problem> second;
  std::thread other;
  std::once_flag once;
  disk.fail(Call::sync, 1, How::once, SQLITE_IOERR_FSYNC);
  disk.before(Call::sync, [&] {
    std::call_once(once, [&] {
      other = std::thread([&] {
        second_waits.count_down();
        second = refusal([&] { db->write([&](Tx&) { second_ran = true; }); });
      });
      second_waits.wait();
      std::this_thread::sleep_for(std::chrono::milliseconds{100});
    });
  });
  auto const first = refusal([&] { db->write([&](Tx& tx) { add(tx, 5000); }); });
  other.join();
  ASSERT_TRUE(first);
  ASSERT_TRUE(second);
  EXPECT_FALSE(second_ran);
  disk.heal();
  for (int i = 0; i < 3; ++i) {
    auto const later = refusal([&] { db->write([&](Tx&) { second_ran = true; }); });
    ASSERT_TRUE(later);
    EXPECT_EQ(later->slug, "storage_failed");
  }
  EXPECT_FALSE(second_ran);
  EXPECT_EQ(how_many(), lines);
  EXPECT_THAT(db->faults(), ::testing::ElementsAre(HasSubstr("nothing is saved")));
}

// [CORE-12]
TEST_F(Faults, NobodyWaitsForAReaderOrForTheirTurnWithoutALimit) {
  std::latch held{3};
  std::latch over{1};
  std::vector<std::thread> holders;
  for (int i = 0; i < 2; ++i) {
    holders.emplace_back([&] {
      db->read([&](Tx&) {
        held.count_down();
        over.wait();
      });
    });
  }
  holders.emplace_back([&] {
    db->write([&](Tx&) {
      held.count_down();
      over.wait();
    });
  });
  held.wait();
  auto const begun = std::chrono::steady_clock::now();
  auto const read = refusal([&] { how_many(); });
  auto const ran = std::make_shared<std::atomic<bool>>(false);
  auto const write = refusal([&] { db->write([ran](Tx&) { *ran = true; }); });
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{3});
  ASSERT_TRUE(read);
  ASSERT_TRUE(write);
  EXPECT_EQ(read->slug, "storage_busy");
  EXPECT_EQ(write->code, base::Code::too_busy);
  EXPECT_GT(write->retry_after_seconds, 0);
  // Whoever comes now, after a time in which nothing moved, is told at once.
  auto const again = std::chrono::steady_clock::now();
  EXPECT_TRUE(refusal([&] { how_many(); }));
  EXPECT_TRUE(refusal([&] { db->write([](Tx&) {}); }));
  EXPECT_LT(std::chrono::steady_clock::now() - again, std::chrono::milliseconds{300});
  EXPECT_EQ(db->faults().size(), 2U);
  over.count_down();
  for (auto& holder : holders) holder.join();
  EXPECT_EQ(how_many(), lines);
  db->write([](Tx& tx) { add(tx, 5000); });
  EXPECT_FALSE(*ran);
  EXPECT_THAT(db->faults(), IsEmpty());
}

// [CORE-13]
TEST_F(Faults, OneWritesIntoAFolderAndOthersMayRead) {
  auto const second = refusal([&] { Db::open(place, clock, {.readers = 1}); });
  ASSERT_TRUE(second);
  EXPECT_EQ(second->slug, "in_use");
  auto const beside = Db::open(place, clock, {.readers = 1, .access = Access::reading});
  db->write([](Tx& tx) { add(tx, 5000); });
  EXPECT_EQ(beside->read([](Tx& tx) { return tx.row<std::int64_t>(count); }), lines + 1);
  EXPECT_ANY_THROW(beside->write([](Tx& tx) { add(tx, 5001); }));
  db.reset();
  EXPECT_NO_THROW(open());
}

// [CORE-15]
TEST_F(Faults, ABackupEndsWhileOthersWriteAndHoldsWhatWasThereWhenItBegan) {
  auto const file = place + "/copy.db";
  std::atomic<bool> over{false};
  std::atomic<int> written{lines};
  std::thread writer([&] {
    for (int id = 10'000; !over; ++id) {
      db->write([&](Tx& tx) { add(tx, id); });
      ++written;
    }
  });
  while (written < lines + 20) std::this_thread::yield();
  for (int round = 0; round < 5; ++round) {
    std::filesystem::remove(file);
    auto const before = written.load();
    db->back_up_to(file);
    Connection copy{Dialect::sqlite, "db=" + file};
    Tx tx{copy, 0};
    EXPECT_GE(tx.row<std::int64_t>(count), before);
    EXPECT_FALSE(std::filesystem::exists(file + ".unfinished"));
  }
  over = true;
  writer.join();
}

// [CORE-15]
TEST_F(Faults, ABitThatChangedInABackupIsFound) {
  auto const file = place + "/copy.db";
  db->write([](Tx& tx) { tx.run(remove_most); });
  db->back_up_to(file);
  EXPECT_TRUE(verify_checksum(file));
  std::mt19937 random{7};
  std::fstream bytes{file, std::ios::in | std::ios::out | std::ios::binary};
  auto const size = std::filesystem::file_size(file);
  for (int i = 0; i < 1000; ++i) {
    auto const at = static_cast<std::streamoff>(i < 128 ? size - 1 - static_cast<unsigned>(i) : random() % size);
    auto const flip = [&] {
      bytes.seekg(at);
      auto const byte = bytes.get();
      bytes.seekp(at);
      bytes.put(static_cast<char>(byte ^ (1 << i % 8)));
      bytes.flush();
    };
    flip();
    EXPECT_ANY_THROW(verify_checksum(file)) << "bit " << i % 8 << " of byte " << at;
    flip();
  }
  EXPECT_TRUE(verify_checksum(file));
}

// [CORE-15]
TEST_F(Faults, ABackupIsWholeOrLeavesNothing) {
  auto const file = place + "/copy.db";
  for (auto const& [call, code] :
       {std::pair{Call::read, SQLITE_IOERR_READ}, {Call::write, SQLITE_FULL}, {Call::sync, SQLITE_IOERR_FSYNC}}) {
    for (auto const n : moments()) {
      disk.fail(call, n, How::once, code);
      auto whole = true;
      try {
        db->back_up_to(file);
      } catch (std::runtime_error const&) {
        whole = false;
      }
      auto const failed = disk.has_failed();
      disk.heal();
      if (whole) verify_database(file);
      for (auto const& entry : std::filesystem::directory_iterator{place}) {
        auto const name = entry.path().filename().string();
        EXPECT_TRUE(name == "copy.db" ? whole : name.find("copy") == std::string::npos) << name;
      }
      EXPECT_EQ(read_all(), lines * line_size);
      std::filesystem::remove(file);
      if (!failed) break;
    }
  }
}

// [CORE-11]
TEST_F(Faults, AStartThatFailsAtAnyCallLeavesAllAsItWas) {
  for (auto const& [call, code] : {std::pair{Call::read, SQLITE_IOERR_READ},
                                   {Call::write, SQLITE_IOERR_WRITE},
                                   {Call::sync, SQLITE_IOERR_FSYNC}}) {
    for (auto const n : moments()) {
      db.reset();
      disk.fail(call, n, How::from_then_on, code);
      try {
        open();
        read_all();
      } catch (std::exception const&) {
        db.reset();
      }
      auto const failed = disk.has_failed();
      disk.heal();
      open();
      ASSERT_EQ(read_all(), lines * line_size) << "after call " << n;
      if (!failed) break;
    }
  }
}

}  // namespace
}  // namespace waymark::db
