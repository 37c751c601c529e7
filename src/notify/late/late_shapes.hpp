#pragma once

#include "notify/notice/notice_shapes.hpp"

namespace waymark::notify {

struct LateKeyResult {
  KeyResultId id;
  std::string title;
  ObjectiveName objective;
  bool owned;                    // by the person; otherwise they answer for its objective
  std::int64_t days_late;        // 0 on the day itself
  std::vector<std::string> may;  // "hand_over"
};
BOOST_DESCRIBE_STRUCT(LateKeyResult, (), (id, title, objective, owned, days_late, may))

// Somebody who has not yet checked in on what is wanted by today, the latest first.
struct LatePerson {
  PersonName person;
  std::vector<LateKeyResult> key_results;
  bool reminded;                        // today, by whomever
  std::optional<base::Day> away_until;  // while they are on leave, for whoever may see that; nothing is asked of them
  std::vector<std::string> may;         // "remind"
};
BOOST_DESCRIBE_STRUCT(LatePerson, (), (person, key_results, reminded, away_until, may))

struct LateList {
  std::vector<LatePerson> items;
};
BOOST_DESCRIBE_STRUCT(LateList, (), (items))

struct LateFilter {
  std::optional<okr::TeamId> team;  // what this team owns; everything when left out
};
BOOST_DESCRIBE_STRUCT(LateFilter, (), (team))

// To all whom the caller may remind, where nobody is named.
struct NewReminders {
  std::optional<okr::TeamId> team_id;
  std::vector<PersonId> person_ids;
};
BOOST_DESCRIBE_STRUCT(NewReminders, (), (team_id, person_ids))

struct RemindersSent {
  std::vector<PersonName> told;
  std::vector<PersonName> passed_over;  // reminded today already, or not to be reminded today
};
BOOST_DESCRIBE_STRUCT(RemindersSent, (), (told, passed_over))

}  // namespace waymark::notify
