#pragma once

#include <map>

#include "core/db/db.hpp"
#include "okr/dashboard/dashboard_shapes.hpp"

// What a dashboard counts, without a word of text.
namespace waymark::okr::store {

// One key result of an objective that is or was published.
struct FactRow {
  KeyResultId id;
  ObjectiveId objective_id;
  State state;
  Ambition ambition;
  Cadence cadence;
  std::optional<TeamId> team_id;   // that owns it; none where it is a person's
  std::optional<TeamId> shown_in;  // the same, or the first team of its person
  std::optional<double> objective_progress;
  std::optional<double> objective_grade;
  bool learned;  // it was closed with a learning
  Kind kind;
  Direction direction;
  std::optional<double> baseline;
  std::optional<base::Day> baseline_on;
  double target;
  std::optional<double> change_percent;
  std::optional<double> low;
  std::optional<double> high;
  double weight;
  std::optional<base::Day> due_on;
  std::optional<base::Day> paced_from;
  std::optional<double> current;
  std::optional<std::int64_t> confidence;
  std::optional<double> progress;
  std::optional<std::int64_t> last_news_at;
  std::optional<double> grade;
  bool fed;                   // by a KPI: nobody checks it in
  std::int64_t published_at;  // its objective
  std::optional<std::int64_t> reopened_at;
  std::int64_t created_at;
  std::optional<std::int64_t> closed_at;
  std::optional<std::int64_t> gone_at;  // when it was dropped, or its objective cancelled
};
BOOST_DESCRIBE_STRUCT(FactRow, (),
                      (id, objective_id, state, ambition, cadence, team_id, shown_in, objective_progress,
                       objective_grade, learned, kind, direction, baseline, baseline_on, target, change_percent, low,
                       high, weight, due_on, paced_from, current, confidence, progress, last_news_at, grade, fed,
                       published_at, reopened_at, created_at, closed_at, gone_at))

// Whose objectives are counted.
enum class Reach {
  company,    // those of the company itself
  everybody,  // all of the cycle
  team,       // those that the team owns
  around,     // those, and what its people and all teams below it have
  person,     // those somebody answers for or has
};

struct Scope {
  CycleId cycle;
  Reach reach = Reach::company;
  std::optional<TeamId> team = {};
  std::optional<PersonId> person = {};
};

std::vector<FactRow> facts(db::Tx& tx, Scope const& scope);  // those of one objective stand together

// What a key result stood at before a moment.
struct NewsRow {
  KeyResultId id;
  std::int64_t at;
  std::optional<double> value;
  std::optional<std::int64_t> confidence;
};
BOOST_DESCRIBE_STRUCT(NewsRow, (), (id, at, value, confidence))
std::vector<NewsRow> news_before(db::Tx& tx, Scope const& scope, base::Millis then);

// When news of a key result came that people check in. Those of one stand together.
struct NewsDay {
  KeyResultId id;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(NewsDay, (), (id, at))
std::vector<NewsDay> news_days(db::Tx& tx, Scope const& scope);

std::vector<Authorship> authorship(db::Tx& tx, Scope const& scope);  // of what is published or closed

struct ConfidenceRow {
  std::int64_t week;  // from 0
  std::int64_t sum;
  std::int64_t check_ins;
  std::int64_t low;
};
BOOST_DESCRIBE_STRUCT(ConfidenceRow, (), (week, sum, check_ins, low))
std::vector<ConfidenceRow> confidence_by_week(db::Tx& tx, Scope const& scope, base::Day start);

// A check-in with the confidence that was given in it.
struct SaidRow {
  CheckInId id;
  KeyResultId key_result_id;
  std::string key_result;
  ObjectiveId objective_id;
  std::string objective;
  PersonId author_id;
  std::string author;
  std::int64_t confidence;
  std::string what_happened;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(SaidRow, (),
                      (id, key_result_id, key_result, objective_id, objective, author_id, author, confidence,
                       what_happened, at))

struct Said {
  base::Day from, until;      // the last one is not in it
  std::int64_t least, below;  // confidence
  std::int64_t before;        // an id
  std::int64_t limit;
};
std::vector<SaidRow> said(db::Tx& tx, Scope const& scope, Said const& asked);  // the newest first

std::map<std::int64_t, std::int64_t> persons_by_load(db::Tx& tx, CycleId cycle);
std::vector<Load> load_of_team(db::Tx& tx, CycleId cycle, TeamId team);
std::vector<Load> loaded(db::Tx& tx, CycleId cycle, std::int64_t least, std::int64_t most);  // by name
}  // namespace waymark::okr::store
