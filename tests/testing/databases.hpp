#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "core/db/migrate.hpp"

namespace waymark::testing {

// A fresh, migrated database of each kind: use as the parameter of a TEST_P fixture, with on_both_databases.
// PostgreSQL is the one at WAYMARK_TEST_PG; without it the test fails.
class OnBothDatabases : public ::testing::TestWithParam<db::Dialect> {
 protected:
  OnBothDatabases();
  ~OnBothDatabases() override;

  base::FixedClock clock{1'763'380'800'000};  // 2025-11-17T12:00:00Z, a Monday
  std::unique_ptr<db::Db> db;

 private:
  std::string folder_;
};

inline auto const on_both_databases = ::testing::Values(db::Dialect::sqlite, db::Dialect::postgresql);

std::string name_of(::testing::TestParamInfo<db::Dialect> const& info);

// Makes an empty PostgreSQL schema of its own and returns the URL that opens it. Throws std::runtime_error without
// WAYMARK_TEST_PG.
std::string fresh_postgresql_url();
void drop_postgresql(std::string const& url);

// The same for a whole database, a copy of another one where that is named.
std::string fresh_postgresql_database(std::string const& like = "");
void drop_postgresql_database(std::string const& url);

}  // namespace waymark::testing
