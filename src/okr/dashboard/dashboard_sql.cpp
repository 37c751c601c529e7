#include "okr/dashboard/dashboard_store.hpp"

namespace waymark::okr::store {
namespace {

// The objectives that are counted, narrowed first so that an index leads to them. What is shown under a team and what
// is a person's is what the filter of the OKRs says. [OKR-67] [OKR-68] [OKR-91]
constexpr std::string_view counted_of_company = R"sql(
  WITH counted (id) AS (SELECT w.id FROM okr_objective w WHERE w.cycle_id = :cycle AND w.level = 'company'))sql";
constexpr std::string_view counted_in_cycle = R"sql(
  WITH counted (id) AS (SELECT w.id FROM okr_objective w WHERE w.cycle_id = :cycle))sql";
constexpr std::string_view counted_of_team = R"sql(
  WITH counted (id) AS (SELECT w.id FROM okr_objective w WHERE w.team_id = :team AND w.cycle_id = :cycle))sql";
constexpr std::string_view counted_around_team = R"sql(
  WITH RECURSIVE below (id) AS (
    SELECT CAST(:team AS BIGINT)
    UNION
    SELECT t.id FROM below JOIN people_team t ON t.parent_id = below.id),
  counted (id) AS (
    SELECT w.id FROM below JOIN okr_objective w ON w.team_id = below.id AND w.cycle_id = :cycle
    UNION ALL
    SELECT w.id
      FROM below
      JOIN people_member m ON m.team_id = below.id
      JOIN okr_objective w ON w.person_id = m.person_id AND w.cycle_id = :cycle
     WHERE m.team_id = (SELECT MIN(h.team_id) FROM people_member h WHERE h.person_id = m.person_id)))sql";
constexpr std::string_view counted_of_person = R"sql(
  WITH counted (id) AS (
    SELECT w.id FROM okr_objective w WHERE w.accountable_id = :person AND w.cycle_id = :cycle
    UNION
    SELECT w.id FROM okr_objective w WHERE w.person_id = :person AND w.cycle_id = :cycle))sql";

// One question, asked of each reach. What it is made of is no statement by itself.
class Question {
 public:
  Question(std::string const& name, std::string_view asked)
      : of_company_(name + "_of_company", counted_of_company, asked),
        in_cycle_(name, counted_in_cycle, asked),
        of_team_(name + "_of_team", counted_of_team, asked),
        around_team_(name + "_around_team", counted_around_team, asked),
        of_person_(name + "_of_person", counted_of_person, asked) {}

  template <class Row, class... More>
  std::vector<Row> rows(db::Tx& tx, Scope const& scope, More const&... more) const {
    switch (scope.reach) {
      case Reach::company: return tx.rows<Row>(of_company_.sql, scope.cycle, more...);
      case Reach::everybody: return tx.rows<Row>(in_cycle_.sql, scope.cycle, more...);
      case Reach::team: return tx.rows<Row>(of_team_.sql, *scope.team, scope.cycle, more...);
      case Reach::around: return tx.rows<Row>(around_team_.sql, *scope.team, scope.cycle, more...);
      case Reach::person: return tx.rows<Row>(of_person_.sql, *scope.person, scope.cycle, more...);
    }
    return {};
  }

 private:
  struct Text {
    Text(std::string called, std::string_view counted, std::string_view asked)
        : name(std::move(called)), text(std::string{counted} + std::string{asked}), sql{name.c_str(), text} {}
    Text(Text const&) = delete;

    std::string name, text;
    db::Sql sql;
  };

  Text of_company_, in_cycle_, of_team_, around_team_, of_person_;
};

Question const ask_facts("okr.dashboard.facts", R"sql(
  SELECT k.id, o.id, o.state, o.ambition, COALESCE(t.cadence, c.cadence), o.team_id,
         COALESCE(o.team_id, (SELECT MIN(h.team_id) FROM people_member h WHERE h.person_id = o.person_id)), o.progress, y.grade,
         CASE WHEN y.learning <> '' THEN 1 ELSE 0 END, k.kind, k.direction,
         k.baseline, k.baseline_on, k.target, k.change_percent, k.low, k.high, k.weight, k.due_on, k.paced_from, k.current_value, k.confidence, k.progress, k.last_news_at, x.grade, CASE WHEN k.kpi_id IS NULL THEN 0 ELSE 1 END,
         COALESCE(o.published_at, o.created_at), o.reopened_at, k.created_at, y.closed_at,
         CASE WHEN o.state = 'cancelled' OR k.dropped = 1
              THEN COALESCE((SELECT MAX(h.at) FROM okr_change h
                              WHERE h.objective_id = o.id
                                AND ((h.field = 'state' AND h.after = 'cancelled')
                                  OR (h.key_result_id = k.id AND h.field = 'key_result' AND h.after = ''))), 0)
          END
    FROM counted
    JOIN okr_objective o ON o.id = counted.id
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN okr_key_result k ON k.objective_id = o.id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN okr_closure y ON y.objective_id = o.id
    LEFT JOIN okr_key_result_closure x ON x.key_result_id = k.id
   WHERE o.state <> 'draft'
   ORDER BY o.id, k.position, k.id)sql");

