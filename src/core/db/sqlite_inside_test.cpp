#include "core/db/sqlite_inside.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <iterator>

namespace waymark::db {
namespace {

// [CORE-26]
TEST(SqliteInside, IsTheOnlyOne) {
  require_sqlite_inside();
  EXPECT_STREQ(sqlite3_sourceid(), SQLITE_SOURCE_ID);
  EXPECT_GE(sqlite3_libversion_number(), 3051003);
  std::ifstream maps{"/proc/self/maps"};
  std::string const loaded{std::istreambuf_iterator<char>{maps}, {}};
  EXPECT_THAT(loaded, ::testing::HasSubstr("libsoci_core"));
  EXPECT_THAT(loaded, ::testing::Not(::testing::HasSubstr("sqlite3")));
  EXPECT_TRUE(sqlite3_compileoption_used("DQS=0"));
  EXPECT_TRUE(sqlite3_compileoption_used("OMIT_LOAD_EXTENSION"));
  EXPECT_TRUE(sqlite3_compileoption_used("SECURE_DELETE"));
}

}  // namespace
}  // namespace waymark::db
