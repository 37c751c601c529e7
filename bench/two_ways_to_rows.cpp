// Rows of a board's width by SOCI and past it, each cell used once:
//   g++ -std=c++17 -O2 -Ibuild/sqlite bench/two_ways_to_rows.cpp -o build/rows -lsoci_core -l:libsoci_sqlite3.a
//   build/release/libwaymark_sqlite.a -ldl -lpthread && build/rows
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

namespace {

constexpr int rounds = 20;
constexpr char const* query = "SELECT a, b, c, d, e, f, g, h, i, j, k, l FROM t";

struct Row {
  long long whole[6];
  double figure[3];
  std::string text[3];
};

template <class F>
void timed(char const* name, F read) {
  auto best = 1e9;
  double sum = 0;
  for (int round = 0; round < rounds; ++round) {
    auto const begun = std::clock();  // of the processor: who else works here does not count
    sum = read();
    best = std::min(best, 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
  }
  std::printf("%s: %.1f ms of the processor, best of %d (%.0f)\n", name, best, rounds, sum);
}

double used(Row const& row) {
  double sum = 0;
  for (auto whole : row.whole) sum += static_cast<double>(whole);
  for (auto figure : row.figure) sum += figure;
  for (auto const& text : row.text) sum += static_cast<double>(text.size());
  return sum;
}

}  // namespace

int main() {
  soci::session session(*soci::factory_sqlite3(), ":memory:");
  session << "CREATE TABLE t (a, b, c, d, e, f, g, h, i, j, k, l)";
  session << "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100000) INSERT INTO t "
             "SELECT x, x, x, x, x, x, x / 7.0, x / 7.0, x / 7.0, 'Objective ' || x, 'draft', 'Ana Nowak' FROM n";

  timed("by SOCI", [&] {
    Row row;
    soci::indicator is[12];
    soci::statement statement =
        (session.prepare << query, soci::into(row.whole[0], is[0]), soci::into(row.whole[1], is[1]),
         soci::into(row.whole[2], is[2]), soci::into(row.whole[3], is[3]), soci::into(row.whole[4], is[4]),
         soci::into(row.whole[5], is[5]), soci::into(row.figure[0], is[6]), soci::into(row.figure[1], is[7]),
         soci::into(row.figure[2], is[8]), soci::into(row.text[0], is[9]), soci::into(row.text[1], is[10]),
         soci::into(row.text[2], is[11]));
    statement.execute();
    double sum = 0;
    while (statement.fetch()) sum += used(row);
    return sum;
  });

  timed("past it", [&] {
    auto* backend = static_cast<soci::sqlite3_session_backend*>(session.get_backend());
    sqlite_api::sqlite3_stmt* statement = nullptr;
    sqlite_api::sqlite3_prepare_v2(backend->conn_, query, -1, &statement, nullptr);
    double sum = 0;
    while (sqlite_api::sqlite3_step(statement) == SQLITE_ROW) {
      Row row;
      for (int i = 0; i < 6; ++i) row.whole[i] = sqlite_api::sqlite3_column_int64(statement, i);
      for (int i = 0; i < 3; ++i) row.figure[i] = sqlite_api::sqlite3_column_double(statement, 6 + i);
      for (int i = 0; i < 3; ++i)
        row.text[i].assign(reinterpret_cast<char const*>(sqlite_api::sqlite3_column_text(statement, 9 + i)),
                           static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(statement, 9 + i)));
      sum += used(row);
    }
    sqlite_api::sqlite3_finalize(statement);
    return sum;
  });
}
