#include "core/db/migrate.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "core/base/problem.hpp"
#include "testing/databases.hpp"

namespace waymark::db {
namespace {

class MigrateTest : public testing::OnBothDatabases {};

constexpr Sql add_unknown{"test.unknown", "INSERT INTO core_migration (name, applied_at) VALUES ('9999_tomorrow', 0)"};
constexpr Sql applied{"test.applied", "SELECT COUNT(*) FROM core_migration"};

TEST_P(MigrateTest, AppliesEachMigrationOnce) {
  EXPECT_EQ(migrate(*db), 0);
  auto const count = db->read([](Tx& tx) { return tx.row<std::size_t>(applied); });
  EXPECT_EQ(count, migrations().size());
  EXPECT_TRUE(is_initialised(*db));
}

// [CORE-6]
TEST_P(MigrateTest, RefusesADatabaseOfANewerRelease) {
  db->write([](Tx& tx) { tx.run(add_unknown); });
  try {
    migrate(*db);
    FAIL() << "it must not touch what it does not know";
  } catch (base::Problem const& problem) {
    EXPECT_EQ(problem.slug, "newer_database");
    EXPECT_THAT(problem.detail, ::testing::HasSubstr("9999_tomorrow"));
  }
}

INSTANTIATE_TEST_SUITE_P(Databases, MigrateTest, testing::on_both_databases, testing::name_of);

TEST(Migrations, AreInOrderOfTheirNames) {
  ASSERT_FALSE(migrations().empty());
  EXPECT_EQ(migrations().front().name, "0001_core");
  EXPECT_TRUE(std::is_sorted(migrations().begin(), migrations().end(),
                             [](auto const& a, auto const& b) { return a.name < b.name; }));
}

TEST(Migrations, ANewFileIsNotInitialised) {
  auto const folder = std::filesystem::temp_directory_path() / fmt::format("waymark_new_{}", getpid());
  std::filesystem::remove_all(folder);
  base::FixedClock const clock{0};
  auto const db = Db::open(folder.string(), clock);
  EXPECT_FALSE(is_initialised(*db));
  EXPECT_EQ(migrate(*db), static_cast<int>(migrations().size()));
  EXPECT_TRUE(is_initialised(*db));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace waymark::db
