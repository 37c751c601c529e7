#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::notify {

using okr::KeyResultId;
using okr::ObjectiveId;
using okr::ObjectiveName;
using people::PersonName;
using people::TeamName;
using policy::PersonId;
using NoticeId = base::Id<struct NoticeTag>;

enum class NoticeKind {
  check_in_due,
  check_in_late,
  handed_up,  // somebody whom the reader manages has been late for long
  mention,
  comment,
  blocker_raised,
  blocker_resolved,
  dependency_asked,
  dependency_answered,
  company_published,
  acknowledged,
  thanked,
  low_confidence,  // somebody doubts that a key result will be reached
  link_proposed,
  link_accepted,
  company_cancelled,
  imported,
  kpi_out_of_range,
  cycle_created,
  midcycle,
  closing_begun,
  retro_due,
  parent_cancelled,  // what one of the reader's supports
  parent_retitled,
  handed_over,  // to the reader
  taken_over,   // from the reader
  left_behind,  // by somebody who has left
  reminded,     // of what is wanted by now, by somebody
  access_link,  // somebody made a link that opens the reader's account
  access_guessed,
  readdressed,
  manager_set,  // the reader's
  put_into_team,
  taken_out_of_team,
  lead_given,  // to the reader
  lead_taken
};
BOOST_DESCRIBE_ENUM(NoticeKind, check_in_due, check_in_late, handed_up, mention, comment, blocker_raised,
                    blocker_resolved, dependency_asked, dependency_answered, company_published, acknowledged, thanked,
                    low_confidence, link_proposed, link_accepted, company_cancelled, imported, kpi_out_of_range,
                    cycle_created, midcycle, closing_begun, retro_due, parent_cancelled, parent_retitled, handed_over,
                    taken_over, left_behind, reminded, access_link, access_guessed, readdressed, manager_set,
                    put_into_team, taken_out_of_team, lead_given, lead_taken)

inline constexpr NoticeKind all_kinds[]{NoticeKind::check_in_due,
                                        NoticeKind::check_in_late,
                                        NoticeKind::reminded,
                                        NoticeKind::handed_up,
                                        NoticeKind::left_behind,
                                        NoticeKind::mention,
                                        NoticeKind::comment,
                                        NoticeKind::thanked,
                                        NoticeKind::blocker_raised,
                                        NoticeKind::blocker_resolved,
                                        NoticeKind::low_confidence,
                                        NoticeKind::dependency_asked,
                                        NoticeKind::dependency_answered,
                                        NoticeKind::link_proposed,
                                        NoticeKind::link_accepted,
                                        NoticeKind::parent_cancelled,
                                        NoticeKind::parent_retitled,
                                        NoticeKind::handed_over,
                                        NoticeKind::taken_over,
                                        NoticeKind::company_published,
                                        NoticeKind::company_cancelled,
                                        NoticeKind::acknowledged,
                                        NoticeKind::imported,
                                        NoticeKind::kpi_out_of_range,
                                        NoticeKind::cycle_created,
                                        NoticeKind::midcycle,
                                        NoticeKind::closing_begun,
                                        NoticeKind::retro_due,
                                        NoticeKind::access_link,
                                        NoticeKind::access_guessed,
                                        NoticeKind::readdressed,
                                        NoticeKind::manager_set,
                                        NoticeKind::put_into_team,
                                        NoticeKind::taken_out_of_team,
                                        NoticeKind::lead_given,
                                        NoticeKind::lead_taken};
static_assert(std::size(all_kinds) == boost::mp11::mp_size<boost::describe::describe_enumerators<NoticeKind>>::value);

// What concerns somebody's own account and place is always told. [NOT-34]
constexpr bool may_be_switched_off(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::access_link:
    case NoticeKind::access_guessed:
    case NoticeKind::readdressed:
    case NoticeKind::manager_set:
    case NoticeKind::put_into_team:
    case NoticeKind::taken_out_of_team:
    case NoticeKind::lead_given:
    case NoticeKind::lead_taken: return false;
    default: return true;
  }
}

// Does it wait for whoever takes over from its reader? What is said to a person alone ends with them.
constexpr bool outlives_its_reader(NoticeKind kind) {
  if (!may_be_switched_off(kind)) return false;
  switch (kind) {
    case NoticeKind::mention:
    case NoticeKind::thanked:
    case NoticeKind::acknowledged:
    case NoticeKind::blocker_resolved:
    case NoticeKind::link_accepted:
    case NoticeKind::taken_over:
    case NoticeKind::company_published:
    case NoticeKind::company_cancelled:
    case NoticeKind::cycle_created:
    case NoticeKind::check_in_due:  // found anew by the day
    case NoticeKind::check_in_late:
    case NoticeKind::reminded:
    case NoticeKind::handed_up: return false;
    default: return true;
  }
}

// Where a notice leads: to the check-in, to its objective, or to the thing that it names.
enum class NoticePage { check_in, objective, comment, okrs, kpi, cycle, retro, person };
BOOST_DESCRIBE_ENUM(NoticePage, check_in, objective, comment, okrs, kpi, cycle, retro, person)

using PlaceId = base::Id<struct PlaceTag>;

struct Notice {
  NoticeId id;
  NoticeKind kind;
  std::optional<PersonName> actor;        // whose act it is, or whose check-ins are late
  std::optional<PersonName> in_place_of;  // somebody who has left, for whom it was
  NoticePage page;
  std::optional<ObjectiveName> objective;
  std::optional<PlaceId> place_id;        // the comment, KPI or cycle that the page shows
  std::optional<people::TeamId> team_id;  // whose retro
  std::string about;                      // the title it speaks of
  std::string text;                       // the words of a person
  std::int64_t amount;                    // of what it speaks of: key results, objectives, check-ins; or a confidence
  std::int64_t days;                      // late
  std::int64_t at;
  bool read;
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (id, kind, actor, in_place_of, page, objective, place_id, team_id, about, text, amount, days, at,
                       read))

struct NoticeFilter {
  std::optional<bool> unread;  // only those
  std::optional<json::Text<13, 13>> after;
  std::optional<json::Int<1, 100>> limit;  // 50 when left out
};
BOOST_DESCRIBE_STRUCT(NoticeFilter, (), (unread, after, limit))

// `person_id` is whose count it is: the news that a notice was made speaks of the same person.
struct NoticeCount {
  PersonId person_id;
  std::int64_t unread;  // 100 stands for 100 and more
};
BOOST_DESCRIBE_STRUCT(NoticeCount, (), (person_id, unread))

struct Snooze {
  json::Int<0, 4'102'444'800'000> until;  // milliseconds UTC, within 60 days
};
BOOST_DESCRIBE_STRUCT(Snooze, (), (until))

struct NoticeSetting {
  NoticeKind kind;
  bool inbox;
  bool digest;
};
BOOST_DESCRIBE_STRUCT(NoticeSetting, (), (kind, inbox, digest))

struct NoticeSettings {
  std::vector<NoticeSetting> items;
};
BOOST_DESCRIBE_STRUCT(NoticeSettings, (), (items))

}  // namespace waymark::notify
