#pragma once

#include "core/db/db.hpp"
#include "notify/digest_shapes.hpp"
#include "notify/reminders.hpp"

// What notify reads of the others, as rows.
namespace waymark::notify::facts {

struct Comment {
  std::string title;  // of the objective
  PersonId accountable_id;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Comment, (), (title, accountable_id, text))
std::optional<Comment> comment(db::Tx& tx, std::int64_t id);
std::vector<PersonId> mentioned(db::Tx& tx, std::int64_t comment);

struct Blocker {
  std::int64_t id;
  std::string key_result;
  std::string text;
  PersonId owner_id;
  PersonId raised_by;
  std::string resolution;
};
BOOST_DESCRIBE_STRUCT(Blocker, (), (id, key_result, text, owner_id, raised_by, resolution))
std::optional<Blocker> blocker(db::Tx& tx, std::int64_t id);
std::optional<Blocker> newest_blocker(db::Tx& tx, std::int64_t objective, std::int64_t key_result);

struct Dependency {
  ObjectiveId objective_id;
  std::string objective;
  PersonId objective_accountable_id;
  ObjectiveId provider_id;
  std::string provider;
  PersonId provider_accountable_id;
  std::string need;
  okr::DependencyState state;
  std::string answer;
  PersonId asked_by;
};
BOOST_DESCRIBE_STRUCT(Dependency, (),
                      (objective_id, objective, objective_accountable_id, provider_id, provider,
                       provider_accountable_id, need, state, answer, asked_by))
std::optional<Dependency> dependency(db::Tx& tx, std::int64_t id);

struct CheckIn {
  PersonId author_id;
  std::string key_result;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(CheckIn, (), (author_id, key_result, text))
std::optional<CheckIn> check_in(db::Tx& tx, std::int64_t id);

// The title of an objective of the company that was published between these moments.
std::optional<std::string> company_objective(db::Tx& tx, ObjectiveId id, base::Millis since, base::Millis until);

// A page of those who are here, in order of ids.
std::vector<PersonId> people_after(db::Tx& tx, PersonId after, std::int64_t most);

// Everything that is to be checked in by people who are here, or by one of them.
std::vector<Waiting> waiting(db::Tx& tx);
std::vector<Waiting> waiting_for(db::Tx& tx, PersonId person);

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
  std::int64_t check_ins;
  bool fed;  // by a KPI: nobody checks it in
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

}  // namespace waymark::notify::facts
