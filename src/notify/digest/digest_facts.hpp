#pragma once

#include "core/db/db.hpp"
#include "notify/digest/digest_shapes.hpp"
#include "okr/cycle/cycle_shapes.hpp"

// What a digest reads of the others, as rows.
namespace waymark::notify::facts {

std::vector<TeamName> teams_of(db::Tx& tx, PersonId person);  // member or lead

struct Line {
  KeyResultId id;
  std::string title;
  std::string unit;
  ObjectiveId objective_id;
  std::string objective;
  PersonId owner_id;
  std::string owner;
  std::optional<double> baseline;
  std::optional<double> now;
  std::optional<double> progress;
  std::optional<double> before;
  std::optional<double> progress_before;
  std::int64_t check_ins;  // of people
  bool fed;                // by a KPI: nobody checks it in
  base::Day starts_on;
  base::Day due_on;
  okr::Cadence cadence;
  std::optional<std::int64_t> last_news_at;
  std::int64_t published_at;  // its objective
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (id, title, unit, objective_id, objective, owner_id, owner, baseline, now, progress, before,
                       progress_before, check_ins, fed, starts_on, due_on, cadence, last_news_at, published_at,
                       created_at))
std::vector<Line> lines_of_team(db::Tx& tx, okr::TeamId team, base::Millis since);
std::vector<Published> published_in(db::Tx& tx, okr::TeamId team, base::Millis since);
std::vector<Ended> ended_in(db::Tx& tx, okr::TeamId team, base::Millis since);  // the newest first

}  // namespace waymark::notify::facts
