#include "okr/home/usage.hpp"

namespace waymark::okr {
namespace {

constexpr db::Sql select_usage{"okr.usage.by_team", R"sql(
  SELECT t.id, t.name, t.kind,
         (SELECT COUNT(*)
            FROM people_member m JOIN people_person p ON p.id = m.person_id
           WHERE m.team_id = t.id AND p.left_at IS NULL),
         (SELECT COUNT(*)
            FROM people_member m
            JOIN people_person p ON p.id = m.person_id
            JOIN okr_visit v ON v.person_id = p.id
           WHERE m.team_id = t.id AND p.left_at IS NULL AND v.seen_at >= :since)
    FROM people_team t
   ORDER BY t.name, t.id)sql"};

struct UsageRow {
  TeamId id;
  std::string name;
  people::TeamKind kind;
  std::int64_t people;
  std::int64_t here;
};
BOOST_DESCRIBE_STRUCT(UsageRow, (), (id, name, kind, people, here))

}  // namespace

Usage usage(db::Tx& tx) {
  auto const since = tx.today() - usage_days;
  Usage answer{since, {}};
  for (auto& row : tx.rows<UsageRow>(select_usage, since.start_ms())) {
    if (row.people == 0) continue;
    answer.teams.push_back(team_usage({row.id, std::move(row.name), row.kind}, row.people, row.here));
  }
  return answer;
}

}  // namespace waymark::okr
