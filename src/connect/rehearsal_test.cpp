#include "connect/rehearsal.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <latch>
#include <thread>

#include "connect/testing/import_world.hpp"
#include "core/db/sqlite_backup.hpp"

namespace waymark::connect {
namespace {

class Rehearsal : public Importing {
 protected:
  std::int64_t people() {
    return db->read([](db::Tx& tx) { return tx.row<std::int64_t>(count_people).value_or(0); });
  }
  void add(db::Tx& tx, std::string const& name) {
    people_.create_person(tx, {}, {name, name + "@acme.example", {}, {}, {}, {}, {}});
  }
  static constexpr db::Sql count_people{"test.people", "SELECT COUNT(*) FROM people_person"};

  events::Events events_;
  people::People people_{events_};
};
INSTANTIATE_TEST_SUITE_P(Databases, Rehearsal, waymark::testing::on_both_databases, waymark::testing::name_of);

// [CONNECT-24]
TEST_P(Rehearsal, SeesAllAndKeepsNothing) {
  for (auto const is_large : {false, true}) {
    auto const before = people();
    std::int64_t inside = 0;
    rehearse(*db, is_large, [&](db::Tx& tx) {
      add(tx, "eve");
      inside = tx.row<std::int64_t>(count_people).value_or(0);
    });
    EXPECT_EQ(inside, before + 1);
    EXPECT_EQ(people(), before);
    EXPECT_THROW(rehearse(*db, is_large,
                          [&](db::Tx& tx) {
                            add(tx, "eve");
                            add(tx, "eve");
                          }),
                 base::Problem);
    EXPECT_EQ(people(), before);
  }
}

// [CONNECT-24]
TEST_P(Rehearsal, LiesBesideTheDataForUsAloneWhileItLasts) {
  if (db->dialect() != db::Dialect::sqlite) return;
  auto const place = db->read([](db::Tx& tx) { return db::folder_of(tx); }) / "waymark.rehearsal";
  std::filesystem::create_directories(place / "left");
  rehearse(*db, true, [&](db::Tx&) {
    EXPECT_EQ(std::filesystem::status(place).permissions(), std::filesystem::perms::owner_all);
    EXPECT_TRUE(std::filesystem::exists(place / "waymark.db"));
    EXPECT_FALSE(std::filesystem::exists(place / "left"));
  });
  EXPECT_FALSE(std::filesystem::exists(place));
  std::filesystem::create_directories(place / "left");
  clear_rehearsal(*db);
  EXPECT_FALSE(std::filesystem::exists(place));
}

// [CONNECT-24]
TEST_P(Rehearsal, KeepsNobodyWaitingWhenItIsLarge) {
  std::latch begun{1};
  std::latch over{1};
  std::thread trying([&] {
    rehearse(*db, true, [&](db::Tx& tx) {
      add(tx, "eve");
      begun.count_down();
      over.wait();
    });
  });
  begun.wait();
  auto const start = std::chrono::steady_clock::now();
  db->write([&](db::Tx& tx) { add(tx, "finn"); });
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{3});
  over.count_down();
  trying.join();
}

}  // namespace
}  // namespace waymark::connect
