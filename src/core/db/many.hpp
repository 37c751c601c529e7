#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

// Many ids as one parameter, so that what hangs on them is asked for once and not row by row: SQLite knows no arrays,
// and a list of a length of its own would be another statement each time.
namespace waymark::db {

// The ids of `:ids` as rows, for the beginning of a statement: WHERE k.objective_id IN (SELECT id FROM asked).
inline constexpr std::string_view asked = R"sql(
  WITH RECURSIVE asked (id, place) AS (
    SELECT CAST(SUBSTR(CAST(:ids AS TEXT), 1, 19) AS BIGINT), 20
    UNION ALL
    SELECT CAST(SUBSTR(CAST(:ids AS TEXT), place, 19) AS BIGINT), place + 19
      FROM asked
     WHERE place < LENGTH(CAST(:ids AS TEXT))))sql";

// The value of `:ids`, 19 digits each; of no ids, the one that nothing has.
template <class Ids>
std::string many(Ids const& ids) {
  std::string text;
  for (auto const id : ids) text += fmt::format("{:019}", id.value);
  return text.empty() ? std::string(19, '0') : text;
}

}  // namespace waymark::db
