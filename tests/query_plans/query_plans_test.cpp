#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "api/play.hpp"
#include "core/db/migrate.hpp"
#include "query_plans/plans.hpp"
#include "query_plans/statements.hpp"
#include "testing/databases.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Not the scans that they look like, or meant.
std::vector<std::string> const on_purpose{
    "SELECT child_id, parent_id FROM okr_link",            // an import checks many links at once
    "SELECT id FROM core_event ORDER BY id DESC LIMIT 1",  // one row, from the end
};

void play_all_scenarios() {
  for (auto const& entry : fs::recursive_directory_iterator(fs::path{WAYMARK_SOURCE_DIR} / "src")) {
    if (entry.path().extension() != ".api") continue;
    auto scenario = read_scenario(entry.path().string());
    play(scenario, db::Dialect::sqlite, false);
  }
}

// What the scenarios make the product ask of its database, and what else stands in its sources.
std::set<std::string> const& statements() {
  static std::set<std::string> const all = [] {
    hear_statements();
    play_all_scenarios();
    auto found = heard_statements();
    found.merge(written_statements());
    return found;
  }();
  return all;
}

bool holds_rows(std::string const& statement) {
  return statement.find("FOR NO KEY UPDATE") != std::string::npos || statement.find("FOR SHARE") != std::string::npos;
}

std::string without_spaces(std::string_view text) {
  std::string left;
  std::ranges::copy_if(text, std::back_inserter(left), [](char c) { return c > ' ' && c != ';'; });
  return left;
}

// A migration runs once, and what it reads may be gone afterwards.
bool of_a_migration(std::string const& statement) {
  return std::ranges::any_of(db::migrations(), [wanted = without_spaces(statement)](auto const& migration) {
    return without_spaces(migration.sql).find(wanted) != std::string::npos;
  });
}

bool speaks_of_the_product(std::string const& statement) {
  return reads_or_writes(statement) && statement.find("sqlite_") == std::string::npos &&
         statement.find("pragma_") == std::string::npos;
}

class QueryPlansTest : public ::testing::TestWithParam<db::Dialect> {
 protected:
  std::unique_ptr<Plans> plans{Plans::of(GetParam())};
};

TEST_P(QueryPlansTest, NoStatementReadsABigTableFromEndToEnd) {
  ASSERT_THAT(statements(), Contains(HasSubstr("o.team_id = :team AND o.cycle_id = :cycle")));
  int explained = 0;
  for (auto const& statement : statements()) {
    auto const skipped = GetParam() == db::Dialect::sqlite && holds_rows(statement);  // PostgreSQL alone runs these
    if (!speaks_of_the_product(statement) || skipped || of_a_migration(statement)) continue;
    if (std::find(on_purpose.begin(), on_purpose.end(), statement) != on_purpose.end()) continue;
    EXPECT_THAT(plans->full_scans(statement), IsEmpty()) << statement;
    ++explained;
  }
  EXPECT_GT(explained, 200);
}

TEST_P(QueryPlansTest, AFullScanIsFound) {
  EXPECT_THAT(plans->full_scans("SELECT id FROM okr_objective WHERE title = :title"), Not(IsEmpty()));
  EXPECT_THAT(plans->full_scans("SELECT o.id FROM okr_cycle c JOIN okr_objective o ON o.title = c.name"),
              Not(IsEmpty()));
  EXPECT_THAT(plans->full_scans("SELECT o.id FROM okr_cycle JOIN okr_objective o ON o.title = okr_cycle.name"),
              Not(IsEmpty()));
  EXPECT_THAT(plans->full_scans("DELETE FROM okr_check_in WHERE evidence = :evidence"), Not(IsEmpty()));
  EXPECT_THAT(plans->full_scans("SELECT id FROM people_person ORDER BY id"), Not(IsEmpty()));
  EXPECT_THAT(plans->full_scans("SELECT title FROM okr_objective WHERE id = :id"), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Databases, QueryPlansTest, on_both_databases, name_of);

}  // namespace
}  // namespace waymark::testing
