#pragma once

#include "notify/notice/notice_shapes.hpp"

namespace waymark::notify {

// A key result that moved this week.
struct Moved {
  KeyResultId id;
  std::string title;
  ObjectiveName objective;
  PersonName owner;
  std::string unit;
  double before;
  double now;
  std::optional<double> progress_before;
  std::optional<double> progress;
  std::int64_t check_ins;  // none where its KPI moved it
};
BOOST_DESCRIBE_STRUCT(Moved, (), (id, title, objective, owner, unit, before, now, progress_before, progress, check_ins))

struct Late {
  KeyResultId id;
  std::string title;
  ObjectiveName objective;
  PersonName owner;
  std::int64_t days_late;
  std::optional<base::Day> away_until;  // the owner, for whoever may see that
};
BOOST_DESCRIBE_STRUCT(Late, (), (id, title, objective, owner, days_late, away_until))

struct Published {
  ObjectiveId id;
  std::string title;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(Published, (), (id, title, at))

// An objective that was closed or cancelled this week and is not open again.
struct Ended {
  ObjectiveId id;
  std::string title;
  okr::State state;
  std::optional<double> grade;  // of a closed one
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (id, title, state, grade, at))

struct TeamDigest {
  TeamName team;
  std::int64_t key_results;  // that people check in
  std::int64_t checked_in;   // of them, this week
  std::vector<Moved> moved;
  std::vector<Late> late;
  std::vector<Published> published;  // and still open
  std::vector<Ended> ended;
};
BOOST_DESCRIBE_STRUCT(TeamDigest, (), (team, key_results, checked_in, moved, late, published, ended))

struct KindCount {
  NoticeKind kind;
  std::int64_t count;
};
BOOST_DESCRIBE_STRUCT(KindCount, (), (kind, count))

struct Digest {
  base::Day since;
  base::Day until;
  std::vector<TeamDigest> teams;
  std::vector<KindCount> notices;  // of the kinds that the reader wants here
};
BOOST_DESCRIBE_STRUCT(Digest, (), (since, until, teams, notices))

}  // namespace waymark::notify