// The newest check-in that was there at a moment, of each key result that has had another since. A note on what a KPI
// feeds has no value, and the KPI has no confidence: theirs are the ones before.
Question const ask_news_before("okr.dashboard.news_before", R"sql(
  SELECT k.id, i.at,
         COALESCE(i.value,
                  (SELECT v.value FROM okr_check_in v
                    WHERE v.key_result_id = k.id AND v.at <= :then AND v.value IS NOT NULL AND v.withdrawn_at IS NULL
                    ORDER BY v.at DESC, v.id DESC LIMIT 1)),
         COALESCE(i.confidence,
                  (SELECT w.confidence FROM okr_check_in w
                    WHERE w.key_result_id = k.id AND w.at <= :then AND w.confidence IS NOT NULL AND w.withdrawn_at IS NULL
                    ORDER BY w.at DESC, w.id DESC LIMIT 1))
    FROM counted
    JOIN okr_objective o ON o.id = counted.id
    JOIN okr_key_result k ON k.objective_id = o.id
    JOIN okr_check_in i ON i.id = (SELECT j.id FROM okr_check_in j
                                    WHERE j.key_result_id = k.id AND j.at <= :then AND j.withdrawn_at IS NULL
                                    ORDER BY j.at DESC, j.id DESC LIMIT 1)
   WHERE o.state <> 'draft' AND k.last_news_at > :then)sql");

Question const ask_news_days("okr.dashboard.news_days", R"sql(
  SELECT k.id, i.at
    FROM counted
    JOIN okr_objective o ON o.id = counted.id
    JOIN okr_key_result k ON k.objective_id = o.id
    JOIN okr_check_in i ON i.key_result_id = k.id
   WHERE i.withdrawn_at IS NULL AND k.dropped = 0 AND k.kpi_id IS NULL AND o.state IN ('published', 'closed')
   ORDER BY k.id)sql");

Question const ask_authorship("okr.dashboard.authorship", R"sql(
  SELECT o.level, o.team_id, o.person_id, o.created_by, CASE WHEN o.import_key IS NULL THEN 0 ELSE 1 END,
         COALESCE((SELECT 1 FROM people_member b WHERE b.team_id = o.team_id AND b.person_id = o.created_by), 0)
    FROM counted JOIN okr_objective o ON o.id = counted.id
   WHERE o.state IN ('published', 'closed'))sql");

Question const ask_confidence("okr.dashboard.confidence", R"sql(
  SELECT (i.at - :start) / 604800000, SUM(i.confidence), COUNT(*), SUM(CASE WHEN i.confidence < 4 THEN 1 ELSE 0 END)
    FROM counted
    JOIN okr_objective o ON o.id = counted.id
    JOIN okr_key_result k ON k.objective_id = o.id
    JOIN okr_check_in i ON i.key_result_id = k.id
   WHERE i.at >= :start AND i.confidence IS NOT NULL AND i.withdrawn_at IS NULL AND k.dropped = 0
     AND o.state IN ('published', 'closed')
   GROUP BY 1
   ORDER BY 1)sql");

Question const ask_said("okr.dashboard.said", R"sql(
  SELECT i.id, k.id, k.title, o.id, o.title, i.author_id, a.name, i.confidence, i.what_happened, i.at
    FROM counted
    JOIN okr_objective o ON o.id = counted.id
    JOIN okr_key_result k ON k.objective_id = o.id
    JOIN okr_check_in i ON i.key_result_id = k.id
    JOIN people_person a ON a.id = i.author_id
   WHERE i.at >= :from AND i.at < :until AND i.confidence >= :least AND i.confidence < :below AND i.withdrawn_at IS NULL
     AND k.dropped = 0 AND o.state IN ('published', 'closed') AND i.id < :before
   ORDER BY i.id DESC
   LIMIT :limit)sql");

constexpr std::string_view loads = R"sql(
  WITH part (person_id, objective_id) AS (
    SELECT o.accountable_id, o.id FROM okr_objective o WHERE o.cycle_id = :cycle AND o.state = 'published'
    UNION
    SELECT h.person_id, o.id
      FROM okr_objective o JOIN okr_contributor h ON h.objective_id = o.id
     WHERE o.cycle_id = :cycle AND o.state = 'published'
    UNION
    SELECT k.owner_id, o.id
      FROM okr_objective o JOIN okr_key_result k ON k.objective_id = o.id
     WHERE o.cycle_id = :cycle AND o.state = 'published' AND k.dropped = 0 AND k.owner_id IS NOT NULL),
  loaded (person_id, objectives) AS (SELECT person_id, COUNT(*) FROM part GROUP BY person_id))sql";

std::string const load_text = std::string{loads} + " SELECT objectives, COUNT(*) FROM loaded GROUP BY objectives";
db::Sql const select_load{"okr.dashboard.load", load_text};
std::string const loaded_text = std::string{loads} + R"sql(
  SELECT p.id, p.name, loaded.objectives
    FROM loaded JOIN people_person p ON p.id = loaded.person_id
   WHERE loaded.objectives >= :least AND loaded.objectives <= :most
   ORDER BY p.name, p.id)sql";
db::Sql const select_loaded{"okr.dashboard.loaded", loaded_text};

// CROSS JOIN: SQLite takes the members first, and not the whole cycle.
constexpr db::Sql select_load_of_team{"okr.dashboard.load_of_team", R"sql(
  WITH RECURSIVE below (id) AS (
    SELECT CAST(:team AS BIGINT)
    UNION
    SELECT t.id FROM below JOIN people_team t ON t.parent_id = below.id),
  member (person_id) AS (
    SELECT DISTINCT m.person_id FROM below CROSS JOIN people_member m WHERE m.team_id = below.id),
  part (person_id, objective_id) AS (
    SELECT member.person_id, o.id
      FROM member CROSS JOIN okr_objective o
     WHERE o.accountable_id = member.person_id AND o.cycle_id = :cycle AND o.state = 'published'
    UNION
    SELECT member.person_id, o.id
      FROM member CROSS JOIN okr_contributor h CROSS JOIN okr_objective o
     WHERE h.person_id = member.person_id AND o.id = h.objective_id AND o.cycle_id = :cycle AND o.state = 'published'
    UNION
    SELECT member.person_id, o.id
      FROM member CROSS JOIN okr_key_result k CROSS JOIN okr_objective o
     WHERE k.owner_id = member.person_id AND o.id = k.objective_id AND o.cycle_id = :cycle AND o.state = 'published'
       AND k.dropped = 0),
  counted (person_id, objectives) AS (
    SELECT person_id, COUNT(*) FROM part GROUP BY person_id),
  loaded (person_id, name, objectives) AS (
    SELECT member.person_id,
           (SELECT p.name FROM people_person p WHERE p.id = member.person_id AND p.left_at IS NULL),
           COALESCE(counted.objectives, 0)
      FROM member LEFT JOIN counted ON counted.person_id = member.person_id)
  SELECT person_id, name, objectives
    FROM loaded
   WHERE name IS NOT NULL
   ORDER BY name, person_id)sql"};

struct LoadedRow {
  std::int64_t objectives;
  std::int64_t persons;
};
BOOST_DESCRIBE_STRUCT(LoadedRow, (), (objectives, persons))

struct LoadRow {
  PersonId id;
  std::string name;
  std::int64_t objectives;
};
BOOST_DESCRIBE_STRUCT(LoadRow, (), (id, name, objectives))

}  // namespace

std::vector<FactRow> facts(db::Tx& tx, Scope const& scope) {
  return ask_facts.rows<FactRow>(tx, scope);
}

std::vector<NewsRow> news_before(db::Tx& tx, Scope const& scope, base::Millis then) {
  return ask_news_before.rows<NewsRow>(tx, scope, then);
}

std::vector<NewsDay> news_days(db::Tx& tx, Scope const& scope) {
  return ask_news_days.rows<NewsDay>(tx, scope);
}

std::vector<Authorship> authorship(db::Tx& tx, Scope const& scope) {
  return ask_authorship.rows<Authorship>(tx, scope);
}

std::vector<ConfidenceRow> confidence_by_week(db::Tx& tx, Scope const& scope, base::Day start) {
  return ask_confidence.rows<ConfidenceRow>(tx, scope, start.start_ms());
}

std::vector<SaidRow> said(db::Tx& tx, Scope const& scope, Said const& asked) {
  return ask_said.rows<SaidRow>(tx, scope, asked.from.start_ms(), asked.until.start_ms(), asked.least, asked.below,
                                asked.before, asked.limit);
}

std::map<std::int64_t, std::int64_t> persons_by_load(db::Tx& tx, CycleId cycle) {
  std::map<std::int64_t, std::int64_t> loads;
  for (auto const& [objectives, persons] : tx.rows<LoadedRow>(select_load, cycle)) loads[objectives] = persons;
  return loads;
}

std::vector<Load> loads_of(db::Tx& tx, db::Sql const& sql, auto const&... asked) {
  std::vector<Load> loads;
  for (auto& row : tx.rows<LoadRow>(sql, asked...)) loads.push_back({{row.id, std::move(row.name)}, row.objectives});
  return loads;
}

std::vector<Load> load_of_team(db::Tx& tx, CycleId cycle, TeamId team) {
  return loads_of(tx, select_load_of_team, team, cycle);
}

std::vector<Load> loaded(db::Tx& tx, CycleId cycle, std::int64_t least, std::int64_t most) {
  return loads_of(tx, select_loaded, cycle, least, most);
}

}  // namespace waymark::okr::store
